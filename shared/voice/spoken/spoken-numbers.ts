import type { BloodGroup } from '../../terms/blood-group.ts';
import type { SpokenLanguage } from '../../terms/language.ts';

/* Numbers as words, so that every voice reads them the same way: codes digit by digit, PINs in pairs, counts as counts. */

const english = {
  ones: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
};

/** 0 to 99: Hindi has a word of its own for each. */
const hindi = (
  'शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस ' +
  'बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस ' +
  'चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ ' +
  'साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी ' +
  'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पंचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'
).split(' ');

const digits: Record<SpokenLanguage, readonly string[]> = { en: english.ones, hi: hindi };

const belowHundred: Record<SpokenLanguage, (n: number) => string> = {
  en: (n) => {
    if (n < 20) return english.ones[n] ?? '';
    const ones = n % 10 === 0 ? '' : ` ${english.ones[n % 10]}`;
    return `${english.tens[Math.floor(n / 10)]}${ones}`;
  },
  hi: (n) => hindi[n] ?? '',
};

/** Whole numbers from 0 as words. From 100,000 on, which no count here reaches, digit by digit. */
export const countInWords = (n: number, language: SpokenLanguage): string => {
  if (!Number.isInteger(n) || n < 0 || n >= 100_000) return digitsInWords(String(n), language);
  if (n >= 1000) return inParts(n, 1000, language);
  if (n >= 100) return inParts(n, 100, language);
  return belowHundred[language](n);
};

const named = {
  100: { en: 'hundred', hi: 'सौ' },
  1000: { en: 'thousand', hi: 'हज़ार' },
} as const;

/** "one hundred twenty", "एक सौ बीस" */
const inParts = (n: number, part: 100 | 1000, language: SpokenLanguage): string => {
  const many = `${countInWords(Math.floor(n / part), language)} ${named[part][language]}`;
  return n % part === 0 ? many : `${many} ${countInWords(n % part, language)}`;
};

/** "4821": "four eight two one". Other signs are left out. */
export const digitsInWords = (text: string, language: SpokenLanguage): string =>
  [...text]
    .filter((d) => /\d/.test(d))
    .map((d) => digits[language][Number(d)])
    .join(' ');

/** "211001": "twenty one, ten, zero one". */
export const pairsInWords = (text: string, language: SpokenLanguage): string =>
  (text.match(/\d\d?/g) ?? [])
    .map((pair) =>
      pair.startsWith('0') ? digitsInWords(pair, language) : countInWords(Number(pair), language),
    )
    .join(', ');

const letters = {
  en: { A: 'A', B: 'B', AB: 'A B', O: 'O' },
  hi: { A: 'ए', B: 'बी', AB: 'ए बी', O: 'ओ' },
} as const;
const signs = {
  en: { '+': 'positive', '-': 'negative' },
  hi: { '+': 'पॉज़िटिव', '-': 'नेगेटिव' },
} as const;
const bombay: Record<SpokenLanguage, string> = { en: 'Bombay group', hi: 'बॉम्बे ग्रुप' };

/** The letters of a group, as they are said. */
export const aboInWords = (abo: string, language: SpokenLanguage): string =>
  abo === 'A' || abo === 'B' || abo === 'AB' || abo === 'O' ? letters[language][abo] : abo;

export const groupInWords = (group: BloodGroup, language: SpokenLanguage): string => {
  if (group === 'Oh') return bombay[language];
  const sign = group.endsWith('+') ? '+' : '-';
  return `${aboInWords(group.slice(0, -1), language)} ${signs[language][sign]}`;
};
