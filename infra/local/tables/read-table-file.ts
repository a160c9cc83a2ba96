import { readFileSync } from 'node:fs';
import type { Table } from '#functions/import-export/table-lines.ts';

/** Why a file cannot be read as a table: one sentence without the file's name. */
export class TableFileError extends Error {
  override name = 'TableFileError';
}

/** The first bytes of a zip, which an .xlsx is. */
const zip = 'PK\u0003\u0004';
/** The first bytes of an Excel file from before 2007. */
const oldExcel = '\u00D0\u00CF\u0011\u00E0';

const startsWith = (bytes: Buffer, sign: string): boolean =>
  bytes.subarray(0, sign.length).toString('latin1') === sign;

/** The table of a file: CSV in UTF-8, or the first sheet of an .xlsx. What the file is shows in it, not in its name. */
export const readTableFile = async (path: string): Promise<Table> => {
  const bytes = readBytes(path);
  if (startsWith(bytes, oldExcel))
    throw new TableFileError('is an old Excel file: save it as .xlsx or as "CSV UTF-8"');
  if (startsWith(bytes, zip)) return readExcel(bytes);
  // UTF-16 without its mark decodes, with a zero beside each letter.
  if (bytes.includes(0)) throw notUtf8();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
};

const notUtf8 = (): TableFileError => new TableFileError('is not UTF-8: save it as "CSV UTF-8"');

const readExcel = async (bytes: Buffer): Promise<Table> => {
  // Loaded only for a spreadsheet: no other command needs it.
  const { readWorkbook } = await import('./read-workbook.ts');
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TableFileError(`is not an .xlsx that can be read (${why}): save it as "CSV UTF-8"`);
  }
};

const readBytes = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    throw new TableFileError(`cannot be read (${why})`);
  }
};
