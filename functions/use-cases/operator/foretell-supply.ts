import {
  asksAWeek,
  chanceOfDonor,
  type DonorChance,
  weeklyChance,
} from '#shared/matching/outlook/donor-chance.ts';
import {
  firstDry,
  foretell,
  type Needed,
  neededAWeek,
  nothingNeeded,
  othersAround,
  supplyLine,
  unitsIn,
} from '#shared/matching/outlook/outlook.ts';
import { type DonorPerson, isDonor } from '#shared/people/person.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { Request } from '#shared/request/request.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Policy } from '#shared/terms/policy.ts';
import { days, type EpochMs, epochMs, startOfDay } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';

/** The weeks that are foretold. */
const weeksAhead = 12;
/** New members at a camp, and the share of long silent donors who come back when they are called (assumed). */
export const campMembers = 50;
const wakeShare = 0.05;
const lapsedAfter = days(365);
const endOfTime = epochMs(8_640_000_000_000_000);
const everyRequest = 100_000;

export type GroupOutlook = {
  zone: ZoneId;
  group: BloodGroup;
  donors: number;
  free: number;
  /** Units a week: asked for, and to be hoped for this week. */
  needed: number;
  hoped: number;
  /** Weeks until a request rather finds too few donors than enough; undefined: not within twelve. */
  dryInWeeks: number | undefined;
  /** More units in twelve weeks through a camp, and through a call to donors who have long been silent. */
  campBrings: number;
  callBrings: number;
};

/** Zone by zone and group by group. Reads every donor and the requests of the last months. */
export const foretellSupply = async (services: Services): Promise<GroupOutlook[]> => {
  const { store, clock, config, gazetteer } = services;
  const now = clock.now();
  const people = new Map<string, DonorPerson[]>();
  for await (const person of store.everyone()) {
    if (!isDonor(person) || person.optedOut || person.blockedAt !== undefined) continue;
    const key = supplyLine({ zone: person.donor.place.zone, group: person.donor.group });
    people.set(key, [...(people.get(key) ?? []), person]);
  }
  const chances = new Map(
    [...people].map(([key, donors]) => [
      key,
      donors.map((person) => chanceOf(person, now, config.policy)),
    ]),
  );
  const around = new Map<string, readonly string[]>(
    gazetteer.zones.map(({ id, neighbours }) => [id, neighbours]),
  );
  const others = othersAround(chances, (zone) => around.get(zone) ?? []);
  const needed = await unitsNeeded(services, now);
  return gazetteer.zones.flatMap(({ id: zone }) =>
    bloodGroups.flatMap((group) => {
      const key = supplyLine({ zone, group });
      const donors = people.get(key) ?? [];
      const need = needed.get(key) ?? nothingNeeded;
      if (donors.length === 0 && need.requests.length === 0) return [];
      const known = { donors, chances: chances.get(key) ?? [], need, others };
      return [{ zone, group, ...outlookOf(known, now, config.policy) }];
    }),
  );
};

const chanceOf = ({ donor }: DonorPerson, now: EpochMs, policy: Policy): DonorChance => {
  const { record, sex, mayGiveFrom, lastDonation } = donor;
  const gaveAt = lastDonation && startOfDay(lastDonation.day);
  return chanceOfDonor({ record, woman: sex === 'woman', mayGiveFrom, gaveAt }, now, policy);
};

type Known = {
  donors: DonorPerson[];
  chances: DonorChance[];
  need: Needed;
  others: ReturnType<typeof othersAround>;
};

const outlookOf = (
  { donors: people, chances, need, others }: Known,
  now: EpochMs,
  policy: Policy,
): Omit<GroupOutlook, 'zone' | 'group'> => {
  const outlook = foretell(chances, need, weeksAhead, others);
  const withMore = (more: DonorChance[]): number =>
    unitsIn(foretell([...chances, ...more], need, weeksAhead, others)) - unitsIn(outlook);
  const member = chanceOfDonor(
    { record: emptyHistory, woman: false, mayGiveFrom: now, gaveAt: undefined },
    now,
    policy,
  );
  const active = policy.asking.kinds[0];
  const awake = active ? active.yes / (active.yes + active.no) : 0;
  const everyUrgency = { critical: awake, urgent: awake, planned: awake };
  const awakeAlways = { once: everyUrgency, onceFar: everyUrgency };
  const lapsed = people.filter(
    ({ alerts, donor }) =>
      alerts.every(({ at }) => at < now - lapsedAfter) &&
      (donor?.mayGiveFrom ?? 0) < now - lapsedAfter,
  ).length;
  return {
    donors: people.length,
    free: chances.filter(({ freeInWeek }) => freeInWeek <= 0).length,
    needed: need.unitsAWeek,
    hoped: outlook[0]?.hoped ?? 0,
    dryInWeeks: need.requests.length > 0 ? firstDry(outlook) : undefined,
    campBrings: withMore(Array.from({ length: campMembers }, () => member)),
    callBrings: withMore(
      Array.from({ length: Math.round(lapsed * wakeShare) }, () => ({
        chance: weeklyChance(awake, asksAWeek(policy)),
        ...awakeAlways,
        freeInWeek: 0,
        restWeeks: 13,
      })),
    ),
  };
};

/** Units asked for in a week, by zone and group, from the requests of the last weeks. */
const unitsNeeded = async ({ store }: Services, now: EpochMs): Promise<Map<string, Needed>> => {
  const kinds = ['request', 'over'] as const;
  const due = await Promise.all(kinds.map((kind) => store.due(kind, endOfTime, everyRequest)));
  const ids = due
    .flat()
    .flatMap((one) => (one.kind === 'request' || one.kind === 'over' ? [one.id] : []));
  const found = (await Promise.all(ids.map((id) => store.request(id)))).filter(
    (r) => r !== undefined,
  );
  const asked = found
    .filter(isTrue)
    .map(({ place, group, component, exchange, units, urgency, createdAt }) => ({
      zone: place.zone,
      group,
      component,
      exchange,
      units,
      urgency,
      at: createdAt,
    }));
  return neededAWeek(asked, now);
};

const isTrue = ({ phase }: Request): boolean =>
  phase.type !== 'verifying' && !(phase.type === 'closed' && phase.reason === 'refused');
