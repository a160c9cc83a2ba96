import { wordList } from '../../terms/language.ts';
import type { Hospital } from '../hospital.ts';
import { type FuzzyMatch, nameFinder } from './fuzzy-names.ts';
import { isOrigin, type TownFound } from './match-town.ts';
import { type NameToken, nameTokens } from './name-tokens.ts';

export type HospitalFound = { hospital: Hospital; first: number; last: number; score: number };

const spellings: Record<string, readonly string[]> = {
  hospital: wordList({
    en: 'hosp, hospitl, hospitel, hsptl, hospt, hosptal, hospitals',
    hi: 'अस्पताल, हास्पिटल, हास्पीटल, चिकित्सालय',
    'hi-Latn': 'haspatal, aspatal, asptal, asptaal, aspataal, chikitsalaya',
  }),
  medical: wordList({ en: 'medicl, medicle', hi: 'मेडिकल', 'hi-Latn': '' }),
  college: wordList({ en: 'clg, collage, colege', hi: 'कालेज', 'hi-Latn': '' }),
  centre: wordList({ en: 'center', hi: 'सेंटर', 'hi-Latn': '' }),
};
const usual = new Map(
  Object.entries(spellings).flatMap(([word, others]) => others.map((other) => [other, word])),
);
const withUsualWords = (words: readonly NameToken[]): NameToken[] =>
  words.map((word) => ({ ...word, text: usual.get(word.text) ?? word.text }));

const kinds = new Set(['hospital', 'medical', 'college']);
const inside = new Set(wordList({ en: 'blood, bank', hi: 'में', 'hi-Latn': 'me, mein, mai, m' }));
const beforePeople = new Set(
  wordList({
    en: 'patient, pt, pesent, name, attendant, mr',
    hi: 'मरीज, पेशेंट, नाम, रोगी',
    'hi-Latn': 'naam, nam, mareez, mariz, marij, rogi, shri, smt',
  }),
);

/** "SRN" followed by "medical college" or "hosp" takes those words too; they add nothing. */
const withKind = (words: readonly NameToken[], last: number): number =>
  kinds.has(words[last + 1]?.text ?? '') ? withKind(words, last + 1) : last;

/** "Patient Kamla Nehru" is a woman; "patient Kamla Nehru hospital" and "… me bharti" (admitted to) name the hospital. */
const isPerson = (
  words: readonly NameToken[],
  { first, last, score }: FuzzyMatch<unknown>,
): boolean => {
  const after = words[last + 1]?.text ?? '';
  const ended = words[last]?.text ?? '';
  return (
    score > 5 &&
    beforePeople.has(words[first - 1]?.text ?? '') &&
    !kinds.has(ended) &&
    !kinds.has(after) &&
    !inside.has(after)
  );
};

/**
 * Returns a function that finds a hospital in the words of a text. `districtOf` gives a hospital's district. `towns` are
 * those that the text names elsewhere, by a PIN too. A name that several hospitals share ("Dufferin") counts only with
 * its town. A hospital in a town of the text comes before one elsewhere. A name beside another town ("Lohia hospital
 * Farrukhabad"), or a general name ("civil hospital") with another town in the text, is a hospital we do not know.
 */
export const hospitalFinder = (
  hospitals: readonly Hospital[],
  districtOf: (hospital: Hospital) => string,
) => {
  const names = hospitals.flatMap((of) => [of.name, ...of.aliases].map((name) => ({ name, of })));
  const read = (name: string) => withUsualWords(nameTokens(name));
  const find = nameFinder(names, { fuzzyFrom: 5, read });

  const choose = (
    words: readonly NameToken[],
    found: FuzzyMatch<Hospital>,
    towns: readonly TownFound[],
  ): (HospitalFound & { local: boolean })[] => {
    const last = withKind(words, found.last);
    const elsewhere = towns.filter((t) => t.last < found.first || t.first > found.last);
    const local = found.candidates.filter((h) => towns.some((t) => t.district === districtOf(h)));
    const [hospital, ...others] = local.length > 0 ? local : found.candidates;
    const plain = kinds.has(words[found.last]?.text ?? '');
    const rival = elsewhere.some(
      (t) => t.first === last + 1 || t.last === found.first - 1 || (plain && !isOrigin(words, t)),
    );
    const foreign = local.length === 0 && rival;
    if (!hospital || others.length > 0 || foreign || isPerson(words, found)) return [];
    return [{ hospital, first: found.first, last, score: found.score, local: local.length > 0 }];
  };

  return (text: readonly NameToken[], towns: readonly TownFound[]): HospitalFound | undefined => {
    const words = withUsualWords(text);
    return find(words)
      .flatMap((found) => choose(words, found, towns))
      .sort(
        (a, b) => Number(b.local) - Number(a.local) || b.score - a.score || a.first - b.first,
      )[0];
  };
};
