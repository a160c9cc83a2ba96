import { tokenize } from '../text/normalize.ts';
import { changedRequestWords } from '../words/corrections/changed-request-words.ts';

/** True for agreement and nothing else: "haan badal do". "Haan B- hai" says more. */
export const isPlainAgreement = (text: string): boolean => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'mark');
  let i = 0;
  while (i < tokens.length) {
    const length = changedRequestWords.agree.at(tokens, i);
    if (length === 0) return false;
    i += length;
  }
  return tokens.length > 0;
};
