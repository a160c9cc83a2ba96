import {
  type DonorChance,
  firstDry,
  foretell,
  unitsIn,
  weeklyChance,
} from '#shared/matching/outlook.ts';
import { scoreCandidate } from '#shared/matching/score-candidate.ts';
import { isDonor, type Person } from '#shared/people/person.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import type { ZoneId } from '#shared/places/place.ts';
import type { Request } from '#shared/request/request.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Policy } from '#shared/terms/policy.ts';
import { days, type EpochMs, epochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';

/** The weeks that are foretold, and the weeks of requests from which the need is taken. */
const weeksAhead = 12;
const weeksBack = 12;
/** New members at a camp, and the share of long silent donors who come back when they are called (assumed). */
export const campMembers = 50;
const wakeShare = 0.05;
const lapsedAfter = days(365);
/** Donors live near: the usual distance to the hospital, in km. */
const usualKm = 8;
const week = days(7);
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
  /** Weeks until fewer gifts are to be hoped for than are needed; undefined: not within twelve. */
  dryInWeeks: number | undefined;
  /** More units in twelve weeks through a camp, and through a call to donors who have long been silent. */
  campBrings: number;
  callBrings: number;
};

/** Zone by zone and group by group. Reads every donor and the requests of the last months. */
export const foretellSupply = async (services: Services): Promise<GroupOutlook[]> => {
  const { store, clock, config, gazetteer } = services;
  const now = clock.now();
  const people = new Map<string, Person[]>();
  for await (const person of store.everyone()) {
    if (!person.donor || person.optedOut || person.blockedAt !== undefined) continue;
    const key = `${person.donor.place.zone} ${person.donor.group}`;
    people.set(key, [...(people.get(key) ?? []), person]);
  }
  const needed = await neededAWeek(services, now);
  return gazetteer.zones.flatMap(({ id: zone }) =>
    bloodGroups.flatMap((group) => {
      const key = `${zone} ${group}`;
      const donors = people.get(key) ?? [];
      const need = needed.get(key) ?? 0;
      return donors.length === 0 && need === 0
        ? []
        : [{ zone, group, ...outlookOf(donors, need, now, config.policy) }];
    }),
  );
};

const outlookOf = (
  people: Person[],
  needed: number,
  now: EpochMs,
  policy: Policy,
): Omit<GroupOutlook, 'zone' | 'group'> => {
  const chances = people.flatMap((person) => chanceOf(person, now, policy));
  const outlook = foretell(chances, needed, weeksAhead);
  const withMore = (more: DonorChance[]): number =>
    unitsIn(foretell([...chances, ...more], needed, weeksAhead)) - unitsIn(outlook);
  const member = { chance: weeklyOf(emptyHistory, false, now, policy), restWeeks: 13 };
  const active = policy.asking.kinds[0];
  const awake = active ? active.yes / (active.yes + active.no) : 0;
  const lapsed = people.filter(
    ({ alerts, donor }) =>
      alerts.every(({ at }) => at < now - lapsedAfter) &&
      (donor?.mayGiveFrom ?? 0) < now - lapsedAfter,
  ).length;
  return {
    donors: people.length,
    free: chances.filter(({ freeInWeek }) => freeInWeek <= 0).length,
    needed,
    hoped: outlook[0]?.hoped ?? 0,
    dryInWeeks: needed > 0 ? firstDry(outlook) : undefined,
    campBrings: withMore(Array.from({ length: campMembers }, () => ({ ...member, freeInWeek: 0 }))),
    callBrings: withMore(
      Array.from({ length: Math.round(lapsed * wakeShare) }, () => ({
        chance: weeklyChance(awake, asksAWeek(policy)),
        freeInWeek: 0,
        restWeeks: 13,
      })),
    ),
  };
};

const asksAWeek = ({ alertCaps }: Policy): number => (alertCaps.perMonth * 7) / 30;

const weeklyOf = (
  record: typeof emptyHistory,
  woman: boolean,
  now: EpochMs,
  policy: Policy,
): number => {
  const { chance } = scoreCandidate(
    {
      record,
      woman,
      distanceKm: usualKm,
      minutesLeft: 24 * 60,
      urgency: 'urgent',
      ownGroup: true,
      moment: { recentAlerts: 0, night: false, at: now },
    },
    policy.asking,
  );
  return weeklyChance(chance, asksAWeek(policy));
};

const chanceOf = (person: Person, now: EpochMs, policy: Policy): DonorChance[] => {
  if (!isDonor(person)) return [];
  const { record, sex, mayGiveFrom } = person.donor;
  const woman = sex === 'woman';
  const { wholeBloodIntervalDays: rest } = policy.donation;
  return [
    {
      chance: weeklyOf(record, woman, now, policy),
      freeInWeek: Math.ceil(Math.max(0, mayGiveFrom - now) / week),
      restWeeks: Math.ceil((woman ? rest.woman : rest.man) / 7),
    },
  ];
};

/** Units asked for in a week, by zone and group, from the requests of the last weeks. */
const neededAWeek = async ({ store }: Services, now: EpochMs): Promise<Map<string, number>> => {
  const kinds = ['request', 'over'] as const;
  const due = await Promise.all(kinds.map((kind) => store.due(kind, endOfTime, everyRequest)));
  const ids = due
    .flat()
    .flatMap((one) => (one.kind === 'request' || one.kind === 'over' ? [one.id] : []));
  const found = (await Promise.all(ids.map((id) => store.request(id)))).filter(
    (r) => r !== undefined,
  );
  const recent = found.filter(({ createdAt }) => createdAt > now - weeksBack * week);
  const first = Math.min(now - week, ...recent.map(({ createdAt }) => createdAt));
  const weeks = Math.max(1, (now - first) / week);
  const needed = new Map<string, number>();
  for (const request of recent.filter(isTrue)) {
    const key = `${request.place.zone} ${request.group}`;
    needed.set(key, (needed.get(key) ?? 0) + request.units / weeks);
  }
  return needed;
};

const isTrue = ({ phase }: Request): boolean =>
  phase.type !== 'verifying' && !(phase.type === 'closed' && phase.reason === 'refused');
