import { packNumbers, unpackNumbers } from './number-codec.ts';

/*
 * The PIN table, packed. Measured on its 19,154 rows, minified by esbuild with the code to unpack it, in bytes (after
 * gzip -9): packed 78,492 (55,033); as CSV rows 403,344 (120,916); as JSON columns 403,388 (111,379). So packing saves
 * half of what plain data takes gzipped, and four fifths of what a cold start reads. JSON columns of differences come
 * close gzipped, but not unzipped: 207,446 (58,128).
 */

/** PINs in order and, at the same indices, their positions (hundredths of a degree) and the numbers of their districts. */
export type PinColumns = { pins: number[]; lats: number[]; lons: number[]; districts: number[] };

/** A column as text: each number as the difference to the one above it. */
const packColumn = (numbers: readonly number[]): string =>
  packNumbers(numbers.map((n, i) => n - (numbers[i - 1] ?? 0)));

const unpackColumn = (text: string): number[] => {
  let sum = 0;
  return unpackNumbers(text).map((difference) => {
    sum += difference;
    return sum;
  });
};

/** A column of runs that rise by `step`: the start of each, as the difference to the end of the run before, and its length. */
const packRuns = (numbers: readonly number[], step: number): string => {
  const starts = numbers.flatMap((n, i) => (n - (numbers[i - 1] ?? Number.NaN) === step ? [] : i));
  return packNumbers(
    starts.flatMap((from, i) => [
      (numbers[from] ?? 0) - (numbers[from - 1] ?? 0),
      (starts[i + 1] ?? numbers.length) - from,
    ]),
  );
};

const unpackRuns = (text: string, step: number): number[] => {
  const runs = unpackNumbers(text);
  const numbers: number[] = [];
  let last = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const start = last + (runs[i] ?? 0);
    const length = runs[i + 1] ?? 0;
    for (let k = 0; k < length; k++) numbers.push(start + k * step);
    last = numbers.at(-1) ?? 0;
  }
  return numbers;
};

/** One line: the first PIN in clear, then the columns. A table of lines is searched by the first PINs. */
export const packBlock = ({ pins, lats, lons, districts }: PinColumns): string => {
  const first = pins[0] ?? 0;
  const fromFirst = pins.map((pin) => pin - first);
  const columns = [packRuns(fromFirst, 1), packColumn(lats), packColumn(lons)];
  return first + [...columns, packRuns(districts, 0)].join('|');
};

export const firstPinOf = (block: string): number => Number(block.slice(0, 6));

export const unpackBlock = (block: string): PinColumns => {
  const first = firstPinOf(block);
  const [pins = '', lats = '', lons = '', districts = ''] = block.slice(6).split('|');
  return {
    pins: unpackRuns(pins, 1).map((pin) => first + pin),
    lats: unpackColumn(lats),
    lons: unpackColumn(lons),
    districts: unpackRuns(districts, 0),
  };
};
