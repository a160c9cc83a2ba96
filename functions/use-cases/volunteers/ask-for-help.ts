import type { HelpReason } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import type { ZoneId } from '#shared/places/place.ts';
import { after, days, epochMs } from '#shared/terms/time.ts';
import { isRingLimited } from '../calls/rings/ring-limit.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Volunteers who hear of one family. */
const mostHelpers = 2;

/**
 * Asks volunteers on duty to ring a family that cannot finish its request, once a day. False when no volunteer is on duty, or the
 * family was helped today: then nothing is sent.
 */
export const askForHelp = async (
  work: UnitOfWork,
  family: Person,
  why: HelpReason,
  zone: ZoneId | undefined,
): Promise<boolean> => {
  const { helpAskedAt } = family;
  if (helpAskedAt !== undefined && after(helpAskedAt, days(1)) > work.now) return false;
  const helpers = await findHelpers(work, family, zone);
  if (helpers.length === 0 || (await isRingLimited(work, family.phone))) return false;
  work.change({ ...(await work.person(family.phone)), helpAskedAt: epochMs(work.now) });
  for (const { phone } of helpers)
    work.queueText(phone, { key: 'familyNeedsHelp', params: { phone: family.phone, why } });
  return true;
};

/** The zone's volunteers on duty, or the coordinators on duty of all zones. */
const findHelpers = async (
  { services: { store, gazetteer } }: UnitOfWork,
  { phone }: Person,
  zone: ZoneId | undefined,
): Promise<Person[]> => {
  const isFree = (one: Person): boolean =>
    one.volunteer?.onDuty === true && !one.optedOut && !one.unreachable && one.phone !== phone;
  const near = zone ? (await store.roster(zone)).filter(isFree) : [];
  if (near.length > 0) return near.slice(0, mostHelpers);
  const all = (await Promise.all(gazetteer.zones.map(({ id }) => store.roster(id)))).flat();
  const coordinators = all.filter((one) => isFree(one) && one.volunteer?.role === 'coordinator');
  return coordinators.slice(0, mostHelpers);
};
