import { withoutAlerts } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { register } from '#shared/people/register.ts';
import { withDuty } from '#shared/people/volunteer.ts';
import type { Place } from '#shared/places/place.ts';
import type { Language } from '#shared/terms/language.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { startOfDay } from '#shared/terms/time.ts';
import type { DonorRow, ImportDonor, ImportVolunteer } from '../../ports/inbound.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { tellRoles } from '../volunteers/tell-roles.ts';

/** Changes one person, known or new, in a transaction of its own: one bad line of a file does not stop the others. */
const changePerson = (
  services: Services,
  phone: PhoneNumber,
  change: (person: Person, work: UnitOfWork) => Person,
  isKnown: (person: Person) => boolean,
): Promise<'added' | 'updated'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const before = await work.person(phone);
    work.change(change(before, work));
    return work.save<'added' | 'updated'>(isKnown(before) ? 'updated' : 'added');
  });

/** Imports one line of a donors' file. These donors gave their consent to the group (by: import). */
export const importDonor: ImportDonor = (services, row) =>
  changePerson(
    services,
    row.phone,
    (person, work) => {
      const { pausedUntil, lastDonation, ...said } = row;
      const registration = {
        ...said,
        place: placeOf(services, row),
        lastDonation: lastDonation ?? null,
        ...(pausedUntil && { pausedUntil: startOfDay(pausedUntil) }),
        consent: { at: work.now, by: 'import' as const, language: row.language },
      };
      const { policy } = services.config;
      const { leftAlone, ...known } = withName(person, row);
      const donor = register(registration, person.donor, policy);
      return { ...known, donor: leftAlone ? withoutAlerts(donor, policy) : donor };
    },
    (person) => person.donor !== undefined,
  );

/**
 * Imports one line of a volunteers' file. A new volunteer is on duty until they text OFF. `coordinators`, who were there
 * before the file, hear of a changed role.
 */
export const importVolunteer: ImportVolunteer = (services, row, coordinators = []) =>
  changePerson(
    services,
    row.phone,
    (person, work) => {
      const { zone, role } = row;
      const before = person.volunteer;
      const volunteer = before
        ? { ...before, zone, role }
        : withDuty({ zone, role, onDuty: true }, true, work.now);
      const after = { ...withName(person, row), volunteer };
      tellRoles(work, { before: person, after }, coordinators);
      return after;
    },
    (person) => person.volunteer !== undefined,
  );

const withName = (person: Person, row: { name: string; language: Language }): Person => ({
  ...person,
  name: row.name,
  language: row.language,
  languageChosen: true,
});

const placeOf = ({ gazetteer }: Services, row: DonorRow): Place => {
  const place = gazetteer.placeOfPin(row.pin);
  if (!place) throw new Error(`PIN ${row.pin} is not on the map`);
  return row.zone ? { ...place, zone: row.zone } : place;
};
