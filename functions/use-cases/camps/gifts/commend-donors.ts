import { milestoneOf } from '#shared/people/camps/milestones.ts';
import type { Person } from '#shared/people/person.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { Services } from '../../../ports/services.ts';

export type Commended = { who: string; zone: ZoneId; gifts: number; milestone: number };
export type Commendation = { donors: Commended[]; zones: { zone: ZoneId; gifts: number }[] };

/** A donor has not said that their name may appear: the first letters stand for it. */
const initialsOf = ({ name = '' }: Person): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]?.toUpperCase()}.`)
    .join(' ') || '–';

/**
 * Donors whose gifts other people have confirmed, by zone and initials, and the total of each zone. One rule for all,
 * and no ranking of people (docs/facts.md#return). Reads every person: for a page that is opened now and then.
 */
export const commendDonors = async ({ store, gazetteer }: Services): Promise<Commendation> => {
  const donors: Commended[] = [];
  for await (const person of store.everyone()) {
    const gifts = person.donor?.gifts?.length ?? 0;
    const milestone = milestoneOf(gifts);
    if (!person.donor || milestone === undefined || person.optedOut) continue;
    donors.push({ who: initialsOf(person), zone: person.donor.place.zone, gifts, milestone });
  }
  const zones = gazetteer.zones
    .map(({ id }) => ({
      zone: id,
      gifts: donors.reduce((sum, { zone, gifts }) => sum + (zone === id ? gifts : 0), 0),
    }))
    .filter(({ gifts }) => gifts > 0);
  const byZone = (a: Commended, b: Commended): number =>
    a.zone.localeCompare(b.zone) || a.who.localeCompare(b.who);
  return { donors: donors.sort(byZone), zones };
};
