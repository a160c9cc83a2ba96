/* The words of the public pages in English. Short and calm: a frightened person reads them on a small screen. */

export const en = {
  frame: {
    skip: 'Skip to the page',
    navigation: 'Main pages',
    allPages: 'All pages',
    free: 'Blood is free. Never pay anyone.',
    call: (number: string) => `Text or call ${number}, day and night.`,
    updated: 'Last updated 30-11-2026.',
  },
  nav: {
    home: 'Home',
    request: 'Need blood',
    join: 'Give blood',
    me: 'My page',
    questions: 'Questions',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    contact: 'Contact',
  },
  login: {
    title: 'Your phone number first',
    why: 'We send a code of six digits to your phone. So we know that it is you, and nobody else can write in your name.',
    kept: 'Your login had ended. What you typed is kept: log in, and you can send it.',
    phone: 'Your phone number',
    phoneHint: '10 digits, for example 9415012345',
    phoneWrong: 'This is not a whole phone number. Please check the digits.',
    byText: 'Text me the code',
    byCall: 'Call me and read the code',
    codeTitle: 'The six digits',
    texted: (phone: string) =>
      `A text with six digits is on its way to ${phone}. It can take a minute.`,
    called: (phone: string) =>
      `We call ${phone} and read six digits to you. At night, from 9:30 pm to 7 am, we only text.`,
    code: 'The six digits',
    codeHint: 'Good for ten minutes. Tell them to nobody.',
    codeWrong: 'That is not the number, or it is too old.',
    enter: 'Go on',
    noCode: 'No code came?',
    noCodeHelp:
      'Check the number and ask again after a minute. If you have stopped our texts, text START first.',
    keptTitle: 'You are logged in again',
    keptHelp: 'This is what you had typed. It has not been sent yet.',
    send: 'Send it now',
    logout: 'Log out',
    logoutEverywhere: 'Log out on every device',
  },
  problems: {
    check: 'Please look at this again:',
    tooLarge: { title: 'That is too long', help: 'Please go back and write less.' },
    otherSite: {
      title: 'This form came from another site',
      help: 'Nothing was done. Please start here.',
    },
    staleForm: {
      title: 'This page was open too long',
      help: 'Nothing was done. Please go back, load the page again, and send it once more. What you typed is still in your browser.',
    },
    notForYou: { title: 'This page is for others', help: 'Your phone number does not open it.' },
    notFound: { title: 'There is no such page', help: 'The address may be wrong or too old.' },
    ours: {
      title: 'It did not work just now',
      help: 'The fault is ours. Please try again in a minute, or text or call us.',
    },
    tooMany: {
      title: 'That was a lot at once',
      help: 'Nothing was done. Please wait a while, or call us.',
    },
  },
};
