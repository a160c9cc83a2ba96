import * as z from 'zod';
import { parseBloodGroup } from '#shared/conversation/parse/parse-blood-group.ts';
import type { Sex } from '#shared/people/donor.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { type Pin, pinSchema, type ZoneId } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { isOfCountries, type PhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { type Day, daySchema } from '#shared/terms/time.ts';
import type { RefusedLine } from './csv-records.ts';

/** A cell parsed into our own terms, or refused with a reason that repeats what was written. */
const cell = <T>(parse: (raw: string) => T | undefined, reason: (raw: string) => string) =>
  z.string().transform((raw, context): T => {
    const value = parse(raw);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: reason(raw) });
    return z.NEVER;
  });

/** An empty cell, or a column that the file lacks, has no value. */
export const optionalCell = <T>(schema: z.ZodType<T>) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional()).optional();

export const parseRow = <T>(
  schema: z.ZodType<T>,
  { line, cells }: { line: number; cells: Record<string, string> },
): { line: number; row: T } | RefusedLine => {
  const parsed = schema.safeParse(cells);
  if (parsed.success) return { line, row: parsed.data };
  return { line, reason: parsed.error.issues.map((issue) => issue.message).join('; ') };
};

const isSpreadsheetNumber = (raw: string): boolean => /^\d[\d.]*e\+?\d+$/i.test(raw);

/** A number as people write it. Indian numbers have ten digits, mobile or with their area code. */
const parsePhone = (raw: string): PhoneNumber | undefined => {
  if (!/^[+\d\s().-]+$/.test(raw)) return undefined;
  const phone = parsePhoneNumber(raw);
  return phone?.startsWith('+91') && phone.length !== 13 ? undefined : phone;
};

/** Refuses numbers that the hotline would never text or call. */
export const phoneCell = (countries: readonly string[]) =>
  cell<PhoneNumber>(parsePhone, (raw) => {
    if (raw === '') return 'phone is missing';
    return isSpreadsheetNumber(raw)
      ? `phone "${raw}" was cut short by the spreadsheet: make its column text`
      : `phone "${raw}" is not a phone number`;
  }).refine((phone) => isOfCountries(phone, countries), {
    error: ({ input }) => `phone "${input}" is of none of the countries ${countries.join(', ')}`,
  });

export const nameCell = cell<string>(
  (raw) => {
    const name = raw.replace(/[\p{Cc}\p{Zs}]+/gu, ' ').trim();
    return name === '' || name.length > 60 ? undefined : name;
  },
  (raw) => (raw === '' ? 'name is missing' : 'name is longer than 60 characters'),
);

export const groupCell = cell<BloodGroup>(
  (raw) => {
    const found = parseBloodGroup(raw);
    return found?.type === 'found' ? found.group : undefined;
  },
  (raw) => (raw === '' ? 'group is missing' : `group "${raw}" is not a blood group`),
);

const sexWords: Record<string, Sex> = {
  f: 'woman',
  female: 'woman',
  woman: 'woman',
  m: 'man',
  male: 'man',
  man: 'man',
  o: 'other',
  other: 'other',
};
export const sexCell = cell<Sex>(
  (raw) => new Map(Object.entries(sexWords)).get(raw.toLowerCase()),
  (raw) => `sex "${raw}" is not F, M or O`,
);

/** An empty cell means the group's own language. */
export const languageCell = (defaultLanguage: Language) =>
  cell<Language>(
    (raw) =>
      raw === '' ? defaultLanguage : languages.find((l) => l.toLowerCase() === raw.toLowerCase()),
    (raw) => `language "${raw}" is not en, hi or hi-Latn`,
  );

export const pinCell = (gazetteer: Gazetteer) =>
  cell<Pin>(
    (raw) => {
      const pin = pinSchema.safeParse(raw.replace(/\s/g, ''));
      return pin.success && gazetteer.placeOfPin(pin.data) ? pin.data : undefined;
    },
    (raw) => (raw === '' ? 'pin is missing' : `pin "${raw}" is not a PIN code we know`),
  );

/** By id, by its name in any language, or by one of its districts. */
export const zoneCell = (gazetteer: Gazetteer) =>
  cell<ZoneId>(
    (raw) => {
      const wanted = raw.toLowerCase().replace(/\s+zone$/, '');
      const isWanted = (word: string): boolean => word.toLowerCase() === wanted;
      const byName = gazetteer.zones.find(
        ({ id, names }) => isWanted(id) || Object.values(names).some(isWanted),
      );
      return (byName ?? gazetteer.zones.find((zone) => zone.districts.some(isWanted)))?.id;
    },
    (raw) =>
      raw === ''
        ? 'zone is missing'
        : `zone "${raw}" is none of ${gazetteer.zones.map(({ id }) => id).join(', ')}`,
  );

export const dayCell = (column: string) =>
  cell<Day>(
    (raw) => daySchema.safeParse(raw).data,
    (raw) => `${column} "${raw}" is not a date like 2026-03-31`,
  );

export const yearCell = cell<number>(
  (raw) => (/^(19|20)\d\d$/.test(raw) ? Number(raw) : undefined),
  (raw) => `birth_year "${raw}" is not a year like 1990`,
);

export const weightCell = cell<number>(
  (raw) => {
    const kg = Number(/^(\d+(?:\.\d+)?)\s*(?:kg)?$/i.exec(raw)?.[1]);
    return kg >= 20 && kg <= 300 ? kg : undefined;
  },
  (raw) => `weight_kg "${raw}" is not a weight in kilograms`,
);

export const emailCell = cell<string>(
  (raw) => z.email().safeParse(raw).data,
  (raw) => `email "${raw}" is not an e-mail address`,
);
