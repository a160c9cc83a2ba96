import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import type { Token } from '../../text/normalize.ts';
import { nameAnswerWords as words } from '../../words/answers/name-answer-words.ts';
import { parseName } from '../parse-name.ts';

/** The words that remain beside kin and the writer's self, if such a word stands there. */
const withoutKin = (tokens: readonly Token[]): Token[] | undefined => {
  const kept: Token[] = [];
  let isBesideKin = false;
  for (let i = 0; i < tokens.length; ) {
    const kin = words.person.at(tokens, i);
    const length = kin || words.filler.at(tokens, i);
    const token = tokens[i];
    if (kin > 0) isBesideKin = true;
    if (length === 0 && token?.kind === 'word') kept.push(token);
    i += Math.max(1, length);
  }
  return isBesideKin ? kept : undefined;
};

/**
 * The name in an answer to "what is the name?", also beside who it is: "main uski maa Sunita Devi", "pinky, meri behan".
 * undefined: no name, or more words than a name has.
 */
export const parseNameAnswer = (text: string): string | undefined => {
  const kept = withoutKin(tokenizeWithoutPhones(text));
  if (!kept) return parseName(text);
  if (kept.length === 0 || kept.length > 3) return undefined;
  return parseName(kept.map(({ start, end }) => text.slice(start, end)).join(' '));
};
