import { tokenize } from '#shared/conversation/text/normalize.ts';

/** A column as a file may name it: its own header, then other names for it, the better ones first. */
export type NamedColumn = { header: string; isOptional?: boolean; otherNames?: string };

/** The columns that a header names, by their place in the line, and those that it names twice. */
export type HeaderPlaces = { places: ReadonlyMap<string, number>; twice: readonly string[] };

/** Words that a form's question puts around the name of a column. */
const fillers = new Set(
  `a an as by can did do donor donors enter for from have is kindly my of our please put s
  select tell the to us was what when which with write you your yours`.split(/\s+/),
);

const wordsOf = (text: string): string[] =>
  tokenize(text)
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => token.text);

/** A name whole, and without the words around it. */
const keysOf = (name: string): string[] => {
  const words = wordsOf(name);
  return [words.join(''), words.filter((word) => !fillers.has(word)).join('')];
};

/** Headers are shorter; some are questions of a form. */
const maxHeaderLength = 200;

/** "Your Mobile No. (WhatsApp)" as it is, without what is in brackets, only that, and each side of a slash. */
const readings = (whole: string): string[] => {
  const cell = whole.slice(0, maxHeaderLength);
  const inBrackets = [...cell.matchAll(/[([](.*?)[)\]]/g)].map((match) => match[1] ?? '');
  const bare = cell.replace(/[([].*?[)\]]/g, ' ');
  const sides = bare.split(/[/|\n]/);
  return [cell, bare, ...sides, ...inBrackets].flatMap(keysOf);
};

/** Finds columns by the names that a file gives them. Made once for a table. */
export const headerFinder = (
  columns: readonly NamedColumn[],
): ((cells: readonly string[]) => HeaderPlaces) => {
  const byKey = new Map<string, { header: string; rank: number }>();
  for (const { header, otherNames = '' } of columns) {
    for (const [rank, name] of [header, ...otherNames.split(',')].entries()) {
      for (const key of keysOf(name))
        if (key !== '' && !byKey.has(key)) byKey.set(key, { header, rank });
    }
  }
  const nameOf = (cell: string) =>
    readings(cell)
      .map((key) => byKey.get(key))
      .find((name) => name !== undefined);
  return (cells) => {
    const best = new Map<string, { rank: number; at: number }>();
    const twice = new Set<string>();
    for (const [at, cell] of cells.entries()) {
      const name = nameOf(cell);
      if (!name) continue;
      const known = best.get(name.header);
      if (known?.rank === name.rank) twice.add(name.header);
      if (known && known.rank <= name.rank) continue;
      twice.delete(name.header);
      best.set(name.header, { rank: name.rank, at });
    }
    return {
      places: new Map([...best].map(([header, { at }]) => [header, at])),
      twice: [...twice],
    };
  };
};
