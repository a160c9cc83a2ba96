/*
 * How a word sounds, so that "pahunch", "pohonch" and "पहुँच" are one. Hindi in Latin letters has no fixed spelling, and
 * its vowels vary most: the consonants stay.
 */

/** Devanagari consonants and independent vowels in Latin letters, aspiration dropped. A nukta is dropped before. */
const devanagari: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'क k,ख k,ग g,घ g,ङ n,च c,छ c,ज j,झ j,ञ n,ट t,ठ t,ड d,ढ d,ण n,त t,थ t,द d,ध d,न n',
    'प p,फ f,ब b,भ b,म m,य y,र r,ल l,व v,श s,ष s,स s,ह h,ळ l',
    'अ a,आ a,इ a,ई a,उ a,ऊ a,ए a,ऐ a,ओ a,औ a,ऑ a,ऋ r,ं n,ँ n',
  ].flatMap((row) => row.split(',').map((pair) => [pair[0] ?? '', pair.slice(2)] as const)),
);

/** Letters that stand for one sound. The order counts: the longer first. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/chh|ch|c(?=[eiy])/g, 'C'],
  [/sh/g, 's'],
  [/ph/g, 'f'],
  [/([kgjtdbr])h/g, '$1'],
  [/[cq]/g, 'k'],
  [/C/g, 'c'],
  [/x/g, 'ks'],
  [/z/g, 'j'],
  [/w/g, 'v'],
];

const toLatin = (word: string): string =>
  [...word].map((char) => devanagari[char] ?? (/[a-z0-9]/.test(char) ? char : '')).join('');

/** The consonants of a word as it sounds, and whether it begins with a vowel. Linear in its length. */
export const phoneticForm = (word: string): string => {
  const spelled = /[a-z]/.test(word)
    ? latin.reduce((text, [letters, sound]) => text.replace(letters, sound), word)
    : toLatin(word);
  const [first = '', ...rest] = spelled;
  const begin = /[aeiou]/.test(first) ? 'a' : first;
  const consonants = (begin + rest.filter((char) => !/[aeiouy]/.test(char)).join(''))
    // A half nasal is often not written, and a final one sounds like a vowel.
    .replace(/(?<=.)n(?=[^n])|(?<=..)n$/g, '')
    // A final or middle h is written by some only: "nahi", "nhi", "nai".
    .replace(/(?<=..)h/g, '');
  return consonants.replace(/(.)\1+/g, '$1');
};
