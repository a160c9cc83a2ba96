import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { notKnownWords } from '../words/answers/not-known-words.ts';
import { bloodGroupWords } from '../words/blood-group-words.ts';

/** True when an answer says that the sender does not know: "pata nahi", "report nahi aayi". */
export const saysNotKnown = (text: string): boolean => mentions(tokenize(text), notKnownWords);

/** The same of the blood group, in a text that says more: "group pata nahi, 2 unit chahiye". */
export const saysGroupNotKnown = (text: string): boolean =>
  saysNotKnown(text) && mentions(tokenize(text), bloodGroupWords.group);
