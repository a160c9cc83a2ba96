/**
 * The text without these signs at its end; `sign` matches one of them. A pattern like `[ ,]+$` looks from every place of
 * the text and takes the square of its length.
 */
export const trimEnd = (text: string, sign: RegExp): string => {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};
