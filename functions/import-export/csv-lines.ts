import { parse } from 'csv-parse/sync';
import type { TableLine } from './table-lines.ts';

/*
 * csv-parse reads single records; this file cuts them apart first, because its own recovery would lose the lines after
 * a broken quote.
 */

/** Lines of one record: a cell may hold line breaks in quotes, but a quote open for longer is a mistake. */
const maxRecordLines = 5;

/** What stands between columns: a comma, or what spreadsheets write where the comma is the decimal point. */
const delimiters = [',', ';', '\t', '|'];

/** Lines above which no header is expected. */
export const maxTitleLines = 10;

/**
 * The lines of a CSV text: quotes, CRLF, blank lines, a byte order mark, `sep=;` in the first line. Without `sep=` the
 * delimiter is the one with which a line is most like a header. A broken line costs that line only.
 */
export const readCsvLines = (
  text: string,
  headerLikeness: (cells: readonly string[]) => number,
): TableLine[] => {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const named = /^"?sep=(.)"?[\s,;|]*$/i.exec(first)?.[1];
  if (named) return cutLines(['', ...rest], named);
  const lines = [first, ...rest];
  const likeness = (delimiter: string): number =>
    Math.max(
      ...cutLines(lines.slice(0, maxTitleLines * maxRecordLines), delimiter)
        .slice(0, maxTitleLines)
        .map((line) => ('cells' in line ? headerLikeness(line.cells) : 0)),
    );
  const [best = ','] = delimiters
    .map((delimiter) => ({ delimiter, likeness: likeness(delimiter) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ delimiter }) => delimiter);
  return cutLines(lines, best);
};

/** Cuts lines into records: a line, and the lines after it while a quote is open. Skips blank records. */
const cutLines = (lines: readonly string[], delimiter: string): TableLine[] => {
  const found: TableLine[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const length = recordLength(lines, i, delimiter);
    const record = lines.slice(i, i + length).join('\n');
    if (!isBlank(record, delimiter)) {
      const cells = parseCells(record, delimiter);
      found.push(cells ? { line: i + 1, cells } : { line: i + 1, reason: notMatched });
    }
    i += length - 1;
  }
  return found;
};

const notMatched = 'its quotes do not match';

const isBlank = (record: string, delimiter: string): boolean =>
  record.replaceAll(delimiter, '').trim() === '';

/** How many lines from there on make one record; 1 when an open quote is not closed soon. */
const recordLength = (lines: readonly string[], from: number, delimiter: string): number => {
  if (!lines[from]?.includes('"')) return 1;
  let quotes = 0;
  for (let length = 1; length <= maxRecordLines; length += 1) {
    quotes += (lines[from + length - 1] ?? '').split('"').length - 1;
    // An odd number of quotes leaves one open.
    if (quotes % 2 === 1) continue;
    if (parseCells(lines.slice(from, from + length).join('\n'), delimiter)) return length;
  }
  return 1;
};

/** Undefined: not CSV. */
const parseCells = (record: string, delimiter: string): string[] | undefined => {
  try {
    const text = record.replace(/(^|[,;\t|])="([^"]*)"(?=[,;\t|]|$)/g, '$1"$2"');
    const [cells = []]: string[][] = parse(text, { trim: true, delimiter });
    return cells.map(withoutGuard);
  } catch {
    return undefined;
  }
};

/**
 * Drops what keeps a spreadsheet from changing a cell: the apostrophe that our export writes before a formula, and
 * ="…" around a number. parseCells has already read ="…" where it stands without quotes of its own.
 */
const withoutGuard = (cell: string): string =>
  cell.replace(/^'(?=[=+\-@\t＝＋－＠])/, '').replace(/^="(.*)"$/, '$1');
