import { tokenize } from '#shared/conversation/text/normalize.ts';
import { wordList } from '#shared/terms/language.ts';
import type { ParsedLine } from './table-lines.ts';

type PersonRow = { phone: string; name: string; sex?: string; birthYear?: number };

/** Before a name; two people may share them. */
const titles = new Set(
  wordList({
    en: 'mr, mrs, ms, miss, dr, md, mohd, mohammad',
    hi: 'श्री, श्रीमती, डॉ, मो',
    'hi-Latn': 'smt, shri, sri, km, kumari',
  }),
);

const wordsOf = (name: string): string[] => {
  const words = tokenize(name)
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => text);
  const rest = words.filter((word) => !titles.has(word));
  return rest.length > 0 ? rest : words;
};

/** True for names that one person may have: "Anita" and "Anita Singh", "Kumar Ravi" and "Ravi Kumar". */
const areOneName = (a: string, b: string): boolean => {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const isIn = (part: string[], whole: string[]): boolean =>
    part.every((word) => whole.includes(word));
  return one[0] === two[0] || isIn(one, two) || isIn(two, one);
};

const areOnePerson = (a: PersonRow, b: PersonRow): boolean =>
  a.sex === b.sex && a.birthYear === b.birthYear && areOneName(a.name, b.name);

/** Refuses a line whose phone an earlier line gives to another person: one phone is one person. */
export const refuseSharedPhones = <T extends PersonRow>(
  lines: readonly ParsedLine<T>[],
): ParsedLine<T>[] => {
  const owners = new Map<string, { line: number; row: T }>();
  return lines.map((parsed) => {
    if (!('row' in parsed)) return parsed;
    const { line, row } = parsed;
    const owner = owners.get(row.phone);
    if (!owner) owners.set(row.phone, parsed);
    if (!owner || areOnePerson(owner.row, row)) return parsed;
    const reason = `phone ${row.phone} is on line ${owner.line} too, for another person (${owner.row.name})`;
    return { line, reason };
  });
};
