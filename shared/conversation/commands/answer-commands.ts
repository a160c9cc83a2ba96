import { answerWords } from '../words/command-words.ts';
import {
  type CommandParsers,
  type CommandText,
  codeOf,
  isCode,
  isCourtesy,
  isShort,
  matchWhole,
} from './command-text.ts';
import type { TextCommandOf } from './text-command.ts';

type Answer = TextCommandOf['answer'];

/** "1", "1 4821", "4821 1", "2 nahi": one digit, at most one code, and no words that say anything else. */
const parseDigit = (text: CommandText): Answer | undefined => {
  const { words } = text;
  if (words.some((token) => token.text === '/' || token.text === '+')) return undefined;
  const tokens = words.filter(
    (token, i) => !isCourtesy(words, i) && !['-', '#', '/'].includes(token.text),
  );
  const numbers = tokens.filter((token) => token.kind === 'number');
  const digits = numbers.filter((token) => /^[1-9]$/.test(token.text));
  const codes = numbers.filter(isCode);
  const [digit] = digits;
  if (!digit || digits.length > 1 || codes.length > 1 || numbers.length > 1 + codes.length)
    return undefined;
  const others = tokens.filter((token) => token.kind !== 'number');
  const echo = digit.text === '1' ? answerWords.yes : answerWords.no;
  const isAnswer = others.length === 0 || matchWhole({ ...text, words: others }, echo);
  return isAnswer ? { type: 'answer', digit: Number(digit.text), ...codeOf(codes[0]) } : undefined;
};

const digitWords = [
  [answerWords.yes, 1],
  [answerWords.no, 2],
  [answerWords.one, 1],
] as const;

/** "haan", "nahi", "ek". With a code, yes and no are OK and NO (verification-commands.ts). */
const parsePlainAnswer = (text: CommandText): Answer | undefined => {
  const found = digitWords.find(([words]) => {
    const whole = matchWhole(text, words);
    return whole && whole.code === undefined;
  });
  return found && { type: 'answer', digit: found[1] };
};

export const answerCommands: CommandParsers<'answer'> = {
  answer: (text) => (isShort(text) ? (parseDigit(text) ?? parsePlainAnswer(text)) : undefined),
};
