import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/** A column as text: each number as what it adds to the one above it. */
export const packColumn = (numbers: readonly number[]): string =>
  packNumbers(numbers.map((n, i) => n - (numbers[i - 1] ?? 0)));

export const unpackColumn = (text: string): number[] => {
  let sum = 0;
  return unpackNumbers(text).map((difference) => {
    sum += difference;
    return sum;
  });
};

/** A column of runs that go up by `step`: where each begins, as what it adds to the end of the one above, and its length. */
export const packRuns = (numbers: readonly number[], step: number): string => {
  const starts = numbers.flatMap((n, i) => (n - (numbers[i - 1] ?? Number.NaN) === step ? [] : i));
  return packNumbers(
    starts.flatMap((from, i) => [
      (numbers[from] ?? 0) - (numbers[from - 1] ?? 0),
      (starts[i + 1] ?? numbers.length) - from,
    ]),
  );
};

export const unpackRuns = (text: string, step: number): number[] => {
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
