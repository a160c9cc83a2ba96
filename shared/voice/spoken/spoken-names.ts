import { toLatinLetters } from '../../messages/format/transliterate.ts';
import { truncate } from '../../messages/format/truncate.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import { trimEnd } from '../../terms/trim-end.ts';
import { countWords } from '../reading-time.ts';
import { countInWords, pairsInWords } from './spoken-numbers.ts';

/* What people wrote, for the ear: short, digits as words, and never a phone number (docs/facts.md#law). */

/** The most that is said of each: UTF-16 units, then words. */
const limits = {
  name: { letters: 20, words: 3 },
  hospital: { letters: 32, words: 5 },
  place: { letters: 20, words: 3 },
} as const;

/** Seven digits or more, however they are grouped. */
const phoneNumber = /\+?\d(?:[\s-]?\d){6,}/g;

const withoutPhones = (text: string): string =>
  text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)).replace(phoneNumber, ' ');

const numberInWords = (digits: string, language: SpokenLanguage): string =>
  digits.length < 3 ? countInWords(Number(digits), language) : pairsInWords(digits, language);

/** The first words, as many as take the time of `most` words. */
const firstWords = (text: string, most: number): string => {
  const all = text.split(/\s+/).filter((token) => countWords(token) > 0);
  const end = all.findIndex((_, i) => countWords(all.slice(0, i + 1).join(' ')) > most);
  const kept = all.slice(0, end === -1 ? all.length : end).join(' ');
  return trimEnd(kept, /[\s,;:.।!?(-]/);
};

/** What people wrote, in the script that the language's voice reads. */
const inScript: Record<SpokenLanguage, (text: string) => string> = {
  en: toLatinLetters,
  hi: (text) => text,
};

/** What a person wrote, as it is said; '' when nothing is left to say. */
export const writtenInWords = (
  what: keyof typeof limits,
  raw: string,
  language: SpokenLanguage,
): string => {
  const { letters, words } = limits[what];
  const written = withoutPhones(inScript[language](raw));
  const spoken = truncate(written, letters)
    .replace(/\d+/g, (digits) => ` ${numberInWords(digits, language)} `)
    .replace(/\s+(?=[,;:.।!?)])/g, '');
  return firstWords(spoken, words);
};
