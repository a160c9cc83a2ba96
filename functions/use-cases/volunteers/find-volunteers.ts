import type { Person } from '#shared/people/person.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { withRoomFor } from './volunteer-load.ts';

type Role = NonNullable<Person['volunteer']>['role'];

const onDuty = async (
  { store }: Services,
  zone: ZoneId,
  role: Role,
  request: Request,
): Promise<Person[]> =>
  (await store.roster(zone)).filter(
    (p) =>
      p.volunteer?.role === role &&
      p.volunteer.onDuty &&
      !p.optedOut &&
      !(p.unreachable && p.uncallable) &&
      p.phone !== request.requester,
  );

/** Volunteers asked in one round. */
const mostAtOnce = 20;
/** Volunteers asked in all rounds: all of them are told the end in one transaction of at most 100 writes. */
export const maxAsked = 60;

const asked = (request: Request): PhoneNumber[] =>
  request.phase.type === 'verifying' ? request.phase.asked : [];

/**
 * The volunteers to ask in this round. 1: the zone's verifiers on duty. 2: the rest of them and the verifiers on duty of
 * neighbouring zones. 3: the zone's coordinators, or all coordinators when the zone has no coordinator, and verifiers who came on
 * duty since. Volunteers off duty, and those with enough requests in hand, are never asked. Coordinators are asked again, the others once.
 */
export const volunteersFor = async (
  services: Services,
  request: Request,
  round: 1 | 2 | 3,
): Promise<Person[]> => {
  const already = new Set(asked(request));
  const fresh = (people: Person[]) => people.filter(({ phone }) => !already.has(phone));
  switch (round) {
    case 1: {
      const { firstRound } = services.config.policy.verification;
      const verifiers = fresh(await verifiersNear(services, request));
      return (await withRoomFor(services, request, verifiers)).slice(0, firstRound);
    }
    case 2: {
      const verifiers = fresh(await verifiersAround(services, request));
      return (await withRoomFor(services, request, verifiers)).slice(0, mostAtOnce);
    }
    case 3: {
      const all = await coordinatorsFor(services, request);
      const coordinators = await withRoomFor(services, request, all);
      const late = lastRound(request) >= 2 ? await verifiersAround(services, request) : [];
      const others = await withRoomFor(services, request, fresh(late));
      return already.size < maxAsked ? [...coordinators, ...others].slice(0, mostAtOnce) : [];
    }
  }
};

/** The zone's verifiers; those of every zone while it is not known where, the likeliest zone first. */
const verifiersNear = async (services: Services, request: Request): Promise<Person[]> => {
  const { unplaced, place } = request;
  const zones = unplaced
    ? [...new Set([place.zone, ...services.gazetteer.zones.map(({ id }) => id)])]
    : [place.zone];
  return (await Promise.all(zones.map((z) => onDuty(services, z, 'verifier', request)))).flat();
};

/** Every coordinator who reads texts, on duty or off. */
export const allCoordinators = async ({ store, gazetteer }: Services): Promise<Person[]> => {
  const people = await Promise.all(gazetteer.zones.map(({ id }) => store.roster(id)));
  return people
    .flat()
    .filter(({ volunteer, optedOut }) => volunteer?.role === 'coordinator' && !optedOut);
};

const lastRound = ({ phase }: Request): number => (phase.type === 'verifying' ? phase.round : 0);

const verifiersAround = async (services: Services, request: Request): Promise<Person[]> => {
  if (request.unplaced) return verifiersNear(services, request);
  const { zone } = request.place;
  const zones = [zone, ...(services.gazetteer.zone(zone)?.neighbours ?? [])];
  return (await Promise.all(zones.map((z) => onDuty(services, z, 'verifier', request)))).flat();
};

/** The zone's coordinators on duty, or all on duty when it has no coordinator. They also continue by phone when every donor was asked. */
export const coordinatorsFor = async (services: Services, request: Request): Promise<Person[]> => {
  const own = await onDuty(services, request.place.zone, 'coordinator', request);
  if (own.length > 0 && !request.unplaced) return own;
  const zones = services.gazetteer.zones.map((z) => onDuty(services, z.id, 'coordinator', request));
  return (await Promise.all(zones)).flat();
};
