import { nameWords } from './name-words.ts';

/** True for a word that people have been seen to bear as a name. */
export type IsKnownName = (word: string) => boolean;

let read: ReadonlySet<string> | undefined;

/** "ramesh", "रमेश": a word of a name in the labelled texts, in just this spelling. */
export const isKnownName: IsKnownName = (word) => {
  read ??= new Set(nameWords.trim().split(/\s+/));
  return read.has(word);
};
