import type { Person } from '#shared/donor/person.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../ports/services.ts';

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
      p.phone !== request.requester,
  );

const asked = (request: Request): PhoneNumber[] =>
  request.phase.type === 'verifying' ? request.phase.asked : [];

/**
 * Whom to ask to verify in this round: 1 the zone's verifiers on duty, 2 the rest of them and the neighbouring
 * zones' verifiers on duty, 3 the zone's coordinators, or all coordinators when the zone has none. Nobody who is
 * off duty is disturbed. Coordinators are asked again, the others once.
 */
export const volunteersFor = async (
  services: Services,
  request: Request,
  round: 1 | 2 | 3,
): Promise<PhoneNumber[]> => {
  const { zone } = request.place;
  const already = new Set(asked(request));
  const fresh = (people: Person[]) =>
    people.map((p) => p.phone).filter((phone) => !already.has(phone));
  switch (round) {
    case 1: {
      const { firstRound } = services.config.policy.verification;
      return fresh(await onDuty(services, zone, 'verifier', request)).slice(0, firstRound);
    }
    case 2: {
      const zones = [zone, ...(services.gazetteer.zone(zone)?.neighbours ?? [])];
      const people = await Promise.all(zones.map((z) => onDuty(services, z, 'verifier', request)));
      return fresh(people.flat());
    }
    case 3: {
      const own = await onDuty(services, zone, 'coordinator', request);
      if (own.length > 0) return own.map((p) => p.phone);
      const zones = services.gazetteer.zones.map((z) =>
        onDuty(services, z.id, 'coordinator', request),
      );
      return (await Promise.all(zones)).flat().map((p) => p.phone);
    }
  }
};
