import { tokenize } from './normalize.ts';

/**
 * A short digest of a text's words, to recognize the same words again without keeping them (FNV-1a, 32 bits). Numbers
 * and marks are left out: an automatic reply may contain the hour.
 */
export const digestWords = (raw: string): string => {
  let hash = 0x811c9dc5;
  for (const { kind, text } of tokenize(raw)) {
    if (kind !== 'word') continue;
    for (const char of `${text} `) {
      hash ^= char.codePointAt(0) ?? 0;
      hash = Math.imul(hash, 0x01000193);
    }
  }
  return (hash >>> 0).toString(36);
};
