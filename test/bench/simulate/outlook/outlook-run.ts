import { chanceOfDonor, type DonorChance } from '#shared/matching/outlook/donor-chance.ts';
import {
  foretell,
  neededAWeek,
  type OutlookWeek,
  othersAround,
  type PastRequest,
  supplyLine,
} from '#shared/matching/outlook/outlook.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Policy } from '#shared/terms/policy.ts';
import { momentOf, ours } from '../policies/our-policy.ts';
import { rulesFrom } from '../policies/rules.ts';
import { createWorld, minutesADay, type WorldName, zonesAround } from '../sim-world.ts';
import { type Case, Simulation } from '../simulation.ts';

/*
 * What `hotline -- outlook` would have foretold in a simulated year, against what came. Each week the outlook foretells
 * the next ones, zone by zone and group by group, from what the engine knows then. A week is dry when a request of that
 * group in that zone was not covered in time and no donor was left to ask. A week without such a request shows nothing.
 */

const minutesAWeek = 7 * minutesADay;
/** The first weeks only teach the need. */
const firstWeek = 12;

/** Weeks of one kind of group: foretold and came, only foretold, only came, neither. `chance`: the sum of the chances. */
export type DryWeeks = {
  both: number;
  foretold: number;
  came: number;
  neither: number;
  chance: number;
};
export type OutlookTally = { ahead: number; usual: DryWeeks; rare: DryWeeks };

const noWeeks = (): DryWeeks => ({ both: 0, foretold: 0, came: 0, neither: 0, chance: 0 });
const kindOf = (group: BloodGroup): 'usual' | 'rare' => (group.endsWith('-') ? 'rare' : 'usual');
const weekOf = (minute: number): number => Math.floor(minute / minutesAWeek);

/** True when the request was not covered in time because no donor was left. */
export const ranDry = ({ coveredAt, neededBy, ranOut }: Case): boolean =>
  ranOut && (coveredAt === undefined || coveredAt > neededBy);

type Foretold = Map<string, OutlookWeek>;

const requestOf = (r: Case): PastRequest => ({
  zone: String(r.zone),
  group: r.group,
  component: r.component,
  exchange: r.exchange,
  units: r.units,
  urgency: r.urgency,
  at: momentOf(r.at),
});

/** What is foretold of each line, for each of the next weeks. */
const foretellNow = (sim: Simulation, policy: Policy, weeksAhead: number): Foretold[] => {
  const now = momentOf(sim.now);
  const { world } = sim;
  const needed = neededAWeek(sim.cases.filter(({ at }) => at < sim.now).map(requestOf), now);
  const donors = new Map<string, DonorChance[]>();
  for (let donor = 0; donor < world.donors; donor += 1) {
    const group = bloodGroups[world.group[donor] ?? 0];
    if (sim.left[donor] || !group) continue;
    const gaveAt = sim.gaveBefore(donor);
    const known = {
      record: sim.record(donor),
      woman: world.woman[donor] === 1,
      mayGiveFrom: momentOf(sim.restsUntil[donor] ?? 0),
      gaveAt: gaveAt === undefined ? undefined : momentOf(gaveAt),
    };
    const key = supplyLine({ zone: String(world.zone[donor]), group });
    const line = donors.get(key) ?? [];
    donors.set(key, line);
    line.push(chanceOfDonor(known, now, policy));
  }
  const others = othersAround(donors, (zone) => zonesAround(world, Number(zone)).map(String));
  const foretold = Array.from({ length: weeksAhead }, (): Foretold => new Map());
  for (const [key, need] of needed)
    for (const [week, outlook] of foretell(
      donors.get(key) ?? [],
      need,
      weeksAhead,
      others,
    ).entries())
      foretold[week]?.set(key, outlook);
  return foretold;
};

/** A year of our engine: how the dry weeks foretold so many weeks ahead compare with those that came. */
export const runOutlook = (
  { world: name, seed, days }: { world: WorldName; seed: number; days: number },
  policy: Policy,
  weeksAhead = 4,
): OutlookTally[] => {
  const world = createWorld(name, seed, days);
  const sim = new Simulation(world, ours(rulesFrom(policy)));
  const foretold = new Map<number, Foretold[]>();
  const weeks = weekOf(days * minutesADay);
  for (let week = firstWeek; week < weeks; week += 1)
    sim.plan(week * minutesAWeek, () => foretold.set(week, foretellNow(sim, policy, weeksAhead)));
  sim.run();
  const came = new Map<string, { line: PastRequest; week: number; isDry: boolean }>();
  for (const r of sim.cases) {
    const line = requestOf(r);
    const key = `${supplyLine(line)} ${weekOf(r.at)}`;
    came.set(key, {
      line,
      week: weekOf(r.at),
      isDry: ranDry(r) || (came.get(key)?.isDry ?? false),
    });
  }
  return Array.from({ length: weeksAhead }, (_, ahead) => {
    const tally = { ahead, usual: noWeeks(), rare: noWeeks() };
    for (const { line, week, isDry } of came.values()) {
      const said = foretold.get(week - ahead)?.[ahead]?.get(supplyLine(line));
      if (!said) continue;
      const counts = tally[kindOf(line.group)];
      counts.chance += said.dryChance;
      if (said.isDry) counts[isDry ? 'both' : 'foretold'] += 1;
      else counts[isDry ? 'came' : 'neither'] += 1;
    }
    return tally;
  });
};
