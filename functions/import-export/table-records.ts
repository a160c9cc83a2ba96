import { maxTitleLines, readCsvLines } from './csv-lines.ts';
import { type HeaderPlaces, headerFinder, type NamedColumn } from './header-names.ts';
import type { RefusedLine, Table, TableRecord } from './table-lines.ts';

type Header = { line: number; width: number } & HeaderPlaces;

/**
 * The records of a table with a header row: any column order, headers in other words, a title above the header. A broken
 * line costs that line only.
 */
export const readTableRecords = (
  table: Table,
  columns: readonly NamedColumn[],
): { records: TableRecord[]; refused: RefusedLine[] } => {
  const findPlaces = headerFinder(columns);
  const lines =
    typeof table === 'string'
      ? readCsvLines(table, (cells) => findPlaces(cells).places.size)
      : table;
  const [first] = lines;
  if (!first) return { records: [], refused: [{ line: 1, reason: 'the file is empty' }] };
  // The header is the line above which only titles stand: the first of those that name most columns.
  const header = lines
    .slice(0, maxTitleLines)
    .filter((line) => 'cells' in line)
    .map(
      (line): Header => ({ line: line.line, width: line.cells.length, ...findPlaces(line.cells) }),
    )
    .reduce<Header | undefined>(
      (best, line) => (best && best.places.size >= line.places.size ? best : line),
      undefined,
    );
  if (!header) return { records: [], refused: [{ line: first.line, reason: noHeader }] };
  const reason = checkHeader(header, columns);
  if (reason) return { records: [], refused: [{ line: header.line, reason }] };
  const parsed = lines
    .filter(({ line }) => line > header.line)
    .map((line) => ('cells' in line ? toRecord(line, header) : line));
  return {
    records: parsed.filter((record) => 'cells' in record),
    refused: parsed.filter((record) => 'reason' in record),
  };
};

const noHeader = 'no header row is found';

/** Why the header is refused; undefined when it is good. */
const checkHeader = (
  { places, twice }: HeaderPlaces,
  columns: readonly NamedColumn[],
): string | undefined => {
  const missing = columns
    .filter(({ header, isOptional }) => !isOptional && !places.has(header))
    .map(({ header }) => header);
  if (missing.length > 0) return `the header has no column ${missing.join(', ')}`;
  return twice[0] && `the header has the column ${twice[0]} twice`;
};

const toRecord = (
  { line, cells }: { line: number; cells: string[] },
  { places, width }: Header,
): TableRecord | RefusedLine => {
  if (cells.slice(width).some((cell) => cell !== '')) {
    return { line, reason: `it has ${cells.length} fields, the header ${width}` };
  }
  const named = [...places].map(([header, at]) => [header, cells[at] ?? ''] as const);
  return { line, cells: Object.fromEntries(named) };
};
