import type { EpochMs } from '../../terms/time.ts';
import { isDecoration } from '../text/decoration.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { commandWords } from '../words/command-words.ts';
import { courtesyWords } from '../words/small-talk-words.ts';
import type { TextCommand, TextCommandOf } from './text-command.ts';

/** A text to match with commands: its tokens without punctuation and thanks, and the original. */
export type CommandText = { words: readonly Token[]; raw: string; now: EpochMs };

/** Parsers by the type of command they return. undefined: the text is no such command. */
export type CommandParsers<T extends TextCommand['type'] = TextCommand['type']> = {
  [K in T]: (text: CommandText) => TextCommandOf[K] | undefined;
};

const ignoredMarks = ".,!()[]{}:;'\n…|&=";

/** "<3", with as many spaces in its place, so that positions stay. */
const withoutHearts = (raw: string): string =>
  raw.replace(/<3+/g, (heart) => ' '.repeat(heart.length));

export const toCommandText = (raw: string, now: EpochMs): CommandText => ({
  words: tokenize(withoutHearts(raw)).filter(
    (token) => token.kind !== 'mark' || !(ignoredMarks.includes(token.text) || isDecoration(token)),
  ),
  raw,
  now,
});

/** A command is short. Only a reason, or the words after JOIN, may be longer. */
const maxWords = 9;
export const isShort = ({ words }: CommandText): boolean =>
  words.length > 0 && words.length <= maxWords;

/** Four to seven digits, as a request's code. */
export const isCode = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^[1-9]\d{3,6}$/.test(token.text);

export const codeOf = (token: Token | undefined): { code?: string } =>
  token ? { code: token.text } : {};

export const isCourtesy = (words: readonly Token[], i: number): boolean =>
  courtesyWords.at(words, i) > 0;

/** The original after the first `count` words. */
export const restAfter = ({ words, raw }: CommandText, count: number): string => {
  const last = words[count - 1];
  return last
    ? raw
        .slice(last.end)
        .replace(/^[\s\p{P}]+/u, '')
        .trim()
    : '';
};

/**
 * Matches a short text that is this word and nothing else, with courtesy and at most one code before or after it.
 * Returns the code, or undefined when the text is not the word.
 */
export const matchWhole = (text: CommandText, word: Vocabulary): { code?: string } | undefined => {
  if (!isShort(text)) return undefined;
  const { words } = text;
  const plain = words.filter((_, i) => !isCourtesy(words, i));
  const codes = words.filter(isCode);
  const rest = (plain.length > 0 ? plain : words).filter(
    (token) => !isCode(token) && token.text !== '-' && token.text !== '#',
  );
  return codes.length <= 1 && rest.length > 0 && word.at(rest, 0) === rest.length
    ? codeOf(codes[0])
    : undefined;
};

type WordCommand = keyof typeof commandWords;

/** Parses a command that is one word, alone or with a code. */
export const wordWithCode =
  <T extends WordCommand>(type: T) =>
  (text: CommandText): { type: T; code?: string } | undefined => {
    const found = matchWhole(text, commandWords[type]);
    return found && { type, ...found };
  };

/** Parses a command that is one word alone. */
export const wordAlone =
  <T extends WordCommand>(type: T) =>
  (text: CommandText): { type: T } | undefined => {
    const found = matchWhole(text, commandWords[type]);
    return found && found.code === undefined ? { type } : undefined;
  };
