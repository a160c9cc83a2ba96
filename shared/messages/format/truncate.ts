import { mayNameHospital, maySayOn } from '../../terms/safe-words.ts';
import { trimEnd } from '../../terms/trim-end.ts';
import { toLatinLetters } from './transliterate.ts';

/** Signs that a phone or an editor puts in by itself, in GSM-7: one curly quote would double the price of a message. */
const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚′`´]/g, "'"],
  [/[“”„″«»]/g, '"'],
  [/[‐-―−]/g, '-'],
  [/…/g, '...'],
  [/[•·]/g, '-'],
  [/\u200b|\ufeff|\ufe0f|\p{Extended_Pictographic}/gu, ''],
  [/[\s\p{Cc}]+/gu, ' '],
];

/** What a person wrote, on one line, cut after a whole word to at most `length` UTF-16 units. */
export const truncate = (raw: string, length: number): string => {
  const text = plainSigns.reduce((t, [sign, plain]) => t.replace(sign, plain), raw).trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const whole = trimEnd(cut.slice(0, Math.max(0, cut.lastIndexOf(' '))), /[\s,;:.(-]/);
  return whole || hardCut(text, length);
};

/** One long word: never half a surrogate pair, nor a letter without its vowel sign. */
const hardCut = (text: string, length: number): string => {
  let end = length;
  while (end > 1 && /^(?:\p{M}|\u200c|\u200d|[\udc00-\udfff])/u.test(text.slice(end))) end--;
  return text.slice(0, end);
};

/** What people wrote, cut to the lengths that segment-budgets.ts counts with. `spell` comes first. */
const writtenFields = (spell: (text: string) => string) => {
  const cut = (raw: string, length: number): string => truncate(spell(raw), length);
  return {
    truncate: cut,
    /** A comma or colon would look like the next person. */
    personName: (name: string): string =>
      maySayOn(name) ? truncate(spell(name).replace(/[,:।]/g, ' '), 20) : '',
    hospitalName: (hospital: string): string =>
      mayNameHospital(hospital) ? cut(hospital, 24) : '',
    placeName: (place: string): string => cut(place, 16),
    reasonText: (reason: string): string => trimEnd(cut(reason, 80), /[.।!?\s]/),
    /** A code as a person typed it. */
    typedCode: (code: string): string => cut(code, 7),
  };
};

/** For readers of Devanagari. */
export const asWritten = writtenFields((text) => text);
/** For readers of Latin letters: Devanagari is transliterated. */
export const inLatinLetters = writtenFields(toLatinLetters);

/** "4821, 5930"; at most five, which few people have. */
export const codeList = (codes: readonly string[]): string => codes.slice(0, 5).join(', ');
