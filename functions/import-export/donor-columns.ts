import * as z from 'zod';
import { saysNeverDonated } from '#shared/conversation/dialogues/never-donated.ts';
import type { Donor } from '#shared/people/donor.ts';
import { registrationAge } from '#shared/people/eligibility.ts';
import type { Person } from '#shared/people/person.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { Language } from '#shared/terms/language.ts';
import { dayOf, type EpochMs } from '#shared/terms/time.ts';
import type { HotlineConfig } from '../hotline-config.ts';
import type { DonorRow } from '../ports/inbound.ts';
import { optionalCell } from './cell.ts';
import { emailCell, groupCell, languageCell, nameCell, sexCell, weightCell } from './csv-cells.ts';
import { dayCell, yearCell } from './day-cell.ts';
import type { NamedColumn } from './header-names.ts';
import { phoneCell } from './phone-cell.ts';
import { pinCell, zoneCell } from './place-cells.ts';

export type ParseContext = { config: HotlineConfig; gazetteer: Gazetteer; now: EpochMs };
export type RenderContext = { person: Person; donor: Donor; now: EpochMs; language: Language };

/** `otherNames` are read in a header too, the better ones first; `isOptional`: the file may leave the column out. */
type Column<T> = NamedColumn & {
  isDay?: true;
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
    otherNames: `mobile, mobile no, mobile number, phone no, phone number, mob, mob no, cell,
      cell no, cell phone, contact no, contact number, contact, ph no, whatsapp, whatsapp no,
      whatsapp number, telephone, tel, मोबाइल, मोबाइल नंबर, मोबाइल नं, मोबाइल नम्बर, फोन,
      फोन नंबर, संपर्क नंबर, mobail number`,
    cell: ({ config }) => phoneCell(config.countries),
    render: ({ person }) => person.phone,
  },
  name: {
    header: 'name',
    otherNames: `full name, donor name, name of donor, volunteer name, नाम, पूरा नाम, रक्तदाता का नाम,
      naam, pura naam`,
    cell: () => nameCell,
    render: ({ person }) => guardFormula(person.name ?? ''),
  },
  group: {
    header: 'group',
    otherNames: `blood group, bloodgroup, blood grp, blood gp, b group, bg, blood type, abo rh,
      रक्त समूह, रक्तसमूह, ब्लड ग्रुप, रक्त वर्ग, khoon group`,
    cell: () => groupCell,
    render: ({ donor }) => donor.group,
  },
  sex: {
    header: 'sex',
    otherNames: 'gender, male female, m f, लिंग, ling',
    cell: () => sexCell,
    render: ({ donor }) => sexLetters[donor.sex],
  },
  birthYear: {
    header: 'birth_year',
    otherNames: `year of birth, yob, dob, d o b, date of birth, birth date, birthday,
      जन्म तिथि, जन्म तारीख, जन्म वर्ष, जन्म दिनांक, janm tithi`,
    cell: (context) => registrableYear(context),
    render: ({ donor }) => String(donor.birthYear),
  },
  pin: {
    header: 'pin',
    otherNames: `pincode, pin code, pin no, pin number, postal code, postcode, zip, zip code,
      area pin, area pincode, area pin code, पिन, पिन कोड, पिनकोड`,
    cell: ({ gazetteer }) => pinCell(gazetteer),
    render: ({ donor }) => donor.pin,
  },
  language: {
    header: 'language',
    otherNames: 'lang, preferred language, language preferred, language preference, भाषा, bhasha',
    cell: ({ config }) => languageCell(config.defaultLanguage),
    render: ({ person, language }) => person.language ?? language,
  },
  lastDonation: {
    header: 'last_donation',
    isDay: true,
    otherNames: `last donation date, last donated, last donated on, last donated date,
      last donation on, last blood donation, last blood donation date, date of last donation,
      date of last blood donation, last donate, last donate blood, last donated blood,
      last date of donation, last date of blood donation, last given,
      अंतिम रक्तदान, पिछला रक्तदान, अंतिम रक्तदान की तिथि`,
    cell: ({ now }) => lastDonationCell(now),
    render: ({ donor }) => donor.lastDonation?.day ?? '',
  },
  weightKg: {
    header: 'weight_kg',
    otherNames: 'weight, weight in kg, weight in kgs, weight kgs, wt, body weight, वजन, vajan',
    isOptional: true,
    cell: () => optionalCell(weightCell),
    render: ({ donor }) => (donor.weightKg === undefined ? '' : String(donor.weightKg)),
  },
  email: {
    header: 'email',
    otherNames: 'e mail, mail, email id, e mail id, mail id, email address, e mail address, ईमेल',
    isOptional: true,
    cell: () => optionalCell(emailCell),
    render: ({ donor }) => guardFormula(donor.email ?? ''),
  },
  zone: {
    header: 'zone',
    otherNames: 'police zone, जोन, ज़ोन',
    isOptional: true,
    cell: ({ gazetteer }) => optionalCell(zoneCell(gazetteer)),
    render: ({ donor }) => donor.place.zone,
  },
  pausedUntil: {
    header: 'paused_until',
    isDay: true,
    otherNames: 'pause until, paused till, pause till, not before',
    isOptional: true,
    cell: ({ now }) => optionalCell(dayCell('paused_until', now)),
    render: ({ donor: { pausedUntil }, now }) =>
      pausedUntil !== undefined && pausedUntil > now ? dayOf(pausedUntil) : '',
  },
};

export const dayHeaders: readonly string[] = Object.values(donorColumns)
  .filter((column) => column.isDay)
  .map(({ header }) => header);

const sexLetters = { woman: 'F', man: 'M', other: 'O' } as const;

/** A spreadsheet runs a cell that begins like a formula, and anyone may register under any name. */
const guardFormula = (text: string): string => text.replace(/^(?=[=+\-@\t＝＋－＠])/, "'");

/** The day, or words that say never. */
const lastDonationCell = (now: EpochMs) =>
  z
    .preprocess(
      (raw) => (typeof raw === 'string' && saysNeverDonated(raw) ? '' : raw),
      optionalCell(
        dayCell('last_donation', now).refine((day) => day <= dayOf(now), {
          message: 'last_donation is in the future',
        }),
      ),
    )
    .optional();

/** A year of birth whose donor may register. */
const registrableYear = ({ config: { policy }, now }: ParseContext) => {
  const { minAge, maxAge } = policy.donation;
  return yearCell(now).superRefine((year, context) => {
    const age = registrationAge(year, now, policy.donation);
    if (age === 'ok') return;
    const limit = age === 'too-young' ? `under ${minAge}` : `over ${maxAge}`;
    context.addIssue({ code: 'custom', message: `birth_year ${year} is ${limit}` });
  });
};

/** Why the fields of a row, each good in itself, cannot all be true; undefined when they can. */
export const checkDonorRow = ({ birthYear, lastDonation }: DonorRow): string | undefined =>
  lastDonation && Number(lastDonation.slice(0, 4)) <= birthYear
    ? `last_donation ${lastDonation} cannot be: the donor was born in ${birthYear}`
    : undefined;
