import type { Token } from '../text/normalize.ts';

const words: readonly (readonly [number, string])[] = [
  [1, 'one ek एक'],
  [2, 'two do doo दो'],
  [3, 'three teen tin तीन तिन'],
  [4, 'four char chaar चार'],
  [5, 'five paanch panch pach पाच पांच पंच'],
  [6, 'six chhe che chah chhah छह छे छ छै'],
  [7, 'seven saat सात'],
  [8, 'eight aath ath आठ'],
  [9, 'nine nau नौ'],
  [10, 'ten das dus दस'],
];
const values: ReadonlyMap<string, number> = new Map(
  words.flatMap(([value, names]) =>
    names.split(' ').map((name): [string, number] => [name, value]),
  ),
);

/** A whole number of at most three digits, or its word in either language up to ten. "do" is also English: the caller looks at what follows. */
export const smallNumber = (token: Token | undefined): number | undefined => {
  if (!token || token.kind === 'mark') return undefined;
  if (token.kind === 'number') return token.text.length <= 3 ? Number(token.text) : undefined;
  return values.get(token.text);
};
