import * as z from 'zod';
import { volunteerRoles } from '#shared/people/volunteer.ts';
import type { VolunteerRow } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import { languageCell, nameCell, parseRow, phoneCell, zoneCell } from './csv-cells.ts';
import { type CsvRows, collectRows, readCsvRecords } from './csv-records.ts';

const requiredHeaders = ['phone', 'name', 'zone', 'role', 'language'];

const roleCell = z
  .string()
  .transform((raw) => raw.toLowerCase())
  .pipe(
    z.enum(volunteerRoles, {
      error: ({ input }) => `role "${input}" is not verifier or coordinator`,
    }),
  );

/** A volunteers' file (docs/contract.md). */
export const parseVolunteerCsv = (
  text: string,
  { config, gazetteer }: Pick<Services, 'config' | 'gazetteer'>,
): CsvRows<VolunteerRow> => {
  const schema = z.object({
    phone: phoneCell(config.countries),
    name: nameCell,
    zone: zoneCell(gazetteer),
    role: roleCell,
    language: languageCell(config.defaultLanguage),
  });
  const { records, refused } = readCsvRecords(text, requiredHeaders);
  return collectRows(
    records.map((record) => parseRow(schema, record)),
    refused,
  );
};
