import type { Person } from '#shared/people/person.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { AlertId, RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { isCallable } from '../../callable-number.ts';
import type { UnitOfWork } from '../../unit-of-work.ts';
import type { BridgeTarget } from './bridge-call.ts';

/* A volunteer talks to the family or to a donor of an open request through our number. */

/** The person to ring: the family, or the donor of this alert. */
export type RingWish = { requestId: RequestId; alertId?: AlertId | undefined };

/** While a request is checked, those who check it; afterwards who checked it. A coordinator always. */
export const mayRing = (
  { volunteer, phone }: Person,
  { phase, place, verifiedBy, requester }: Request,
): boolean =>
  volunteer?.onDuty === true &&
  phone !== requester &&
  (volunteer.role === 'coordinator' ||
    verifiedBy === phone ||
    (phase.type === 'verifying' && (phase.asked.includes(phone) || volunteer.zone === place.zone)));

/** The number behind the wish; undefined when it has ended. */
const phoneOf = (request: Request, { alertId }: RingWish): PhoneNumber | undefined => {
  if (alertId === undefined) return request.contact ?? request.requester;
  const pledge = request.pledges.find((one) => one.alertId === alertId);
  return pledge && holdsPlace(pledge.state) ? pledge.donor?.phone : undefined;
};

/** The phone that would be rung for this volunteer; undefined when it may not be. */
const phoneToRing = (
  work: UnitOfWork,
  from: Person,
  request: Request | undefined,
  wish: RingWish,
): PhoneNumber | undefined => {
  if (!request || isClosed(request) || !mayRing(from, request)) return undefined;
  const to = phoneOf(request, wish);
  return to !== undefined && to !== from.phone && isCallable(work.services, to) ? to : undefined;
};

/**
 * Calls the volunteer's own phone, which is then connected. Recorded: the trail names both sides. False when the other
 * side, or the volunteer, cannot be called.
 */
export const queueRing = async (
  work: UnitOfWork,
  from: Person,
  request: Request,
  { alertId }: Pick<RingWish, 'alertId'>,
): Promise<boolean> => {
  const to = phoneToRing(work, from, request, { requestId: request.id, alertId });
  if (to === undefined || from.uncallable || !isCallable(work.services, from.phone)) return false;
  work.put({
    kind: 'outbox',
    id: work.services.ids.next(),
    version: 0,
    to: from.phone,
    channel: 'call',
    callsBack: true,
    connects: { requestId: request.id, ...(alertId && { alertId }) },
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    dueAt: work.now,
    createdAt: work.now,
  });
  work.audit({ what: 'person-rung', who: from.phone, phone: to, facts: { code: request.code } });
  return true;
};

/** The volunteer has pressed 1: the other side is rung. Checked again, because the call may come late. */
export const ringForVolunteer = async (
  work: UnitOfWork,
  from: Person,
  wish: RingWish,
): Promise<BridgeTarget | undefined> => {
  const { requestId, alertId } = wish;
  const to = phoneToRing(work, from, await work.request(requestId), wish);
  if (to === undefined) return undefined;
  const donor = alertId !== undefined && { to: 'donor' as const };
  return {
    ring: { phones: [to], requestId, caller: 'volunteer', name: from.name ?? '', ...donor },
    say: [{ key: 'connecting', params: { to: donor ? 'donor' : 'family' } }],
  };
};
