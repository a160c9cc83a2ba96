import { xmlText } from './xml-text.ts';

/** One `<Say>` takes 4,500 characters as they stand in a URL (Twilio's error 13521): 500 letters of Devanagari. */
const most = 4500;

const fits = (text: string): boolean => encodeURIComponent(text).length <= most;

/** Words cut where a sentence ends, or between words, into as many `<Say>` as they need; silence is none. */
export const sayable = (words: string): string[] => {
  const text = xmlText(words).replace(/\s+/g, ' ').trim();
  if (fits(text)) return text === '' ? [] : [text];
  return joined(joined([text], /(?<=[.?!।]) /).flatMap((part) => joined([part], / /)));
};

/** The pieces between those signs, put together again as long as they fit. */
const joined = (texts: string[], sign?: RegExp): string[] => {
  const pieces = sign ? texts.flatMap((text) => (fits(text) ? [text] : text.split(sign))) : texts;
  return pieces.reduce<string[]>((said, piece) => {
    const longer = `${said.at(-1) ?? ''} ${piece}`.trim();
    return said.length > 0 && fits(longer) ? [...said.slice(0, -1), longer] : [...said, piece];
  }, []);
};
