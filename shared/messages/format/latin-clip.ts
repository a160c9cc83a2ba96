import { toLatinLetters } from './transliterate.ts';
import * as plain from './truncate.ts';

/* What people wrote, for readers of Latin letters: the same cuts as in clip.ts, Devanagari spelt out first. */

export { codeList } from './truncate.ts';
export const clip = (raw: string, length: number): string =>
  plain.clip(toLatinLetters(raw), length);
export const personName = (name: string): string => plain.personName(toLatinLetters(name));
export const hospitalName = (name: string): string => plain.hospitalName(toLatinLetters(name));
export const placeName = (place: string): string => plain.placeName(toLatinLetters(place));
export const reasonText = (reason: string): string => plain.reasonText(toLatinLetters(reason));
export const typedCode = (code: string): string => plain.typedCode(toLatinLetters(code));
