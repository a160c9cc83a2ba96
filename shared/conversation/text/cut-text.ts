/*
 * A long text that a phone or a carrier sends as several: cut in the middle of a word ("… patient Ra", "mesh Kumar …"),
 * or numbered by an app ("(1/2) …", "(2/2) …").
 */

/** The letters of a whole text and of each part of a longer one: in Latin letters, and in others (docs/facts.md#india). */
const sizes = { latin: { alone: 160, part: 153 }, other: { alone: 70, part: 67 } };
const isLatin = /^[ -~\n\r]*$/;
const endsSentence = (text: string): boolean => /[.!?।]$/u.test(text.trimEnd());
/** "(1/2) ", "2/2: ". */
const numbering = /^\s*[([]?([1-9])\/([2-9])[)\]]?[\s:.-]+/;

/** `isFull`: it ends where a part ends. `next`: the number of the part that follows. */
export type CutText = { text: string; isFull: boolean; next?: string | undefined };

const isFullAt = (length: number, { alone, part }: (typeof sizes)['latin']): boolean =>
  length > 0 && (length === alone || length % part === 0);

export const withoutNumbering = (text: string): string => text.replace(numbering, '');

const nextNumber = (raw: string): string | undefined => {
  const [, part, of] = numbering.exec(raw) ?? [];
  return part && of && part < of ? `${Number(part) + 1}/${of}` : undefined;
};

/** What has come so far, when more of it may follow. `raw`: the last part as it came; `text`: all parts, as far as read. */
export const cutOff = (raw: string, text: string): CutText | undefined => {
  const size = isLatin.test(raw) ? sizes.latin : sizes.other;
  const isWhole = isFullAt(raw.length, size);
  // A space at the cut is lost on some ways.
  const isFull = !endsSentence(raw) && (isWhole || isFullAt(raw.length + 1, size));
  const next = nextNumber(raw);
  if (!isFull && !next) return undefined;
  const gap = isFull && isWhole && !/\s$/.test(raw) ? '' : ' ';
  return { text: withoutNumbering(text) + gap, isFull, ...(next && { next }) };
};

/** False for a capital behind a small letter: no word goes on so. */
const goesOn = (before: string, raw: string): boolean =>
  !(/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(raw));

/** Both as one text; undefined when this one is no continuation. `isNumbered`: its number says that it is one. */
export const joinCut = (
  cut: CutText,
  raw: string,
): { text: string; isNumbered: boolean } | undefined => {
  const [, part, of] = numbering.exec(raw) ?? [];
  const isNumbered = cut.next !== undefined && cut.next === `${part}/${of}`;
  if (!isNumbered && !(cut.isFull && goesOn(cut.text, raw))) return undefined;
  const more = isNumbered ? withoutNumbering(raw) : raw;
  return {
    text: cut.text.endsWith(' ') ? cut.text + more.trimStart() : cut.text + more,
    isNumbered,
  };
};
