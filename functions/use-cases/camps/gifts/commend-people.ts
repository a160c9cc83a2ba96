import { isNamed, milestoneOf } from '#shared/people/camps/milestones.ts';
import type { Person } from '#shared/people/person.ts';
import { hoursOnDuty } from '#shared/people/volunteer.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../../ports/services.ts';

export type Commended = {
  who: string;
  zone: ZoneId;
  gifts: number;
  milestone: number | undefined;
  /** Requests found real or refused, and whole hours on duty; 0 for a person who is no volunteer. */
  checked: number;
  hours: number;
};
export type Commendation = { people: Commended[]; zones: { zone: ZoneId; gifts: number }[] };

/** The first letters of a name, which stand for it without its owner's consent. */
const initialsOf = ({ name = '' }: Person): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]?.toUpperCase()}.`)
    .join(' ') || '–';

/** What a person has done that is to be honoured; undefined when there is nothing yet. */
const commended = (person: Person, now: EpochMs): Commended | undefined => {
  const { donor, volunteer, optedOut } = person;
  const zone = donor?.place.zone ?? volunteer?.zone;
  if (zone === undefined || optedOut) return undefined;
  const gifts = donor?.gifts?.length ?? 0;
  const milestone = milestoneOf(gifts);
  const checked = volunteer?.service?.checked ?? 0;
  const hours = volunteer ? hoursOnDuty(volunteer, now) : 0;
  const isEmpty = milestone === undefined && checked === 0 && hours === 0;
  const who = (donor && isNamed(donor) && person.name) || initialsOf(person);
  return isEmpty ? undefined : { who, zone, gifts, milestone, checked, hours };
};

/**
 * Donors whose gifts other people have confirmed, and volunteers with the requests they checked and their hours on duty,
 * by zone and initials, or the name of a donor who agreed for this milestone; the gifts of each zone. One rule for all, and no ranking of people (docs/facts.md#return). Reads
 * every person: for a page that is opened now and then.
 */
export const commendPeople = async ({
  store,
  gazetteer,
  clock,
}: Services): Promise<Commendation> => {
  const people: Commended[] = [];
  const now = clock.now();
  for await (const person of store.everyone()) {
    const one = commended(person, now);
    if (one) people.push(one);
  }
  const zones = gazetteer.zones
    .map(({ id }) => ({
      zone: id,
      gifts: people.reduce((sum, { zone, gifts }) => sum + (zone === id ? gifts : 0), 0),
    }))
    .filter(({ gifts }) => gifts > 0);
  const byZone = (a: Commended, b: Commended): number =>
    a.zone.localeCompare(b.zone) || a.who.localeCompare(b.who);
  return { people: people.sort(byZone), zones };
};
