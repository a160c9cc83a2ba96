import type { Audited } from '#shared/people/audit/audit-entry.ts';
import type { Person } from '#shared/people/person.ts';
import { maskPhoneNumber, type PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** A person, to be shown masked; that they were shown is recorded. Undefined for an unknown phone. */
export const openPerson = (
  services: Services,
  phone: PhoneNumber,
  who: Audited['who'],
): Promise<Person | undefined> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    if (person.version === 0) return undefined;
    work.audit({ what: 'person-shown', who, phone });
    return work.save(person);
  });

/** What is stored of a person, masked, for the operator. */
export const showPerson = async (
  services: Services,
  phone: PhoneNumber,
): Promise<[string, string][] | undefined> => {
  const person = await openPerson(services, phone, 'operator');
  return person && linesOf(person);
};

const when = (at: EpochMs | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const linesOf = (person: Person): [string, string][] => {
  const { donor, volunteer, requests, alerts } = person;
  const open = requests.filter((request) => request.open);
  const lines: [string, string | undefined][] = [
    ['phone', maskPhoneNumber(person.phone)],
    ['name', person.name && `${[...person.name][0]}…`],
    ['language', person.language],
    ['donor', donor && `${donor.group}, ${donor.place.zone}`],
    [
      'volunteer',
      volunteer && `${volunteer.role}, ${volunteer.zone}, ${volunteer.onDuty ? 'on' : 'off'} duty`,
    ],
    ['trusted', person.trusted ? 'yes' : undefined],
    ['blocked since', when(person.blockedAt)],
    ['opted out', person.optedOut ? 'yes' : undefined],
    ['takes no texts since', when(person.unreachable?.at)],
    ['takes no calls since', when(person.uncallable?.at)],
    ['requests', `${requests.length}, open: ${open.map(({ code }) => code).join(', ') || 'none'}`],
    ['alerts', String(alerts.length)],
    ['last text', when(person.lastHeard)],
    ['known since', when(person.createdAt)],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
};
