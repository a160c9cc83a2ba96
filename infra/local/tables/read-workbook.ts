import { readSheet } from 'read-excel-file/node';
import type { TableLine } from '#functions/import-export/table-lines.ts';

/** A date cell as its day: a spreadsheet's dates have no time zone, and the library gives them in UTC. */
const renderCell = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10);
};

/** The rows of a workbook's first sheet, numbered as the spreadsheet shows them. Numbers keep all their digits. */
export const readWorkbook = async (bytes: Buffer): Promise<TableLine[]> => {
  const rows = await readSheet(bytes, { parseNumber: (text) => text });
  return rows
    .map((row, i) => ({ line: i + 1, cells: row.map(renderCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
};
