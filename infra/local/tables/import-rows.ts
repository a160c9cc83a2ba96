import type { CsvRows, RefusedLine } from '#functions/import-export/table-lines.ts';

type Row<T> = { line: number; row: T };
type ImportRow<T> = (row: T) => Promise<'added' | 'updated'>;

export type ImportCounts = {
  added: number;
  updated: number;
  /** Not imported because of what they say, in the order of the file. */
  refused: readonly RefusedLine[];
  /** Good lines that could not be stored: nothing is wrong with the file. */
  failed: RefusedLine[];
};

/** Phones imported at once. The lines of one phone stay in order, so that the last one holds. */
const workers = 8;
/** After so many failures the database is taken to be unavailable, and the other lines are not tried. */
const maxFailures = 16;

/** Imports each row on its own: a row that cannot be stored does not stop the others. */
export const importRows = async <T extends { phone: string }>(
  { rows, refused }: CsvRows<T>,
  importRow: ImportRow<T>,
): Promise<ImportCounts> => {
  const counts: ImportCounts = { added: 0, updated: 0, refused, failed: [] };
  const waiting = byPhone(rows);
  const importOne = async ({ line, row }: Row<T>): Promise<void> => {
    if (counts.failed.length >= maxFailures) {
      counts.failed.push({ line, reason: 'was not tried: too many lines before it failed' });
      return;
    }
    try {
      counts[await importRow(row)] += 1;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      counts.failed.push({ line, reason: `could not be stored (${why.replace(/\s+/g, ' ')})` });
    }
  };
  const work = async (): Promise<void> => {
    for (let lines = waiting.shift(); lines; lines = waiting.shift()) {
      for (const line of lines) await importOne(line);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  counts.failed.sort((a, b) => a.line - b.line);
  return counts;
};

const byPhone = <T extends { phone: string }>(rows: readonly Row<T>[]): Row<T>[][] => {
  const groups = new Map<string, Row<T>[]>();
  for (const row of rows) groups.set(row.row.phone, [...(groups.get(row.row.phone) ?? []), row]);
  return [...groups.values()];
};
