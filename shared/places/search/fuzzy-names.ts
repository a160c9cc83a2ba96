import type { NameToken } from './name-tokens.ts';
import { countTypos, type Spelling, spellingOf } from './spelling.ts';

/** One name of a thing. Several things may share a name. */
export type Name<T> = { name: string; of: T };

/** A name found: everything it may stand for, the indices of its first and last word, and how good the match is. */
export type FuzzyMatch<T> = { candidates: T[]; first: number; last: number; score: number };

type Entry<T> = { words: Spelling[]; letters: number; of: T[] };

const mostWords = 6;
/** How many words of texts are remembered with the names that they may begin. */
const mostKnown = 2000;

/** Everyday words and distant towns one typo from a name: "halat" (condition) is not Hallet, "sambhav" (possible) not Sambhal. */
const neverTypos = new Set(
  'barely halat haalat halaat hallat sambhav sambhalo sambhale lalit rampal pratap calvin central medical hospital college civil sadar trauma'.split(
    ' ',
  ),
);

const join = (words: readonly NameToken[]): string => words.map((w) => w.text).join('');

/** "s r n" is SRN, but "b rd" is no name, and "S N" are Singh's initials: a short name in pieces must come letter by letter. */
const isWronglySplit = (words: readonly NameToken[], joined: string): boolean =>
  words.length > 1 &&
  (joined.length < 3 || (joined.length < 5 && words.some((w) => w.text.length > 1)));

/** The number of typos if this word is that word of a name; undefined if it is not. */
const typosOf = (word: Spelling, name: Spelling): number | undefined => {
  const typos = countTypos(word, name);
  return typos && neverTypos.has(word.text) ? undefined : typos;
};

/** The number of typos if the words from `first` on are that name; undefined if they are not. */
const countTyposFrom = <T>(
  words: readonly Spelling[],
  first: number,
  entry: Entry<T>,
): number | undefined => {
  let total = 0;
  for (let i = 0; i < entry.words.length; i++) {
    const [word, name] = [words[first + i], entry.words[i]];
    if (!word || !name) return undefined;
    const n = typosOf(word, name);
    if (n === undefined) return undefined;
    total += n;
  }
  return total;
};

/**
 * Returns a function that finds these names in the words of a text. Case, signs and spaces do not matter. Words of
 * `fuzzyFrom` letters or more may have a typo; short names must be exact. Every match is returned, overlapping ones
 * too. `read` splits a name as the caller splits texts.
 */
export const nameFinder = <T>(
  names: readonly Name<T>[],
  { fuzzyFrom, read }: { fuzzyFrom: number; read: (name: string) => NameToken[] },
) => {
  const byLetters = new Map<string, Entry<T>>();
  for (const { name, of } of names) {
    const words = read(name);
    const joined = join(words);
    const entry = byLetters.get(joined);
    if (!entry)
      byLetters.set(joined, {
        words: words.map((w) => spellingOf(w.text)),
        letters: joined.length,
        of: [of],
      });
    else if (!entry.of.includes(of)) entry.of.push(of);
  }
  /** By the first letter as it sounds, which must be right. */
  const fuzzy = new Map<string | undefined, Entry<T>[]>();
  for (const entry of byLetters.values()) {
    if (!entry.words.some(({ text }) => text.length >= fuzzyFrom)) continue;
    const letter = entry.words[0]?.sound[0];
    const sameLetter = fuzzy.get(letter);
    if (sameLetter) sameLetter.push(entry);
    else fuzzy.set(letter, [entry]);
  }

  const longest = Math.max(0, ...[...byLetters.keys()].map(({ length }) => length));

  const exactAt = (words: readonly NameToken[], first: number): FuzzyMatch<T>[] => {
    const found: FuzzyMatch<T>[] = [];
    let joined = '';
    for (let last = first; last < first + mostWords && last < words.length; last++) {
      joined += words[last]?.text ?? '';
      if (joined.length > longest) break;
      const entry = byLetters.get(joined);
      if (entry && !isWronglySplit(words.slice(first, last + 1), joined))
        found.push({ candidates: entry.of, first, last, score: entry.letters });
    }
    return found;
  };

  /** The entries whose first word this may be. */
  const beginningWith = (word: Spelling): Entry<T>[] =>
    (fuzzy.get(word.sound[0]) ?? []).filter(
      ({ words: [first] }) => first && typosOf(word, first) !== undefined,
    );

  /** Texts repeat their words, a text is searched several times, and comparing letters is most of the cost. */
  const known = new Map<string, { spelling: Spelling; entries: Entry<T>[] }>();
  const knownOf = ({ text }: NameToken) => {
    const before = known.get(text);
    if (before) return before;
    if (known.size >= mostKnown) known.clear();
    const spelling = spellingOf(text);
    const now = { spelling, entries: beginningWith(spelling) };
    known.set(text, now);
    return now;
  };

  return (words: readonly NameToken[]): FuzzyMatch<T>[] => {
    const seen = words.map(knownOf);
    const spelt = seen.map(({ spelling }) => spelling);
    const fuzzyAt = (first: number): FuzzyMatch<T>[] =>
      (seen[first]?.entries ?? []).flatMap((entry) => {
        const n = countTyposFrom(spelt, first, entry);
        const last = first + entry.words.length - 1;
        return n ? [{ candidates: entry.of, first, last, score: entry.letters - 2 * n }] : [];
      });
    return words.flatMap((_, first) => [...exactAt(words, first), ...fuzzyAt(first)]);
  };
};
