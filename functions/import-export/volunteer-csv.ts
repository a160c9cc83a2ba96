import * as z from 'zod';
import { volunteerRoles } from '#shared/people/volunteer.ts';
import type { VolunteerRow } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import { parseRow } from './cell.ts';
import { languageCell, nameCell } from './csv-cells.ts';
import { donorColumns } from './donor-columns.ts';
import type { NamedColumn } from './header-names.ts';
import { phoneCell } from './phone-cell.ts';
import { zoneCell } from './place-cells.ts';
import { refuseSharedPhones } from './shared-phones.ts';
import { type CsvRows, collectRows, type Table } from './table-lines.ts';
import { readTableRecords } from './table-records.ts';

const columns: readonly NamedColumn[] = [
  donorColumns.phone,
  donorColumns.name,
  {
    header: donorColumns.zone.header,
    otherNames: `${donorColumns.zone.otherNames}, district, जिला`,
  },
  { header: 'role', otherNames: 'duty, post, volunteer role, भूमिका' },
  donorColumns.language,
];

const roleCell = z
  .string()
  .transform((raw) => raw.toLowerCase().replace(/[\s-]+/g, ''))
  .pipe(
    z.enum(volunteerRoles, {
      error: ({ input }) => `role "${input}" is not verifier or coordinator`,
    }),
  );

/** A volunteers' file (docs/contract.md). */
export const parseVolunteerCsv = (
  table: Table,
  { config, gazetteer }: Pick<Services, 'config' | 'gazetteer'>,
): CsvRows<VolunteerRow> => {
  const schema = z.object({
    phone: phoneCell(config.countries),
    name: nameCell,
    zone: zoneCell(gazetteer),
    role: roleCell,
    language: languageCell(config.defaultLanguage),
  });
  const { records, refused } = readTableRecords(table, columns);
  const parsed = records.map((record) => parseRow(schema, record));
  return collectRows(refuseSharedPhones(parsed), refused);
};
