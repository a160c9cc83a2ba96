import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { notKnownWords } from '../words/answers/not-known-words.ts';

/** True when an answer says that the sender does not know: "pata nahi", "report nahi aayi". */
export const saysNotKnown = (text: string): boolean => mentions(tokenize(text), notKnownWords);
