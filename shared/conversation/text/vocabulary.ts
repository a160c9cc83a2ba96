import type { Language } from '../../terms/language.ts';
import { type Token, tokenize } from './normalize.ts';

/** Words and phrases of each language, divided by commas or line breaks; '' where a language has no words of its own. */
export type WordsByLanguage = Record<Language, string>;

/** Each beginning with each ending: "do not" with "call", "message". */
export const combine = (beginnings: readonly string[], endings: readonly string[]): string =>
  beginnings.flatMap((first) => endings.map((then) => `${first} ${then}`)).join(', ');

/** Words and phrases with one meaning. `at` returns how many tokens from i on are one of them; 0 otherwise. */
export type Vocabulary = { at(tokens: readonly Token[], i: number): number };

/** Shorter words have too many neighbours: "need" and "weed". */
const forgivingLength = 6;

/** True when one letter is extra, missing, wrong or swapped. The first letter must be right. Linear in the word. */
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

type KeyOf = (word: string) => string;

/** Phrases by the key of their first word. Phrases are divided by commas or line breaks. */
const phrasesByKey = (list: string, keyOf: KeyOf): Map<string, string[][]> => {
  const byKey = new Map<string, string[][]>();
  for (const entry of list.split(/[,\n]/)) {
    const phrase = tokenize(entry).map((token) => token.text);
    const [first] = phrase;
    if (first === undefined) continue;
    const same = byKey.get(keyOf(first));
    if (same) same.push(phrase);
    else byKey.set(keyOf(first), [phrase]);
  }
  return byKey;
};

/** Reads the list at its first use: no text needs all lists, and reading all takes longer than loading the code. */
const createVocabulary = (
  list: string,
  isSame: (word: string, known: string) => boolean,
  keyOf: KeyOf,
): Vocabulary => {
  let byKey: Map<string, string[][]> | undefined;
  return {
    at(tokens, i) {
      byKey ??= phrasesByKey(list, keyOf);
      let longest = 0;
      for (const phrase of byKey.get(keyOf(tokens[i]?.text ?? '')) ?? [])
        longest = Math.max(longest, lengthOf(phrase, tokens, i, isSame));
      return longest;
    },
  };
};
const isEqual = (word: string, known: string): boolean => word === known;
const itself: KeyOf = (word) => word;
/** A typing error never changes the first letter (`isNearly`). */
const firstLetter: KeyOf = (word) => word[0] ?? '';
const join = (words: WordsByLanguage): string => Object.values(words).join(',');

/** The vocabulary of one language, for what depends on the language itself. No typing errors are forgiven. */
export const vocabularyOf = (list: string): Vocabulary => createVocabulary(list, isEqual, itself);

/** The words of one meaning in every language. No typing errors are forgiven. */
export const vocabulary = (words: WordsByLanguage): Vocabulary => vocabularyOf(join(words));

/** As `vocabulary`, but a word of six letters or more may have one typing error after its first letter. */
export const forgivingVocabulary = (words: WordsByLanguage): Vocabulary =>
  createVocabulary(join(words), isNearly, firstLetter);

/** The meanings of single words, which have the form that `tokenize` gives. */
export type Meanings<M> = Pick<ReadonlyMap<string, M>, 'get' | 'has'>;

/** Maps each single word to its meaning: "teen" to 3. The words are read at the first question. */
export const meaningsOf = <const M>(
  entries: readonly (readonly [meaning: M, words: WordsByLanguage])[],
): Meanings<M> => {
  let known: ReadonlyMap<string, M> | undefined;
  const read = (): ReadonlyMap<string, M> => {
    known ??= new Map(
      entries.flatMap(([meaning, words]) =>
        tokenize(join(words))
          .filter(({ kind }) => kind !== 'mark')
          .map(({ text }) => [text, meaning]),
      ),
    );
    return known;
  };
  return { get: (word) => read().get(word), has: (word) => read().has(word) };
};

/** True when any of these words stands anywhere in the text. */
export const mentions = (tokens: readonly Token[], words: Vocabulary): boolean =>
  tokens.some((_, i) => words.at(tokens, i) > 0);

/** True when one of these words ends just before token i. Marks between are skipped. */
export const endsBefore = (tokens: readonly Token[], i: number, words: Vocabulary): boolean => {
  let end = i;
  // Bounded: a text of marks alone would otherwise take quadratic time.
  while (i - end < 6 && tokens[end - 1]?.kind === 'mark' && tokens[end - 1]?.text !== '\n') end--;
  for (let from = Math.max(0, end - 4); from < end; from++)
    if (words.at(tokens, from) === end - from) return true;
  return false;
};

/** Each beginning with each ending: "number band hai", "phone band aa raha". */
export const pairs = (beginnings: string, endings: string): string =>
  beginnings
    .split(',')
    .flatMap((first) => endings.split(',').map((then) => `${first.trim()} ${then.trim()}`))
    .join(', ');
