import type { en } from './en.ts';

/* The words of the public pages in Hindi in Latin letters. */

export const hiLatn: typeof en = {
  frame: {
    skip: 'Seedhe page par jaayein',
    navigation: 'Mukhya page',
    allPages: 'Sabhi page',
    free: 'Khoon muft hai. Kisi ko paise na dein.',
    call: (number) => `${number} par message ya phone karein, din-raat.`,
    updated: 'Aakhiri badlav 30-11-2026.',
  },
  nav: {
    home: 'Pehla page',
    request: 'Khoon chahiye',
    join: 'Khoon dein',
    me: 'Mera page',
    questions: 'Sawaal-jawaab',
    privacy: 'Aapki jaankari',
    accessibility: 'Sabke liye',
    contact: 'Sampark',
  },
  login: {
    title: 'Pehle apna phone number',
    why: 'Hum aapke phone par chhah ank ka code bhejte hain. Isse pata chalta hai ki aap hi hain, aur koi doosra aapke naam se nahin likh sakta.',
    kept: 'Aapka login poora ho gaya tha. Jo aapne likha woh rakha hai: login karein, phir bhej sakte hain.',
    phone: 'Aapka phone number',
    phoneHint: '10 ank, jaise 9415012345',
    phoneWrong: 'Yeh poora phone number nahin hai. Kripya ank dekhein.',
    byText: 'Code message se bhejein',
    byCall: 'Phone karke code sunayein',
    codeTitle: 'Chhah ank',
    texted: (phone) => `${phone} par chhah ank ka message aa raha hai. Ek minute lag sakta hai.`,
    called: (phone) =>
      `Hum ${phone} par phone karke chhah ank sunate hain. Raat 9:30 se subah 7 baje tak sirf message.`,
    code: 'Chhah ank',
    codeHint: 'Das minute tak chalega. Kisi ko na batayein.',
    codeWrong: 'Yeh number sahi nahin, ya purana hai.',
    enter: 'Aage badhein',
    noCode: 'Code nahin aaya?',
    noCodeHelp:
      'Number dekhein aur ek minute baad phir maangein. Hamare message band kiye hain to pehle START bhejein.',
    keptTitle: 'Aap phir se login hain',
    keptHelp: 'Yeh aapne likha tha. Abhi bheja nahin gaya hai.',
    send: 'Ab bhejein',
    logout: 'Bahar nikalein',
    logoutEverywhere: 'Har phone aur computer se bahar nikalein',
  },
  problems: {
    check: 'Kripya ise phir dekhein:',
    tooLarge: { title: 'Yeh bahut lamba hai', help: 'Kripya wapas jaakar kam likhein.' },
    otherSite: {
      title: 'Yeh form doosri site se aaya',
      help: 'Kuchh nahin kiya gaya. Kripya yahan se shuru karein.',
    },
    staleForm: {
      title: 'Yeh page bahut der khula raha',
      help: 'Kuchh nahin kiya gaya. Kripya wapas jaayein, page phir kholein aur dobara bhejein. Aapka likha browser mein hai.',
    },
    notForYou: {
      title: 'Yeh page doosron ke liye hai',
      help: 'Aapke phone number se yeh nahin khulta.',
    },
    notFound: { title: 'Aisa koi page nahin', help: 'Pata galat ya purana ho sakta hai.' },
    ours: {
      title: 'Abhi nahin ho paaya',
      help: 'Galti hamari hai. Ek minute baad phir koshish karein, ya humein message ya phone karein.',
    },
    tooMany: {
      title: 'Ek saath bahut ho gaya',
      help: 'Kuchh nahin kiya gaya. Thoda rukein, ya humein phone karein.',
    },
  },
};
