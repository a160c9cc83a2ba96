/*
 * Whole numbers as short printable text: in a table of small differences a number takes about a byte. The signs need no
 * escape in any kind of string, so that the text is as long in a bundle as it is here. | is free as a separator.
 * pin-blocks.ts says what this saves.
 */
const signs = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
  (sign) => !'"\'`\\$|'.includes(sign),
);
const base = signs.length;
/** By character code. */
const values: number[] = [];
for (const [value, sign] of signs.entries()) values[sign.charCodeAt(0)] = value;

/** A first sign below this is a whole number by itself: −40 to 39. */
const alone = 80;
/** Three more signs follow this first sign, and one follows those between: −356 to 355. */
const long = base - 1;
/** The offset of zero in the range of one, two and four signs. */
const zero = {
  one: alone / 2,
  two: Math.floor(((long - alone) * base) / 2),
  four: Math.floor(base ** 3 / 2),
};

const packNumber = (n: number): string => {
  if (!Number.isInteger(n) || Math.abs(n) > zero.four)
    throw new RangeError(`${n} cannot be packed`);
  const sign = (value: number): string => signs[value] ?? '';
  const one = n + zero.one;
  if (one >= 0 && one < alone) return sign(one);
  const two = n + zero.two;
  if (two >= 0 && two < 2 * zero.two)
    return sign(alone + Math.floor(two / base)) + sign(two % base);
  const four = n + zero.four;
  const digits = [Math.floor(four / base ** 2), Math.floor(four / base) % base, four % base];
  return [long, ...digits].map(sign).join('');
};

/** Whole numbers from −352,484 to 352,484; any other throws RangeError. */
export const packNumbers = (numbers: readonly number[]): string => numbers.map(packNumber).join('');

/** Reads what `packNumbers` wrote. Any other text gives arbitrary numbers. */
export const unpackNumbers = (text: string): number[] => {
  const numbers: number[] = [];
  let at = 0;
  const next = (): number => values[text.charCodeAt(at++)] ?? 0;
  while (at < text.length) {
    const first = next();
    if (first < alone) numbers.push(first - zero.one);
    else if (first < long) numbers.push((first - alone) * base + next() - zero.two);
    else numbers.push((next() * base + next()) * base + next() - zero.four);
  }
  return numbers;
};
