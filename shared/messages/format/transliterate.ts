/*
 * Devanagari in Latin letters, as people spell names in texts: without diacritics, and without the schwas that Hindi
 * does not speak. Many basic phones cannot show Devanagari, and one such letter makes a text cost three times as much
 * (docs/facts.md#india).
 */
const consonants: Record<string, string> = {
  ...{ क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n' },
  ...{ ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n' },
  ...{ प: 'p', फ: 'ph', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v' },
  ...{ श: 'sh', ष: 'sh', स: 's', ह: 'h' },
};
const dotted: Record<string, string> = { ज: 'z', फ: 'f', ड: 'r', ढ: 'rh' };
const vowels: Record<string, string> = {
  ...{ अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au' },
  ...{ ऑ: 'o', ऍ: 'e' },
};
const signs: Record<string, string> = {
  ...{ 'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ो': 'o' },
  ...{ 'ौ': 'au', 'ॉ': 'o', 'ॅ': 'e', '्': '' },
};

/** One letter with its vowel; `schwa`: the vowel is the unwritten a. */
type Syllable = { onset: string; vowel: string; nasal: boolean; schwa: boolean };

const syllablesOf = (word: string): Syllable[] =>
  [...word.matchAll(/(\p{Lo})(़?)([\u093e-\u094d]?)([ऀ-ः]?)/gu)].map(
    ([, letter = '', dot, sign = '', mark]) => {
      const onset = (dot && dotted[letter]) || consonants[letter] || '';
      const own = vowels[letter];
      return {
        onset,
        vowel: own ?? signs[sign] ?? 'a',
        nasal: mark === 'ं' || mark === 'ँ',
        schwa: own === undefined && sign === '',
      };
    },
  );

/** A schwa is silent at the end, and between a vowel and consonant before and a consonant and vowel after (राजकुमार). */
const isSilent = (all: Syllable[], i: number): boolean => {
  const [before, it, next] = [all[i - 1], all[i], all[i + 1]];
  if (!it?.schwa || it.nasal || !before) return false;
  if (next) return before.vowel !== '' && next.onset !== '' && next.vowel !== '';
  // कृष्ण, चंद्र: after another consonant these consonants need it.
  return before.vowel !== '' && !before.nasal ? true : !/^[rnymvl]$/.test(it.onset);
};

const renderWord = (word: string): string => {
  const syllables = syllablesOf(word);
  for (let i = syllables.length - 1; i > 0; i -= 1) {
    const it = syllables[i];
    if (it && isSilent(syllables, i)) syllables[i] = { ...it, vowel: '' };
  }
  const text = syllables
    .map(({ onset, vowel, nasal }, i) => {
      const lips = /^[pbm]/.test(syllables[i + 1]?.onset ?? '');
      return onset + vowel + (nasal ? (lips ? 'm' : 'n') : '');
    })
    .join('')
    .replaceAll('jny', 'gy')
    .replaceAll('jn', 'gy');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const digits = '०१२३४५६७८९';

/** The text with every Devanagari word in Latin letters, the first a capital; the rest stays. */
export const toLatinLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u200c\u200d]/g, '')
    .replaceAll(/[०-९]/g, (digit) => String(digits.indexOf(digit)))
    .replaceAll(/[।॥]/g, '.')
    .replaceAll(/[\u0900-\u0963\u0970-\u097f]+/g, renderWord)
    .normalize('NFC');
