import { isMadeOf } from '../text/made-of.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { leavingWords as words } from '../words/leaving/leaving-words.ts';
import { dayPartWords } from '../words/time-words.ts';
import { parseSmallTalk } from './small-talk.ts';

/** Why a phone should not be asked any more. */
export type Leaving = 'stop-messages' | 'wrong-person' | 'donor-died';

const maxStopTokens = 18;
const maxTokens = 24;

const spokenIn = (text: string): Token[] =>
  tokenize(text.replace(/[.।॥\p{Pd}]/gu, ',')).filter(
    ({ text: sign }) => sign !== "'" && sign !== ';',
  );

/** True when the text wants no more messages and says nothing else: "call me tomorrow, not now" and "not at night" say more. */
const saysStop = (tokens: readonly Token[]): boolean =>
  tokens.length <= maxStopTokens &&
  mentions(tokens, words.stop) &&
  !mentions(tokens, dayPartWords.night) &&
  isMadeOf(tokens, [words.stop, words.besideStop]);

/** "This is not Amit", "main Amit nahi hu": the donor's name, denied. */
const deniesName = (tokens: readonly Token[], name: string): boolean => {
  const known = new Set(tokenize(name).map(({ text }) => text));
  return tokens.some((token, i) => {
    if (token.kind !== 'word' || !known.has(token.text)) return false;
    const before = tokens.slice(Math.max(0, i - 4), i);
    const after = tokens.slice(i + 1, i + 5);
    const isDenied = mentions(before, words.not) || mentions(after, words.not);
    return isDenied && (mentions(before, words.isNot) || mentions(after, words.not));
  });
};

const saysWrongPerson = (tokens: readonly Token[], name: string): boolean =>
  tokens.length <= maxTokens &&
  (mentions(tokens, words.wrongPerson) ||
    (deniesName(tokens, name) && !mentions(tokens, words.otherMatter)));

/** What a text says of a donor's number, by a short text that says it plainly; undefined for any other. `name`: the donor's. */
export const parseLeaving = (text: string, name = ''): Leaving | undefined => {
  const tokens = spokenIn(text);
  if (saysStop(tokens)) return 'stop-messages';
  if (parseSmallTalk(text) === 'death' && !mentions(tokens, words.patient)) return 'donor-died';
  return saysWrongPerson(tokens, name) ? 'wrong-person' : undefined;
};
