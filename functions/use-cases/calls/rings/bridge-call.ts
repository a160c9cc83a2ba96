import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Person } from '#shared/people/person.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Prompt } from '#shared/voice/prompt-keys.ts';
import { isCallable } from '../../callable-number.ts';
import type { UnitOfWork } from '../../unit-of-work.ts';
import { isRingLimited } from './ring-limit.ts';

/** The phones to ring for a caller, and the words said to the caller. */
export type BridgeTarget = { ring: NonNullable<Call['ring']>; say: Prompt[] };

/**
 * Connects donor and family, or volunteer and family, through our number: only for an open request, and only people
 * who take part in it. `donor`: the index among the confirmed donors. Undefined when they may not be connected.
 */
export const ringOtherSide = async (
  work: UnitOfWork,
  from: Person,
  { requestId, donor }: { requestId: RequestId; donor: number },
): Promise<BridgeTarget | undefined> => {
  const request = await work.request(requestId);
  if (!request || isClosed(request)) return undefined;
  const ring = (to: PhoneNumber, caller: 'donor' | 'family' | 'volunteer', name: string) =>
    isCallable(work.services, to)
      ? {
          ring: { phones: [to], requestId, caller, name },
          say: [connecting(caller === 'family' ? 'donor' : 'family')],
        }
      : undefined;
  const coming = request.pledges.filter((p) => p.state === 'confirmed' && p.donor);
  if (request.requester === from.phone) {
    const to = coming[donor]?.donor?.phone;
    return to && ring(to, 'family', request.attendant || request.patient);
  }
  if (!request.requester) return undefined;
  const family = request.contact ?? request.requester;
  if (coming.some((p) => p.donor?.phone === from.phone))
    return ring(family, 'donor', from.name ?? '');
  return isVerifying(from, request) ? ring(family, 'volunteer', from.name ?? '') : undefined;
};

const connecting = (to: 'donor' | 'family'): Prompt => ({ key: 'connecting', params: { to } });

const isVerifying = ({ volunteer, phone }: Person, { phase, place }: Request): boolean =>
  volunteer?.onDuty === true &&
  phase.type === 'verifying' &&
  (phase.asked.includes(phone) || volunteer.zone === place.zone);

/** Phones per round: one after another, then two at a time. */
const atOnce = [1, 1, 2, 2];

/** The volunteers to ring in this round, for a caller who asked for one. Undefined when no more are left. */
export const ringVolunteers = async (
  work: UnitOfWork,
  from: Person,
  { round, requestId }: { round: number; requestId: RequestId | undefined },
): Promise<BridgeTarget | undefined> => {
  if (round === 0 && (await isRingLimited(work, from.phone))) return undefined;
  return ringRound(work, from, { round, requestId });
};

/** The same for any caller, without counting. */
export const ringRound = async (
  work: UnitOfWork,
  from: Person,
  { round, requestId }: { round: number; requestId?: RequestId | undefined },
): Promise<BridgeTarget | undefined> => {
  const near = requestId && (await work.request(requestId));
  const before = atOnce.slice(0, round).reduce((sum, n) => sum + n, 0);
  const all = await volunteersOnDuty(work, from, near);
  const phones = all.slice(before, before + (atOnce[round] ?? 0)).map((p) => p.phone);
  if (phones.length === 0) return undefined;
  return {
    ring: { phones, caller: 'anyone', name: placeOf(from, near)?.name ?? '' },
    say: [{ key: round === 0 ? 'volunteerRings' : 'stillRings', params: {} }],
  };
};

/** The place of the caller's request, or of their home, as far as known. */
const placeOf = (from: Person, near: Request | undefined) =>
  (near?.unplaced ? undefined : near?.place) ?? from.requestDraft?.place ?? from.donor?.place;

/** The volunteers of the caller's zone, or of all zones when the caller's place is unknown. */
const volunteersNear = async (
  { services }: UnitOfWork,
  from: Person,
  near?: Request | undefined,
): Promise<Person[]> => {
  const zone = placeOf(from, near)?.zone;
  const zones = zone ? [zone] : services.gazetteer.zones.map((z) => z.id);
  const rosters = await Promise.all(zones.map((id) => services.store.roster(id)));
  return rosters
    .flat()
    .filter((p) => !p.optedOut && p.phone !== from.phone)
    .filter((p) => isCallable(services, p.phone));
};

/** Who gets a caller's message: the coordinators on duty, or all coordinators when no one is on duty, so that it is not lost. */
export const coordinatorsNear = async (work: UnitOfWork, from: Person): Promise<Person[]> => {
  const all = (await volunteersNear(work, from)).filter((p) => p.volunteer?.role === 'coordinator');
  const onDuty = all.filter((p) => p.volunteer?.onDuty);
  return (onDuty.length > 0 ? onDuty : all).slice(0, 10);
};

/** Verifiers before coordinators. */
export const volunteersOnDuty = async (
  work: UnitOfWork,
  from: Person,
  near: Request | undefined,
): Promise<Person[]> => {
  const free = (await volunteersNear(work, from, near)).filter(
    (p) => p.volunteer?.onDuty && !p.uncallable,
  );
  const is = (role: string) => free.filter((p) => p.volunteer?.role === role);
  return [...is('verifier'), ...is('coordinator')];
};
