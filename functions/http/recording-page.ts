import { html } from 'hono/html';
import type { Language } from '#shared/terms/language.ts';

/** One recording as a coordinator sees it. */
export type ListedRecording = {
  /** When it was recorded, in words. */
  when: string;
  phone: string;
  seconds: number;
  code: string | undefined;
  sound: string;
};

const pageTexts = {
  en: {
    title: 'A message for our volunteers',
    said: (p: ListedRecording) => `Left ${p.when}, ${p.seconds} seconds.`,
    about: (code: string) => `About request ${code}.`,
    call: 'Please call back:',
    free: 'Blood is free. Nobody pays anyone, ever.',
    gone: 'This message has been deleted. We do not keep them for long.',
    leave: 'Log out',
  },
  hi: {
    title: 'हमारे साथियों के लिए संदेश',
    said: (p: ListedRecording) => `${p.when}, ${p.seconds} सेकंड।`,
    about: (code: string) => `कोड ${code} के बारे में।`,
    call: 'कृपया फोन करें:',
    free: 'खून मुफ्त है। कोई किसी को पैसे न दे।',
    gone: 'यह संदेश मिटा दिया गया है। हम इन्हें ज्यादा दिन नहीं रखते।',
    leave: 'बाहर निकलें',
  },
  'hi-Latn': {
    title: 'Hamare saathiyon ke liye sandesh',
    said: (p: ListedRecording) => `${p.when}, ${p.seconds} second.`,
    about: (code: string) => `Code ${code} ke baare mein.`,
    call: 'Kripya phone karein:',
    free: 'Khoon muft hai. Koi kisi ko paise na de.',
    gone: 'Yeh sandesh mita diya gaya hai. Hum inhein zyada din nahin rakhte.',
    leave: 'Bahar nikalein',
  },
} as const;

const layout = (language: Language, title: string, body: unknown) => html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <style>
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
      input, button { font: inherit; padding: 0.6rem; border-radius: 0.4rem; border: 1px solid #767676; }
      input { width: 100%; box-sizing: border-box; }
      button { background: #a3182b; border-color: #a3182b; color: #fff; margin-top: 0.8rem; }
      audio { width: 100%; }
    </style>
  </head>
  <body>
    ${body}
  </body>
</html>`;

const bothTitles = 'A message for our volunteers · हमारे साथियों के लिए संदेश';

/** Shown before we know the visitor's language, so in English and Hindi. */
export const askPhonePage = () =>
  layout(
    'en',
    bothTitles,
    html`<h1>${bothTitles}</h1>
      <form method="post">
        <label>
          Your phone number · आपका फोन नंबर
          <input name="phone" inputmode="tel" autocomplete="tel" required maxlength="20" />
        </label>
        <button>Text me a number · मुझे नंबर भेजें</button>
      </form>`,
  );

/** `again`: the code was wrong or too old. */
export const askCodePage = (phone: string, again: boolean) =>
  layout(
    'en',
    bothTitles,
    html`<h1>${bothTitles}</h1>
      <p>
        ${again ? 'That was not the number, or it is too old. · यह नंबर सही नहीं था, या पुराना है।' : 'If this is a coordinator’s phone, a text with six digits is on its way. · अगर यह साथी का फोन है तो छह अंकों का मैसेज आ रहा है।'}
      </p>
      <form method="post">
        <input type="hidden" name="phone" value="${phone}" />
        <label>
          The six digits · छह अंक
          <input name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12" />
        </label>
        <button>Listen · सुनें</button>
      </form>`,
  );

/** Shown when our own service or the carrier fails. */
export const errorPage = () =>
  layout(
    'en',
    bothTitles,
    html`<h1>${bothTitles}</h1>
      <p>It did not work just now. Please try again in a minute. · अभी नहीं हो पाया। एक मिनट बाद फिर कोशिश करें।</p>`,
  );

export const recordingPage = (language: Language, recording: ListedRecording | undefined) => {
  const w = pageTexts[language];
  if (!recording) return layout(language, w.title, html`<h1>${w.title}</h1><p>${w.gone}</p>`);
  return layout(
    language,
    w.title,
    html`<h1>${w.title}</h1>
      <p>${w.said(recording)} ${recording.code ? w.about(recording.code) : ''}</p>
      <audio controls src="${recording.sound}"></audio>
      <p>${w.call} <a href="tel:${recording.phone}">${recording.phone}</a></p>
      <p>${w.free}</p>
      <form method="post"><button name="leave" value="1">${w.leave}</button></form>`,
  );
};
