import { packNumbers, unpackNumbers } from './number-codec.ts';

/** PINs in order and, at the same places, where they are (hundredths of a degree) and the number of their district. */
export type PinColumns = { pins: number[]; lats: number[]; lons: number[]; districts: number[] };

/** A column as text: each number as what it adds to the one above it. */
const packColumn = (numbers: readonly number[]): string =>
  packNumbers(numbers.map((n, i) => n - (numbers[i - 1] ?? 0)));

const unpackColumn = (text: string): number[] => {
  let sum = 0;
  return unpackNumbers(text).map((difference) => {
    sum += difference;
    return sum;
  });
};

/** A column of runs that go up by `step`: where each begins, as what it adds to the end of the one above, and its length. */
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

/** As one line: the first PIN in clear, then the columns. A table of many is searched by its lines' beginnings. */
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
