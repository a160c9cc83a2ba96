import { isMadeOf } from '../text/made-of.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { changedRequestWords } from '../words/corrections/changed-request-words.ts';
import { assentWords } from '../words/small-talk-words.ts';

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

/** "Yes close", "close it please", "haan band kar dijiye": an answer to "shall we close it?". */
export const saysClose = (text: string): boolean => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'mark');
  const { agree, closing } = changedRequestWords;
  return mentions(tokens, closing) && isMadeOf(tokens, [agree, closing]);
};

/** True for "ok" and "theek hai" alone: a person takes note. "Yes" and a digit answer something. */
export const isAssent = (text: string): boolean => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'mark');
  return tokens.length <= 4 && isMadeOf(tokens, [assentWords]);
};
