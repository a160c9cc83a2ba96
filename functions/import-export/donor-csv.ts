import type * as z from 'zod';
import type { DonorRow } from '../ports/inbound.ts';
import { checkDonorRow, dayHeaders, donorColumns, type ParseContext } from './donor-columns.ts';
import { refuseDoubtfulDays } from './doubtful-days.ts';
import { refuseSharedPhones } from './shared-phones.ts';
import {
  type CsvRows,
  collectRows,
  type ParsedLine,
  type Table,
  type TableRecord,
} from './table-lines.ts';
import { readTableRecords } from './table-records.ts';

/** A donors' file (docs/contract.md). */
export const parseDonorCsv = (table: Table, context: ParseContext): CsvRows<DonorRow> => {
  const read = readTableRecords(table, Object.values(donorColumns));
  const { records, refused } = refuseDoubtfulDays(read.records, dayHeaders);
  const columns = Object.entries(donorColumns).map(([field, { header, cell }]) => ({
    field,
    header,
    cell: cell(context),
  }));
  const parsed = records.map((record) => parseDonorRecord(record, columns));
  return collectRows(refuseSharedPhones(parsed), [...read.refused, ...refused]);
};

type ReadyColumn = { field: string; header: string; cell: z.ZodType };
type Values = { [Field in keyof DonorRow]?: unknown };

/** The row, or every reason for which the line is refused. */
const parseDonorRecord = (
  { line, cells }: TableRecord,
  columns: ReadyColumn[],
): ParsedLine<DonorRow> => {
  const values: Values = {};
  const reasons: string[] = [];
  for (const { field, header, cell } of columns) {
    const parsed = cell.safeParse(cells[header]);
    if (!parsed.success) reasons.push(...parsed.error.issues.map(({ message }) => message));
    else if (parsed.data !== undefined) Object.assign(values, { [field]: parsed.data });
  }
  if (!isDonorRow(values, reasons)) return { line, reason: reasons.join('; ') };
  const reason = checkDonorRow(values);
  return reason === undefined ? { line, row: values } : { line, reason };
};

/** Each column has given a value of its field's type, or a reason. */
const isDonorRow = (_values: Values, reasons: string[]): _values is DonorRow =>
  reasons.length === 0;
