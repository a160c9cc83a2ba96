import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { kinWords, type RestReason, restReasonWords } from '../words/answers/rest-reason-words.ts';

const isReason = (name: string): name is RestReason => Object.hasOwn(restReasonWords, name);
const reasons = Object.keys(restReasonWords).filter(isReason);

/**
 * Why this donor should rest, from the words of a refusal: "bukhar hai", "the doctor sent me back, BP is high".
 * Undefined where no reason is named, where it is another person's ("my wife is ill") or denied ("bukhar nahi hai").
 * The doctor is not such a person, and neither are "they" who examine the donor, or "she" who tells the result.
 */
export const parseRestReason = (text: string): RestReason | undefined => {
  const tokens = tokenize(text).filter(
    ({ text: word }, i, all) =>
      !examiners.has(word) && !(thirdPersons.has(word) && isTelling(all, i + 1)),
  );
  if (mentions(tokens, guardWords.otherPerson) || mentions(tokens, kinWords)) return undefined;
  return reasons.find((reason) =>
    tokens.some((_, i) => {
      const length = restReasonWords[reason].at(tokens, i);
      const after = tokens.slice(i + length, i + length + 1);
      return length > 0 && !mentions(after, guardWords.not);
    }),
  );
};

/** "Said", "told me", "sent me back". */
const isTelling = (tokens: readonly Token[], i: number): boolean =>
  guardWords.hearsay.at(tokens, i) > 0 || tokens[i]?.text === 'sent';

const thirdPersons = new Set('he she wo woh vo वो'.split(' '));
const examiners = new Set('doctor dr daktar doktar डॉक्टर डाक्टर they staff unhone उन्होंने'.split(' '));
