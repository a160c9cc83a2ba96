import { truncate } from '../../messages/format/truncate.ts';
import { longestStory } from '../../terms/after-gift/story-rules.ts';
import { maySayOn } from '../../terms/safe-words.ts';
import { phoneticForm } from '../text/phonetic-form.ts';

/** Shorter words than this say hardly anything: "thanks", "hello". */
const shortest = 20;
/** A text that reads as a request is no story while it is this short: a new need must never be taken for words to show. */
const longestRequest = 100;

export const mayBeStory = (text: string, isRequest: boolean): boolean =>
  text.trim().length >= (isRequest ? longestRequest : shortest);

const lettersOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
const isLatin = (word: string): boolean => /^[a-z]+$/i.test(word);

/** The same name, also when one is written in Devanagari and the other in Latin letters. */
const isSameName = (word: string, name: string): boolean =>
  isLatin(word) === isLatin(name)
    ? word.toLowerCase() === name.toLowerCase()
    : phoneticForm(word.toLowerCase()) === phoneticForm(name.toLowerCase());

/** The text with three dots for each of these names. */
const withoutNames = (text: string, names: readonly string[]): string => {
  const known = names.flatMap(lettersOf).filter((name) => name.length > 2);
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    known.some((name) => isSameName(word, name)) ? '...' : word,
  );
};

/**
 * The words as they would be shown: on one line, cut after a whole word, without the names that the request knows.
 * `unsafe`: with a number, a link or money in them, which never go from one person to others.
 */
export const readStory = (raw: string, names: readonly string[]): string | 'unsafe' => {
  if (!maySayOn(raw)) return 'unsafe';
  return truncate(withoutNames(raw, names), longestStory);
};
