import { toXmlText } from './sms-twiml.ts';

/** One `<Say>` takes 4,500 characters as they stand in a URL (Twilio's error 13521): 500 letters of Devanagari. */
const most = 4500;

/** Words in as many `<Say>` as they need, cut between words: no prompt is nearly as long. Silence is none. */
export const splitSpeech = (words: string): string[] => {
  const said: string[] = [];
  for (const word of toXmlText(words).split(/\s+/)) {
    const longer = `${said.at(-1) ?? ''} ${word}`.trim();
    if (encodeURIComponent(longer).length > most) said.push(word);
    else if (longer !== '') said.splice(-1, 1, longer);
  }
  return said;
};
