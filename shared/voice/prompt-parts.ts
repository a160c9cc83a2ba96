/* The parts of a prompt: what is always the same may be recorded by a person; what varies is spoken by the voice. */

/** Stands before and after a part that varies. No voice and no keyboard knows it. */
const mark = '\u2063';

export const varying = (words: string): string =>
  words === '' ? '' : `${mark}${words.replaceAll(mark, '')}${mark}`;

export const withoutMarks = (words: string): string => words.replaceAll(mark, '');

export type PromptPart = { words: string; varies: boolean };

/** Only signs between two parts, a full stop for example, belong to the part before them. */
export const partsOf = (marked: string): PromptPart[] =>
  marked
    .split(mark)
    .map((words, i) => ({ words: words.replace(/^[\s।.,:;!?]+/, '').trim(), varies: i % 2 === 1 }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));

/** The name of the file in which a person says these words: the same words have one file. FNV-1a, 32 bits. */
export const promptFileId = (words: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  )) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
};
