import { orderOfDay } from './day-cell.ts';
import type { RefusedLine, TableRecord } from './table-lines.ts';

/**
 * A day is read day first, as in India. A spreadsheet set to another country writes the month first. It shows in a column
 * where some dates allow only that order and no date allows only the other: there the dates that allow both are refused.
 */
export const refuseDoubtfulDays = (
  records: readonly TableRecord[],
  dayHeaders: readonly string[],
): { records: TableRecord[]; refused: RefusedLine[] } => {
  const monthFirst = new Map(
    dayHeaders.flatMap((header) => {
      const orders = records.map(({ cells }) => orderOfDay(cells[header] ?? ''));
      const line = records[orders.indexOf('month-first')]?.line;
      return line === undefined || orders.includes('day-first') ? [] : [[header, line] as const];
    }),
  );
  const reasonFor = ({ cells }: TableRecord): string | undefined => {
    const reasons = [...monthFirst]
      .filter(([header]) => orderOfDay(cells[header] ?? '') === 'either')
      .map(
        ([header, line]) =>
          `${header} "${cells[header]}" may have the month first, as line ${line} does: write it like 2026-03-31`,
      );
    return reasons.length > 0 ? reasons.join('; ') : undefined;
  };
  const checked = records.map((record) => ({ record, reason: reasonFor(record) }));
  return {
    records: checked.filter(({ reason }) => reason === undefined).map(({ record }) => record),
    refused: checked.flatMap(({ record: { line }, reason }) =>
      reason === undefined ? [] : [{ line, reason }],
    ),
  };
};
