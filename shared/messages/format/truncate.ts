/** Signs a phone or an editor puts in by itself, as GSM-7 has them: one curly quote would double a message's price. */
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
export const clip = (raw: string, length: number): string => {
  const text = plainSigns.reduce((t, [sign, plain]) => t.replace(sign, plain), raw).trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const whole = cut.slice(0, Math.max(0, cut.lastIndexOf(' '))).replace(/[\s,;:.(-]+$/, '');
  return whole || hardCut(text, length);
};

/** One long word: never half a surrogate pair, nor a letter without its vowel sign. */
const hardCut = (text: string, length: number): string => {
  let end = length;
  while (end > 1 && /^(?:\p{M}|\u200c|\u200d|[\udc00-\udfff])/u.test(text.slice(end))) end--;
  return text.slice(0, end);
};

/** The lengths the budgets are counted with. */
/** A comma or colon would look like the next person. */
export const personName = (name: string): string => clip(name.replace(/[,:।]/g, ' '), 20);
export const hospitalName = (hospital: string): string => clip(hospital, 24);
export const placeName = (place: string): string => clip(place, 16);
export const reasonText = (reason: string): string => clip(reason, 80).replace(/[.।!?\s]+$/, '');
/** A code as somebody typed it. */
export const typedCode = (code: string): string => clip(code, 7);
/** "4821, 5930"; nobody has more than a handful waiting. */
export const codeList = (codes: readonly string[]): string => codes.slice(0, 5).join(', ');
