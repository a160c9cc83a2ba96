/** A line that was refused, and why; lines are counted as an editor counts them, from 1. */
export type RefusedLine = { line: number; reason: string };

/** One line of a table, cut into cells; or one that is no line of a table. */
export type TableLine = { line: number; cells: string[] } | RefusedLine;

/** A table as its text, or as the rows of a spreadsheet. */
export type Table = string | readonly TableLine[];

/** Cells by column, as donor-columns.ts names it; a column that the file lacks is absent. */
export type TableRecord = { line: number; cells: Record<string, string> };

export type ParsedLine<T> = { line: number; row: T } | RefusedLine;

/** Good lines in their order (when a person comes twice, the later line updates), and the others with their reasons. */
export type CsvRows<T> = { rows: { line: number; row: T }[]; refused: RefusedLine[] };

/** Joins the parsed lines with those refused before parsing; refused lines in the order of the file. */
export const collectRows = <T>(
  parsed: readonly ParsedLine<T>[],
  refused: readonly RefusedLine[],
): CsvRows<T> => ({
  rows: parsed.filter((line) => 'row' in line),
  refused: [...refused, ...parsed.filter((line) => 'reason' in line)].sort(
    (a, b) => a.line - b.line,
  ),
});
