import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { mentions } from '../text/vocabulary.ts';
import { familyNewsWords as words } from '../words/corrections/family-news-words.ts';
import { unitWords } from '../words/unit-words.ts';
import { visitWords } from '../words/visit-words.ts';
import { parseSmallTalk } from './small-talk.ts';

/** What a family reports about its open request. */
export type FamilyNews =
  /** `stops`: the text also says that no one shall come. */
  | { type: 'died'; stops?: true }
  /** Nothing is needed any more; it is not said why. */
  | { type: 'no-need' }
  /** No donor came, or the donor cannot be reached. */
  | { type: 'nobody-came' }
  /** The blood was found; it is not said how much. */
  | { type: 'found' }
  /** `elsewhere`: the text says that it came from no donor of ours. */
  | { type: 'received'; units: number; elsewhere: boolean };

/** A longer text says more than this. */
const maxTokens = 22;

/** "1 unit mil gaya, 1 aur chahiye": the first number that does not say how many more. */
const receivedUnits = (tokens: readonly Token[]): number | undefined => {
  const at = tokens.findIndex((token, i) => {
    const value = parseSmallNumber(token);
    const isMore = words.more.at(tokens, i + 1) > 0 || words.more.at(tokens, i) > 0;
    return value !== undefined && value >= 1 && value <= 20 && !isMore;
  });
  return parseSmallNumber(tokens[at]);
};

/** True when a number in the text may be a donor's. */
export const speaksOfDonor = (text: string): boolean =>
  mentions(tokenizeWithoutPhones(text), unitWords.donor);

/** "Close both", "sab band kar do": every request is meant. */
export const meansAllRequests = (text: string): boolean =>
  mentions(tokenizeWithoutPhones(text), words.all);

/** True for a short text that ends something: "close 6384 and 4016", "dono band kar do". */
export const saysStop = (text: string): boolean => {
  const tokens = tokenizeWithoutPhones(text);
  const isCertain = tokens.length <= 10 && !tokens.some((token) => token.text === '?');
  return isCertain && mentions(tokens, words.stop) && !mentions(tokens, words.onlyAPart);
};

/** The news in a text of a family with an open request; undefined when it says something else. */
export const parseFamilyNews = (text: string): FamilyNews | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  if (tokens.length > maxTokens) return undefined;
  if (parseSmallTalk(text) === 'death')
    return { type: 'died', ...(mentions(tokens, words.stop) && { stops: true }) };
  if (mentions(tokens, words.nobodyCame)) return { type: 'nobody-came' };
  const isAsked = tokens.some((token) => token.text === '?');
  if (!isAsked && mentions(tokens, words.noNeed) && !mentions(tokens, words.onlyAPart))
    return { type: 'no-need' };
  if (isAsked || mentions(tokens, words.notReceived) || mentions(tokens, visitWords.toBeGiven))
    return undefined;
  if (mentions(tokens, words.theyFound) && !mentions(tokens, words.more)) return { type: 'found' };
  if (!mentions(tokens, words.received)) return undefined;
  const units = receivedUnits(tokens);
  if (units !== undefined)
    return { type: 'received', units, elsewhere: mentions(tokens, words.elsewhere) };
  const isBlood = mentions(tokens, words.blood) || tokens.length <= 4;
  return isBlood && !mentions(tokens, words.more) ? { type: 'found' } : undefined;
};
