import { xmlText } from './xml-text.ts';

/** One `<Say>` takes 4,500 characters as they stand in a URL (Twilio's error 13521): 500 letters of Devanagari. */
const most = 4500;

/** Words in as many `<Say>` as they need, cut between words: no prompt is nearly as long. Silence is none. */
export const sayable = (words: string): string[] => {
  const pieces = xmlText(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return pieces.reduce<string[]>((said, word) => {
    const last = said.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const fits = last !== undefined && encodeURIComponent(longer).length <= most;
    return fits ? [...said.slice(0, -1), longer] : [...said, word];
  }, []);
};
