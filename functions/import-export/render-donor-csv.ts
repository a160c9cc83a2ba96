import type { Person } from '#shared/people/person.ts';
import type { Language } from '#shared/terms/language.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import { donorColumns } from './donor-columns.ts';

/*
 * Donors as a file that can be imported again (docs/contract.md). Written by hand: the `escape_formulas` of
 * csv-stringify would also guard `+91` and so change every phone number.
 */

const columns = Object.values(donorColumns);

export const quoteCell = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const renderDonorHeader = (): string => columns.map(({ header }) => header).join(',');

/** One line, whole phone number included; undefined for a person who is not a donor. */
export const renderDonorLine = (
  person: Person,
  now: EpochMs,
  language: Language,
): string | undefined => {
  const { donor } = person;
  if (!donor) return undefined;
  const context = { person, donor, now, language };
  return columns.map((column) => quoteCell(column.render(context))).join(',');
};
