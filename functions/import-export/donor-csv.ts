import * as z from 'zod';
import { registrationAge } from '#shared/people/eligibility.ts';
import { dayOf, type EpochMs } from '#shared/terms/time.ts';
import type { DonorRow } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import {
  dayCell,
  emailCell,
  groupCell,
  languageCell,
  nameCell,
  optionalCell,
  parseRow,
  phoneCell,
  pinCell,
  sexCell,
  weightCell,
  yearCell,
  zoneCell,
} from './csv-cells.ts';
import { type RefusedLine, readCsvRecords } from './csv-records.ts';

/** Good lines in their order (a phone that comes twice: the later one updates), and the others with their reasons. */
export type CsvRows<T> = { rows: { line: number; row: T }[]; refused: RefusedLine[] };

const required = [
  'phone',
  'name',
  'group',
  'sex',
  'birth_year',
  'pin',
  'language',
  'last_donation',
];

/** A donors' file (CONTRACT, "CSV"). */
export const parseDonorCsv = (
  text: string,
  { config, gazetteer, now }: Pick<Services, 'config' | 'gazetteer'> & { now: EpochMs },
): CsvRows<DonorRow> => {
  const schema = donorSchema(config, gazetteer, now);
  const { records, refused } = readCsvRecords(text, required);
  return gather(
    records.map((record) => parseRow(schema, record)),
    refused,
  );
};

export const gather = <T>(
  read: ({ line: number; row: T } | RefusedLine)[],
  refused: RefusedLine[],
): CsvRows<T> => ({
  rows: read.filter((r) => 'row' in r),
  refused: [...refused, ...read.filter((r) => 'reason' in r)].sort((a, b) => a.line - b.line),
});

const donorSchema = (
  { policy, defaultLanguage, countries }: Services['config'],
  gazetteer: Services['gazetteer'],
  now: EpochMs,
): z.ZodType<DonorRow> => {
  const { minAge, maxAge } = policy.donation;
  const oldEnough = yearCell.superRefine((year, context) => {
    const age = registrationAge(year, now, policy.donation);
    if (age === 'ok') return;
    const message = `birth_year ${year} is ${age === 'too-young' ? `under ${minAge}` : `over ${maxAge}`}`;
    context.addIssue({ code: 'custom', message });
  });
  const past = dayCell('last_donation').refine((day) => day <= dayOf(now), {
    message: 'last_donation is in the future',
  });
  return z
    .object({
      phone: phoneCell(countries),
      name: nameCell,
      group: groupCell,
      sex: sexCell,
      birth_year: oldEnough,
      pin: pinCell(gazetteer),
      language: languageCell(defaultLanguage),
      last_donation: optionalCell(past),
      weight_kg: optionalCell(weightCell),
      email: optionalCell(emailCell),
      zone: optionalCell(zoneCell(gazetteer)),
      paused_until: optionalCell(dayCell('paused_until')),
    })
    .transform(({ birth_year, last_donation, weight_kg, email, zone, paused_until, ...rest }) => ({
      ...rest,
      birthYear: birth_year,
      ...(last_donation && { lastDonation: last_donation }),
      ...(weight_kg !== undefined && { weightKg: weight_kg }),
      ...(email && { email }),
      ...(zone && { zone }),
      ...(paused_until && { pausedUntil: paused_until }),
    }));
};
