/** A word of a text, normalized to compare names, and its position in the text. */
export type NameToken = { text: string; start: number; end: number };

/** Makes nasals and marks equal that Devanagari writes in several ways: चन्दौली चंदौली, गाज़ियाबाद गाजियाबाद, झाँसी झांसी. */
const plainDevanagari = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u093C\p{Cf}]/gu, '')
    .replace(/\u0901/g, '\u0902')
    .replace(/[ङञणनम]\u094D(?=[\u0915-\u0939])/g, '\u0902')
    .replace(/ॉ/g, 'ा');

const plain = (word: string): string => plainDevanagari(word.toLowerCase());

/** Splits letters from digits ("srn211001" is two words) and drops signs. Accepts any input and never throws. */
export const nameTokens = (text: string): NameToken[] =>
  [...text.matchAll(/\p{L}[\p{L}\p{M}\p{Cf}]*|\p{N}+/gu)].map((match) => ({
    text: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
