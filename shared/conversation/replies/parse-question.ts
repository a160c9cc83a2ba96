import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { questionWords as words } from '../words/answers/question-words.ts';
import { deferralWords } from '../words/deferral-words.ts';

/** What a person asks of the hotline, beside the price (small-talk.ts). */
export type AskedAbout =
  | 'who'
  | 'far'
  | 'bring'
  | 'may-give'
  | 'other-group'
  | 'how-long'
  | 'call-me';

/** A longer text tells more than it asks. */
const maxQuestionTokens = 20;

/** The question in a text; undefined when it asks nothing that one true sentence answers. */
export const parseQuestion = (text: string): AskedAbout | undefined => {
  const tokens = tokenize(text);
  if (tokens.length > maxQuestionTokens) return undefined;
  const asks = mentions(tokens, guardWords.question);
  if (mentions(tokens, words.who)) return 'who';
  if (mentions(tokens, words.bring)) return 'bring';
  if (mentions(tokens, words.howLong)) return 'how-long';
  if (mentions(tokens, words.far)) return 'far';
  const isOfHealth =
    mentions(tokens, words.age) ||
    mentions(tokens, words.illness) ||
    Object.values(deferralWords).some((list) => mentions(tokens, list));
  if (asks && (isOfHealth || mentions(tokens, words.mayGive))) return 'may-give';
  if (mentions(tokens, words.otherGroup)) return 'other-group';
  return mentions(tokens, words.callMe) && !mentions(tokens, guardWords.not)
    ? 'call-me'
    : undefined;
};
