import { parseDonorCsv } from '#functions/import-export/donor-csv.ts';
import type { Table } from '#functions/import-export/table-lines.ts';
import { parseVolunteerCsv } from '#functions/import-export/volunteer-csv.ts';
import { importDonor, importVolunteer } from '#functions/use-cases/donors/import-people.ts';
import { allCoordinators } from '#functions/use-cases/volunteers/find-volunteers.ts';
import { type ImportCounts, importRows } from '../tables/import-rows.ts';
import { readTableFile, TableFileError } from '../tables/read-table-file.ts';
import { type Command, type CommandCall, CommandError } from './command.ts';

const details = (columns: string, optional: string): string =>
  `The file is CSV in UTF-8, or the first sheet of an .xlsx, with a header row: ${columns}${optional}.
Columns may come in any order and under their usual names (Mobile No., Blood Group, DOB), with
comma, semicolon or tab between them. Phone numbers and dates may have any usual form, day first.
A bad line is refused with its reason and never stops the good ones; a known phone is updated.`;

export const importDonors: Command = {
  summary: 'adds or updates donors',
  args: ['FILE'],
  details: details(
    'phone,name,group,sex,birth_year,pin,language,last_donation',
    ',\nand optional weight_kg,email,zone,paused_until',
  ),
  run: async ({ services, args, terminal }) => {
    const { config, gazetteer, clock } = services;
    const csv = parseDonorCsv(await readTable(args[0]), { config, gazetteer, now: clock.now() });
    return report(await importRows(csv, (row) => importDonor(services, row)), terminal);
  },
};

export const importVolunteers: Command = {
  summary: 'adds or updates verifiers and coordinators; on duty from now on',
  args: ['FILE'],
  details: details('phone,name,zone,role,language', ''),
  run: async ({ services, args, terminal }) => {
    const csv = parseVolunteerCsv(await readTable(args[0]), services);
    const coordinators = await allCoordinators(services);
    const counts = await importRows(csv, (row) => importVolunteer(services, row, coordinators));
    return report(counts, terminal);
  },
};

const readTable = async (path = ''): Promise<Table> => {
  try {
    return await readTableFile(path);
  } catch (error) {
    if (error instanceof TableFileError) throw new CommandError(`${path} ${error.message}`);
    throw error;
  }
};

/** The counts, then each line that was not imported. */
const report = (
  { added, updated, refused, failed }: ImportCounts,
  { out }: CommandCall['terminal'],
): number => {
  const counts = `added ${added}, updated ${updated}, refused ${refused.length}`;
  out(failed.length === 0 ? counts : `${counts}, failed ${failed.length}`);
  for (const { line, reason } of [...refused, ...failed]) out(`line ${line}: ${reason}`);
  const isNothing = added + updated === 0 && refused.length > 0;
  return failed.length > 0 || isNothing ? 1 : 0;
};
