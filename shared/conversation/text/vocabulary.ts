import { type Token, tokenize } from './normalize.ts';

/** Words and phrases with one meaning. `at` says how many tokens from i on are one of them: 0 = none. */
export type Vocabulary = { at(tokens: readonly Token[], i: number): number };

/** Shorter words have too many neighbours: "need" and "weed". */
const forgivingLength = 6;

/** One letter too many, missing, wrong or swapped; the first letter must be right. Linear in the word. */
const isNearly = (word: string, known: string): boolean => {
  if (word === known) return true;
  if (known.length < forgivingLength || word[0] !== known[0]) return false;
  if (Math.abs(word.length - known.length) > 1) return false;
  let i = 0;
  while (i < word.length && word[i] === known[i]) i++;
  const rest = (a: number, b: number): boolean => word.slice(i + a) === known.slice(i + b);
  const isSwap = word[i] === known[i + 1] && word[i + 1] === known[i] && rest(2, 2);
  return isSwap || rest(1, 1) || rest(1, 0) || rest(0, 1);
};

/** "packed-cell", "a.s.a.p", "patient's name": such a mark inside a phrase changes nothing. */
const isJoint = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && ["'", '-', '.'].includes(token.text);

const lengthOf = (
  phrase: readonly string[],
  tokens: readonly Token[],
  from: number,
  isSame: (word: string, known: string) => boolean,
): number => {
  let i = from;
  for (const [n, word] of phrase.entries()) {
    if (n > 0 && isJoint(tokens[i])) i++;
    const token = tokens[i];
    if (!token || !isSame(token.text, word)) return 0;
    i++;
  }
  return i - from;
};

const phrasesByLetter = (list: string): Map<string, string[][]> => {
  const byLetter = new Map<string, string[][]>();
  for (const entry of list.split(/[,\n]/)) {
    const phrase = tokenize(entry).map((token) => token.text);
    const letter = phrase[0]?.[0];
    if (letter === undefined) continue;
    const same = byLetter.get(letter);
    if (same) same.push(phrase);
    else byLetter.set(letter, [phrase]);
  }
  return byLetter;
};

/**
 * `list`: phrases divided by commas or line breaks, in any script. `exact`: no typing mistakes forgiven. Read when it
 * is first asked: no text needs all of the lists, and reading them all takes longer than loading the code.
 */
export const vocabulary = (list: string, exact = false): Vocabulary => {
  const isSame = exact ? (a: string, b: string) => a === b : isNearly;
  let byLetter: Map<string, string[][]> | undefined;
  return {
    at(tokens, i) {
      byLetter ??= phrasesByLetter(list);
      const phrases = byLetter.get(tokens[i]?.text[0] ?? '') ?? [];
      return Math.max(0, ...phrases.map((phrase) => lengthOf(phrase, tokens, i, isSame)));
    },
  };
};

/** Is any of these words anywhere in the text? */
export const mentions = (tokens: readonly Token[], words: Vocabulary): boolean =>
  tokens.some((_, i) => words.at(tokens, i) > 0);

/** Does one of these words end just before token i? Marks between are overlooked. */
export const endsBefore = (tokens: readonly Token[], i: number, words: Vocabulary): boolean => {
  let end = i;
  // Bounded, or a text of marks alone would take quadratic time.
  while (i - end < 6 && tokens[end - 1]?.kind === 'mark' && tokens[end - 1]?.text !== '\n') end--;
  for (let from = Math.max(0, end - 4); from < end; from++)
    if (words.at(tokens, from) === end - from) return true;
  return false;
};
