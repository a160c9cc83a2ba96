import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { smallTalkWords as words } from '../words/small-talk-words.ts';

/*
 * Small talk: a volunteer would answer it and continue. Used only when a text is no command and asks for no blood.
 */

/** True for a greeting and nothing else. In "2 hi", "aaj hi" and "Abdul Salam" the same letters mean something else. */
export const isOnlyGreeting = (text: string): boolean => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'mark');
  let i = 0;
  while (i < tokens.length) {
    const length = words.greeting.at(tokens, i) || words.addressed.at(tokens, i);
    if (length === 0) return false;
    i += length;
  }
  return true;
};

export type SmallTalk = 'death' | 'money' | 'wants-to-give' | 'greeting' | 'thanks';

/** The first of these subjects that a text mentions. A greeting or thanks counts only in a short text. */
export const parseSmallTalk = (text: string): SmallTalk | undefined => {
  const tokens = tokenize(text);
  const isShort = tokens.length <= 12;
  if (isShort && mentions(tokens, words.death) && !mentions(tokens, words.thing)) return 'death';
  if (mentions(tokens, words.wantsToDonate)) return 'wants-to-give';
  if (mentions(tokens, words.money)) return 'money';
  if (tokens.length > 8) return undefined;
  if (mentions(tokens, words.thanks)) return 'thanks';
  return mentions(tokens, words.greeting) ? 'greeting' : undefined;
};
