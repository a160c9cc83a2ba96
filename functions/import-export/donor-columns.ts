import type * as z from 'zod';
import type { Donor } from '#shared/people/donor.ts';
import { registrationAge } from '#shared/people/eligibility.ts';
import type { Person } from '#shared/people/person.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { Language } from '#shared/terms/language.ts';
import { dayOf, type EpochMs } from '#shared/terms/time.ts';
import type { HotlineConfig } from '../hotline-config.ts';
import type { DonorRow } from '../ports/inbound.ts';
import {
  dayCell,
  emailCell,
  groupCell,
  languageCell,
  nameCell,
  optionalCell,
  phoneCell,
  pinCell,
  sexCell,
  weightCell,
  yearCell,
  zoneCell,
} from './csv-cells.ts';

export type ParseContext = { config: HotlineConfig; gazetteer: Gazetteer; now: EpochMs };
export type RenderContext = { person: Person; donor: Donor; now: EpochMs; language: Language };

type Column<T> = {
  header: string;
  /** The file may leave this column out. */
  isOptional?: true;
  cell(context: ParseContext): z.ZodType<T>;
  /** The cell's text, before quoting; '' when there is no value. */
  render(context: RenderContext): string;
};

/**
 * Each field of a donor's line in a CSV file: how its cell is parsed and rendered (docs/contract.md), in the order of
 * the columns we write. A field of DonorRow without a column does not compile.
 */
export const donorColumns: { [Field in keyof DonorRow]-?: Column<DonorRow[Field]> } = {
  phone: {
    header: 'phone',
    cell: ({ config }) => phoneCell(config.countries),
    render: ({ person }) => person.phone,
  },
  name: {
    header: 'name',
    cell: () => nameCell,
    render: ({ person }) => guardFormula(person.name ?? ''),
  },
  group: {
    header: 'group',
    cell: () => groupCell,
    render: ({ donor }) => donor.group,
  },
  sex: {
    header: 'sex',
    cell: () => sexCell,
    render: ({ donor }) => sexLetters[donor.sex],
  },
  birthYear: {
    header: 'birth_year',
    cell: (context) => registrableYear(context),
    render: ({ donor }) => String(donor.birthYear),
  },
  pin: {
    header: 'pin',
    cell: ({ gazetteer }) => pinCell(gazetteer),
    render: ({ donor }) => donor.pin,
  },
  language: {
    header: 'language',
    cell: ({ config }) => languageCell(config.defaultLanguage),
    render: ({ person, language }) => person.language ?? language,
  },
  lastDonation: {
    header: 'last_donation',
    cell: ({ now }) => optionalCell(pastDay('last_donation', now)),
    render: ({ donor }) => donor.lastDonation?.day ?? '',
  },
  weightKg: {
    header: 'weight_kg',
    isOptional: true,
    cell: () => optionalCell(weightCell),
    render: ({ donor }) => (donor.weightKg === undefined ? '' : String(donor.weightKg)),
  },
  email: {
    header: 'email',
    isOptional: true,
    cell: () => optionalCell(emailCell),
    render: ({ donor }) => guardFormula(donor.email ?? ''),
  },
  zone: {
    header: 'zone',
    isOptional: true,
    cell: ({ gazetteer }) => optionalCell(zoneCell(gazetteer)),
    render: ({ donor }) => donor.place.zone,
  },
  pausedUntil: {
    header: 'paused_until',
    isOptional: true,
    cell: () => optionalCell(dayCell('paused_until')),
    render: ({ donor: { pausedUntil }, now }) =>
      pausedUntil !== undefined && pausedUntil > now ? dayOf(pausedUntil) : '',
  },
};

const sexLetters = { woman: 'F', man: 'M', other: 'O' } as const;

/** A spreadsheet runs a cell that begins like a formula, and anyone may register under any name. */
const guardFormula = (text: string): string => text.replace(/^(?=[=+\-@\t])/, "'");

const pastDay = (column: string, now: EpochMs) =>
  dayCell(column).refine((day) => day <= dayOf(now), { message: `${column} is in the future` });

/** A year of birth whose donor may register. */
const registrableYear = ({ config: { policy }, now }: ParseContext) => {
  const { minAge, maxAge } = policy.donation;
  return yearCell.superRefine((year, context) => {
    const age = registrationAge(year, now, policy.donation);
    if (age === 'ok') return;
    const limit = age === 'too-young' ? `under ${minAge}` : `over ${maxAge}`;
    context.addIssue({ code: 'custom', message: `birth_year ${year} is ${limit}` });
  });
};
