import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import {
  asksBeforeWords,
  asksOfDonorWords,
  notYetWords,
} from '../words/answers/agreement-words.ts';
import { familyNewsWords } from '../words/corrections/family-news-words.ts';

/**
 * True for a text at the summary that is no word to send it off: "please send the donor's number", "when will you send
 * one?" from a family that takes it for sent, and "abhi mat bhejo".
 */
export const asksBeforeSending = (text: string): boolean => {
  const tokens = tokenize(text);
  const asksOfDonor = mentions(tokens, familyNewsWords.donor) && mentions(tokens, asksOfDonorWords);
  return asksOfDonor || mentions(tokens, asksBeforeWords) || saysNotYet(text);
};

/** "Abhi mat bhejo", whatever time "abhi" may name. */
export const saysNotYet = (text: string): boolean => mentions(tokenize(text), notYetWords);
