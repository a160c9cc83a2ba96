import { toXmlText } from './sms-twiml.ts';

/** One `<Say>` takes 4,500 URL-encoded characters (Twilio's error 13521): 500 letters of Devanagari. */
const maxEncoded = 4500;

/** Splits a text between words into as many `<Say>` as it needs. No prompt is nearly as long. An empty text needs no `<Say>`. */
export const splitSpeech = (words: string): string[] => {
  const allWords = toXmlText(words).split(/\s+/);
  const whole = allWords.join(' ').trim();
  if (encodeURIComponent(whole).length <= maxEncoded) return whole === '' ? [] : [whole];
  const parts: string[] = [];
  for (const word of allWords) {
    const longer = `${parts.at(-1) ?? ''} ${word}`.trim();
    if (encodeURIComponent(longer).length > maxEncoded) parts.push(word);
    else if (longer !== '') parts.splice(-1, 1, longer);
  }
  return parts;
};
