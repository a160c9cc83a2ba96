import type * as z from 'zod';
import type { DonorRow } from '../ports/inbound.ts';
import { type CsvRecord, type CsvRows, collectRows, readCsvRecords } from './csv-records.ts';
import { donorColumns, type ParseContext } from './donor-columns.ts';

/** A donors' file (docs/contract.md). */
export const parseDonorCsv = (text: string, context: ParseContext): CsvRows<DonorRow> => {
  const { records, refused } = readCsvRecords(text, requiredHeaders);
  const columns = Object.entries(donorColumns).map(([field, { header, cell }]) => ({
    field,
    header,
    cell: cell(context),
  }));
  return collectRows(
    records.map((record) => parseDonorRecord(record, columns)),
    refused,
  );
};

const requiredHeaders = Object.values(donorColumns)
  .filter(({ isOptional }) => !isOptional)
  .map(({ header }) => header);

type ReadyColumn = { field: string; header: string; cell: z.ZodType };
type Values = { [Field in keyof DonorRow]?: unknown };

/** The row, or every reason for which the line is refused. */
const parseDonorRecord = ({ line, cells }: CsvRecord, columns: ReadyColumn[]) => {
  const values: Values = {};
  const reasons: string[] = [];
  for (const { field, header, cell } of columns) {
    const parsed = cell.safeParse(cells[header]);
    if (!parsed.success) reasons.push(...parsed.error.issues.map(({ message }) => message));
    else if (parsed.data !== undefined) Object.assign(values, { [field]: parsed.data });
  }
  return isDonorRow(values, reasons) ? { line, row: values } : { line, reason: reasons.join('; ') };
};

/** Each column has given a value of its field's type, or a reason. */
const isDonorRow = (_values: Values, reasons: string[]): _values is DonorRow =>
  reasons.length === 0;
