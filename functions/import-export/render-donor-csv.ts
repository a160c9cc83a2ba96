import type { Donor } from '#shared/people/donor.ts';
import type { Person } from '#shared/people/person.ts';
import type { Language } from '#shared/terms/language.ts';
import { dayOf, type EpochMs } from '#shared/terms/time.ts';

/* Donors as a file that can be imported again (CONTRACT, "CSV"). */

type Column = (person: Person, donor: Donor, now: EpochMs, language: Language) => string;

const sexLetters = { woman: 'F', man: 'M', other: 'O' } as const;

/** A spreadsheet would run a name that begins like a formula, and anybody may register under any name. */
const guarded = (text: string): string => text.replace(/^(?=[=+\-@\t])/, "'");

const columns: Record<string, Column> = {
  phone: ({ phone }) => phone,
  name: ({ name }) => guarded(name ?? ''),
  group: (_, { group }) => group,
  sex: (_, { sex }) => sexLetters[sex],
  birth_year: (_, { birthYear }) => String(birthYear),
  pin: (_, { pin }) => pin,
  language: ({ language }, _donor, _now, instead) => language ?? instead,
  last_donation: (_, { lastDonation }) => lastDonation?.day ?? '',
  weight_kg: (_, { weightKg }) => (weightKg === undefined ? '' : String(weightKg)),
  email: (_, { email }) => guarded(email ?? ''),
  zone: (_, { place }) => place.zone,
  paused_until: (_, { pausedUntil }, now) =>
    pausedUntil !== undefined && pausedUntil > now ? dayOf(pausedUntil) : '',
};

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const renderDonorHeader = (): string => Object.keys(columns).join(',');

/** One line, whole phone number included. Undefined: not a donor. */
export const renderDonorLine = (
  person: Person,
  now: EpochMs,
  language: Language,
): string | undefined => {
  const { donor } = person;
  if (!donor) return undefined;
  return Object.values(columns)
    .map((column) => quoted(column(person, donor, now, language)))
    .join(',');
};
