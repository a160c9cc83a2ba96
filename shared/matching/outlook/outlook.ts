import type { BloodGroup } from '../../terms/blood-group.ts';
import type { Component } from '../../terms/component.ts';
import { days, type EpochMs } from '../../terms/time.ts';
import type { Urgency } from '../../terms/urgency.ts';
import { compatibleGroups } from '../compatibility.ts';
import { byUrgency, type DonorChance } from './donor-chance.ts';

/*
 * When the donors of one group in one zone run dry: the gifts to hope for against the units that are asked for, week by
 * week. Each donor is a chance to give in a week; a donor who has given rests, and comes back.
 */

export type PastRequest = {
  zone: string;
  group: BloodGroup;
  component: Component;
  exchange: boolean;
  units: number;
  urgency: Urgency;
  at: EpochMs;
};

/** The units that are asked for in a week, and the requests of the last weeks: such ones will come again. */
export type Needed = {
  unitsAWeek: number;
  requestsAWeek: number;
  requests: readonly PastRequest[];
};

export type OutlookWeek = {
  /** Units to hope for when every free donor is asked. */
  hoped: number;
  needed: number;
  given: number;
  /** The chance (0–1) that a request which comes in that week finds too few donors, when each is asked once. */
  dryChance: number;
  /** Fewer gifts are to be hoped for than are needed, or a request rather finds too few donors than enough. */
  isDry: boolean;
};

/** The chance that fewer than `units` of many unlikely donors give, of whom so many are expected to (Poisson). */
const tooFew = (expected: number, units: number): number => {
  let term = Math.exp(-expected);
  let sum = 0;
  for (let k = 0; k < units; k += 1) {
    sum += term;
    term *= expected / (k + 1);
  }
  return sum;
};

/** The chance that one of a week's requests, of which there is at least one, finds too few donors. */
const dryChanceOf = (
  { requests, requestsAWeek }: Needed,
  expected: (request: PastRequest) => number,
): number => {
  if (requests.length === 0) return 0;
  const short =
    requests.reduce((sum, r) => sum + tooFew(expected(r), r.units), 0) / requests.length;
  return 1 - (1 - short) ** Math.max(1, requestsAWeek);
};

/** The coming weeks. `others`: the gifts to expect from donors of other groups, and of the zones around. */
export const foretell = (
  donors: readonly DonorChance[],
  need: Needed,
  weeks: number,
  others: (request: PastRequest, week: number) => number = () => 0,
): OutlookWeek[] => {
  const free: number[] = donors.map(({ freeInWeek }) => (freeInWeek <= 0 ? 1 : 0));
  const back = donors.map(({ freeInWeek }) => new Map([[Math.max(0, freeInWeek), 1]]));
  const outlook: OutlookWeek[] = [];
  for (let week = 0; week < weeks; week += 1) {
    donors.forEach((_, i) => {
      if (week > 0) free[i] = (free[i] ?? 0) + (back[i]?.get(week) ?? 0);
    });
    const hoped = donors.reduce((sum, { chance }, i) => sum + (free[i] ?? 0) * chance, 0);
    const once = byUrgency((u) =>
      donors.reduce((sum, d, i) => sum + (free[i] ?? 0) * d.once[u], 0),
    );
    const dryChance = dryChanceOf(need, (r) => once[r.urgency] + others(r, week));
    const needed = need.unitsAWeek;
    const given = Math.min(hoped, needed);
    const share = hoped > 0 ? given / hoped : 0;
    donors.forEach(({ chance, restWeeks }, i) => {
      const gave = (free[i] ?? 0) * chance * share;
      free[i] = (free[i] ?? 0) - gave;
      const until = week + restWeeks;
      back[i]?.set(until, (back[i]?.get(until) ?? 0) + gave);
    });
    const isDry = hoped < needed || dryChance > 0.5;
    outlook.push({ hoped, needed, given, dryChance, isDry });
  }
  return outlook;
};

const week = days(7);
export const nothingNeeded: Needed = { unitsAWeek: 0, requestsAWeek: 0, requests: [] };

/** The weeks of requests from which the need is taken. */
const weeksBack = 12;

export const supplyLine = ({ zone, group }: { zone: string; group: BloodGroup }): string =>
  `${zone} ${group}`;

/** What is needed, by zone and group, from the requests of the last weeks. */
export const neededAWeek = (
  requests: readonly PastRequest[],
  now: EpochMs,
): Map<string, Needed> => {
  const recent = requests.filter(({ at }) => at > now - weeksBack * week);
  const first = Math.min(now - week, ...recent.map(({ at }) => at));
  const needed = new Map<string, Needed>();
  for (const request of recent) {
    const key = supplyLine(request);
    const before = needed.get(key) ?? nothingNeeded;
    needed.set(key, {
      unitsAWeek: before.unitsAWeek + (request.units * week) / (now - first),
      requestsAWeek: before.requestsAWeek + week / (now - first),
      requests: [...before.requests, request],
    });
  }
  return needed;
};

/** Units that so many weeks bring. */
export const unitsIn = (outlook: readonly OutlookWeek[]): number =>
  outlook.reduce((sum, { given }) => sum + given, 0);

/** The first dry week; undefined when no week is dry. */
export const firstDry = (outlook: readonly OutlookWeek[]): number | undefined => {
  const week = outlook.findIndex(({ isDry }) => isDry);
  return week === -1 ? undefined : week;
};

/**
 * The gifts to expect for a request from donors of other groups in its zone, and of all groups that can give in the zones
 * around. Who gives to others meanwhile is not taken off.
 */
export const othersAround = (
  donors: ReadonlyMap<string, readonly DonorChance[]>,
  zonesAround: (zone: string) => readonly string[],
) => {
  const sums = new Map<string, number>();
  const sumOf = (line: string, urgency: Urgency, week: number, far: boolean): number => {
    const name = `${line} ${urgency} ${week} ${far}`;
    let sum = sums.get(name);
    if (sum === undefined) {
      sum = 0;
      for (const { freeInWeek, once, onceFar } of donors.get(line) ?? [])
        if (freeInWeek <= week) sum += (far ? onceFar : once)[urgency];
      sums.set(name, sum);
    }
    return sum;
  };
  return (request: PastRequest, week: number): number => {
    let sum = 0;
    for (const { group } of compatibleGroups(request)) {
      if (group !== request.group)
        sum += sumOf(supplyLine({ ...request, group }), request.urgency, week, false);
      for (const zone of zonesAround(request.zone))
        sum += sumOf(supplyLine({ zone, group }), request.urgency, week, true);
    }
    return sum;
  };
};
