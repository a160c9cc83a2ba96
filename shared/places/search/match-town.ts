import { wordList } from '../../terms/language.ts';
import { farTowns } from '../data/far-towns.ts';
import { type Town, towns } from '../data/towns.ts';
import { type FuzzyMatch, type Name, nameFinder } from './fuzzy-names.ts';
import { type NameToken, nameTokens } from './name-tokens.ts';

/** A district, and the words of the text that name it. */
export type TownFound = { district: string; first: number; last: number; score: number };

const places = wordList({
  en: 'district, distt, dist, city, hospital, hosp, medical, college, up',
  hi: 'जिला, ज़िला, शहर, अस्पताल, कॉलेज, कालेज, मेडिकल',
  'hi-Latn': 'zila, jila, zilla, jilla, shahar, sadar, aspatal',
});
const placeWords = new Set(places.map((w) => w.replace(/\u093C/g, '')));
const nameTails = new Set(
  wordList({
    en: 'prasad, prashad, parsad, devi, lal, das, singh, kumar',
    hi: 'प्रसाद, देवी, लाल, सिंह',
    'hi-Latn': '',
  }),
);
const fromWords = new Set(
  wordList({ en: '', hi: 'से, वाले, निवासी', 'hi-Latn': 'se, wale, wala, wali, niwasi, nivasi' }),
);

/** "Banda" is a town alone or beside a word for a place; elsewhere it means a fellow. "Mathura Prasad" is a man. */
const isMeant = (
  words: readonly NameToken[],
  found: FuzzyMatch<string>,
  known: Record<string, Town>,
): boolean => {
  const before = words[found.first - 1]?.text ?? '';
  const after = words[found.last + 1]?.text ?? '';
  if (nameTails.has(after)) return false;
  const everyday = found.candidates.every((district) => known[district]?.everyday);
  const alone = found.first === 0 && found.last === words.length - 1;
  return !everyday || alone || placeWords.has(before) || placeWords.has(after);
};

/** "Kaushambi se", "from Kaushambi": where a person comes from, not where the blood is needed. */
export const isOrigin = (words: readonly NameToken[], found: TownFound): boolean =>
  words[found.first - 1]?.text === 'from' || fromWords.has(words[found.last + 1]?.text ?? '');

/** Returns a function that finds these districts in the words of a text, in order. Of overlapping matches the best stays. */
export const townFinder = (districts: readonly string[]) =>
  finderOf(districts, { known: towns, fuzzyFrom: 7 });

/** The same for towns outside all zones. They are found by their exact names: "Jalalpur" is not Jabalpur. */
export const farTownFinder = (names: readonly string[]) =>
  finderOf(names, { known: farTowns, fuzzyFrom: Number.POSITIVE_INFINITY });

const finderOf = (
  districts: readonly string[],
  { known, fuzzyFrom }: { known: Record<string, Town>; fuzzyFrom: number },
) => {
  const names: Name<string>[] = districts.flatMap((district) =>
    [district, ...(known[district]?.also ?? [])].map((name) => ({ name, of: district })),
  );
  const find = nameFinder(names, { fuzzyFrom, read: nameTokens });
  return (words: readonly NameToken[]): TownFound[] => {
    const kept: TownFound[] = [];
    const best = find(words).filter((f) => isMeant(words, f, known));
    for (const { candidates, first, last, score } of best.sort((a, b) => b.score - a.score)) {
      const [district] = candidates;
      const overlaps = kept.some((k) => first <= k.last && k.first <= last);
      if (district !== undefined && candidates.length === 1 && !overlaps) {
        kept.push({ district, first, last, score });
      }
    }
    return kept.sort((a, b) => a.first - b.first);
  };
};
