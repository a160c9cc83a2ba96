import { readFileSync } from 'node:fs';
import type { CsvRows } from '#functions/import-export/csv-records.ts';
import { parseDonorCsv } from '#functions/import-export/donor-csv.ts';
import { parseVolunteerCsv } from '#functions/import-export/volunteer-csv.ts';
import { importDonor, importVolunteer } from '#functions/use-cases/donors/import-people.ts';
import { type Command, type CommandCall, CommandError } from './command.ts';

const details = (columns: string, optional: string): string =>
  `The file is CSV in UTF-8 with a header row: ${columns}${optional}.
Columns may come in any order, phone numbers in any usual form. A bad line is refused with its
reason and never stops the good ones; a known phone is updated.`;

export const importDonors: Command = {
  summary: 'adds or updates donors',
  args: ['FILE.csv'],
  details: details(
    'phone,name,group,sex,birth_year,pin,language,last_donation',
    ',\nand optional weight_kg,email,zone,paused_until',
  ),
  run: ({ services, args, terminal }) => {
    const { config, gazetteer, clock } = services;
    const csv = parseDonorCsv(readText(args[0]), { config, gazetteer, now: clock.now() });
    return importRows(csv, (row) => importDonor(services, row), terminal);
  },
};

export const importVolunteers: Command = {
  summary: 'adds or updates verifiers and coordinators; on duty from now on',
  args: ['FILE.csv'],
  details: details('phone,name,zone,role,language', ''),
  run: ({ services, args, terminal }) => {
    const csv = parseVolunteerCsv(readText(args[0]), services);
    return importRows(csv, (row) => importVolunteer(services, row), terminal);
  },
};

const readText = (path = ''): string => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error;
    throw new CommandError(`${path} cannot be read (${why})`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${path} is not UTF-8: save it as "CSV UTF-8"`);
  }
};

type ImportRow = typeof importDonor;

/** Phones imported at once. The lines of one phone stay in order, so that the last one holds. */
const workers = 8;

const importRows = async <T extends { phone: string }>(
  { rows, refused }: CsvRows<T>,
  importRow: (row: T) => ReturnType<ImportRow>,
  { out }: CommandCall['terminal'],
): Promise<number> => {
  const counts = { added: 0, updated: 0 };
  const waiting = byPhone(rows.map(({ row }) => row));
  const work = async (): Promise<void> => {
    for (let lines = waiting.shift(); lines; lines = waiting.shift()) {
      for (const row of lines) counts[await importRow(row)] += 1;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  out(`added ${counts.added}, updated ${counts.updated}, refused ${refused.length}`);
  for (const { line, reason } of refused) out(`line ${line}: ${reason}`);
  return rows.length > 0 || refused.length === 0 ? 0 : 1;
};

const byPhone = <T extends { phone: string }>(rows: readonly T[]): T[][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.phone, [...(groups.get(row.phone) ?? []), row]);
  return [...groups.values()];
};
