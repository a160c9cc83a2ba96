import { parse } from 'csv-parse/sync';

/*
 * csv-parse reads single records; this file cuts them apart first, because its own recovery would lose the lines after
 * a broken quote.
 */

/** A line that was refused, and why; lines are counted as an editor counts them, with the header as line 1. */
export type RefusedLine = { line: number; reason: string };

/** Cells by column name, in lower case with underscores; a column that the file lacks is absent. */
export type CsvRecord = { line: number; cells: Record<string, string> };

/** Good lines in their order (when a phone comes twice, the later line updates), and the others with their reasons. */
export type CsvRows<T> = { rows: { line: number; row: T }[]; refused: RefusedLine[] };

/** Joins the parsed lines with those refused before parsing; refused lines in the order of the file. */
export const collectRows = <T>(
  parsed: ({ line: number; row: T } | RefusedLine)[],
  refused: RefusedLine[],
): CsvRows<T> => ({
  rows: parsed.filter((line) => 'row' in line),
  refused: [...refused, ...parsed.filter((line) => 'reason' in line)].sort(
    (a, b) => a.line - b.line,
  ),
});

/** Lines of one record: a cell may hold line breaks in quotes, but a quote open for longer is a mistake. */
const maxRecordLines = 5;

type RawRecord = { line: number; text: string };

/**
 * The records of a CSV file with a header row: any column order, quotes, CRLF, blank lines, a byte order mark. A broken
 * line costs that line only.
 */
export const readCsvRecords = (
  text: string,
  required: readonly string[],
): { records: CsvRecord[]; refused: RefusedLine[] } => {
  const [header, ...rest] = splitRecords(text.replace(/^\uFEFF/, ''));
  if (!header) return { records: [], refused: [{ line: 1, reason: 'the file is empty' }] };
  const names = (parseCells(header.text) ?? []).map((name) =>
    name.toLowerCase().replace(/[\s-]+/g, '_'),
  );
  const reason = checkHeader(names, required);
  if (reason) return { records: [], refused: [{ line: header.line, reason }] };
  const parsed = rest.map((record) => parseRecord(record, names));
  return {
    records: parsed.filter((record) => 'cells' in record),
    refused: parsed.filter((record) => 'reason' in record),
  };
};

/** Why the header is refused; undefined when it is good. */
const checkHeader = (names: string[], required: readonly string[]): string | undefined => {
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) return `the header has no column ${missing.join(', ')}`;
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  return twice && `the header has the column ${twice} twice`;
};

const parseRecord = ({ line, text }: RawRecord, names: string[]): CsvRecord | RefusedLine => {
  const cells = parseCells(text);
  if (!cells) return { line, reason: 'its quotes do not match' };
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell !== '')) {
    return { line, reason: `it has ${cells.length} fields, the header ${names.length}` };
  }
  return { line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) };
};

/** Undefined: not CSV. */
const parseCells = (text: string): string[] | undefined => {
  try {
    const [cells = []]: string[][] = parse(text, { trim: true });
    return cells.map(withoutGuard);
  } catch {
    return undefined;
  }
};

/** Drops the apostrophe with which our export keeps a spreadsheet from running a cell like a formula. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t])/, '');

/** Cuts the file into records: a line, and the lines after it while a quote is open. Skips blank records. */
const splitRecords = (text: string): RawRecord[] => {
  const lines = text.split(/\r\n|\n|\r/);
  const found: RawRecord[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const length = recordLength(lines, i);
    const record = lines.slice(i, i + length).join('\n');
    if (!/^[\s,]*$/.test(record)) found.push({ line: i + 1, text: record });
    i += length - 1;
  }
  return found;
};

/** How many lines from there on make one record; 1 when an open quote is not closed soon. */
const recordLength = (lines: string[], from: number): number => {
  if (!lines[from]?.includes('"')) return 1;
  for (let length = 1; length <= maxRecordLines; length += 1) {
    if (parseCells(lines.slice(from, from + length).join('\n'))) return length;
  }
  return 1;
};
