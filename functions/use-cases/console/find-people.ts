import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** Recordings that are looked at for their callers. */
const recordingsRead = 100;
/** People that one search shows. */
const shown = 20;

/**
 * The people concerned now whose number ends so: volunteers, families and donors of open requests, and callers who left
 * a message. Costs the open requests and the volunteers, not the table; all others are found by their whole number.
 */
export const findPeople = async (services: Services, ending: string): Promise<Person[]> => {
  const { store, gazetteer, clock } = services;
  const now = clock.now();
  const [rosters, open, recordings] = await Promise.all([
    Promise.all(gazetteer.zones.map(({ id }) => store.roster(id))),
    listOpenRequests(new UnitOfWork(services, now)),
    store.due('recording', after(now, days(400)), recordingsRead),
  ]);
  const callers = await Promise.all(
    recordings.map(async (due) =>
      due.kind === 'recording' ? (await store.recording(due.id))?.by : undefined,
    ),
  );
  const phones: (PhoneNumber | undefined)[] = [
    ...rosters.flat().map(({ phone }) => phone),
    ...open.flatMap(({ requester, contact, pledges }) => [
      requester,
      contact,
      ...pledges.map(({ donor }) => donor?.phone),
    ]),
    ...callers,
  ];
  const found = [...new Set(phones)].filter((phone) => phone !== undefined);
  const matching = found.filter((phone) => phone.endsWith(ending)).slice(0, shown);
  return matching.length === 0 ? [] : store.persons(matching);
};
