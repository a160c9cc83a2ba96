import { parse } from 'csv-parse/sync';

/** A line that was not taken, and why; lines are counted as an editor counts them, the header being 1. */
export type RefusedLine = { line: number; reason: string };

/** Cells by column name, in lower case with underscores; a column the file has not is absent. */
export type CsvRecord = { line: number; cells: Record<string, string> };

/** A cell may hold line breaks in quotes; a quote open for longer than this was never meant to stay open. */
const longestRecord = 5;

type Piece = { line: number; text: string };

/**
 * The records of a CSV file with a header row: any column order, quotes, CRLF, blank lines, a byte order mark. One
 * broken line costs that line only, so records are cut apart before they are parsed.
 */
export const readCsvRecords = (
  text: string,
  required: readonly string[],
): { records: CsvRecord[]; refused: RefusedLine[] } => {
  const [header, ...rest] = pieces(text.replace(/^\uFEFF/, ''));
  if (!header) return { records: [], refused: [{ line: 1, reason: 'the file is empty' }] };
  const names = (cellsOf(header.text) ?? []).map((name) =>
    name.toLowerCase().replace(/[\s-]+/g, '_'),
  );
  const fault = headerFault(names, required);
  if (fault) return { records: [], refused: [{ line: header.line, reason: fault }] };
  const read = rest.map((piece) => recordOf(piece, names));
  return {
    records: read.filter((r) => 'cells' in r),
    refused: read.filter((r) => 'reason' in r),
  };
};

const headerFault = (names: string[], required: readonly string[]): string | undefined => {
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) return `the header has no column ${missing.join(', ')}`;
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  return twice && `the header has the column ${twice} twice`;
};

const recordOf = ({ line, text }: Piece, names: string[]): CsvRecord | RefusedLine => {
  const cells = cellsOf(text);
  if (!cells) return { line, reason: 'its quotes do not match' };
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell !== '')) {
    return { line, reason: `it has ${cells.length} fields, the header ${names.length}` };
  }
  return { line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) };
};

/** Undefined: no CSV. */
const cellsOf = (text: string): string[] | undefined => {
  try {
    const [cells = []]: string[][] = parse(text, { trim: true });
    return cells.map(unguarded);
  } catch {
    return undefined;
  }
};

/** Spreadsheets would run a cell that begins like a formula; our export guards it with an apostrophe. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@\t])/, '');

/** The file cut into records: a line, and those after it while a quote is open. Blank ones are left out. */
const pieces = (text: string): Piece[] => {
  const lines = text.split(/\r\n|\n|\r/);
  const found: Piece[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const length = recordLength(lines, i);
    const piece = lines.slice(i, i + length).join('\n');
    if (!/^[\s,]*$/.test(piece)) found.push({ line: i + 1, text: piece });
    i += length - 1;
  }
  return found;
};

/** How many lines from there on make one record; one, where no quote that is open gets closed soon. */
const recordLength = (lines: string[], from: number): number => {
  if (!lines[from]?.includes('"')) return 1;
  for (let length = 1; length <= longestRecord; length += 1) {
    if (cellsOf(lines.slice(from, from + length).join('\n'))) return length;
  }
  return 1;
};
