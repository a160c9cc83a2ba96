import { bloodGroups } from '#shared/terms/blood-group.ts';
import type { AskingPolicy, Case, Simulation } from '../simulation.ts';
import { groupsFor, isFree, nearest, zoneListsOf } from './donor-lists.ts';

/* The policies of others, from their reports and repositories. Every doubt is decided in their favour. */

/** Families report a missing donor an hour after the appointed time. */
const reportDelayMinutes = 60;
/** The message is posted again when a pledge fails, at most this many times: more posts only make members leave. */
const posts = 3;

const groups = (r: Case): number[] => groupsFor(r).map(({ group }) => group);
const askAll = (sim: Simulation, r: Case, donors: number[]): void => {
  for (const donor of donors) {
    r.asked.add(donor);
    sim.ask(r, donor);
  }
};

/** The WhatsApp group: asks every compatible member of the zone at once, and again when a pledge fails. */
export const broadcast: AskingPolicy = {
  name: 'broadcast',
  hearsNo: false,
  missedAfter: reportDelayMinutes,
  begin: (sim, r) => {
    // The post also reaches resting members.
    for (const group of groups(r))
      for (const donor of zoneListsOf(sim.world)[r.zone]?.[group] ?? [])
        if (sim.left[donor] === 0) sim.ask(r, donor, undefined, r.memory);
    r.memory += 1;
  },
  look: () => undefined,
  missingAgain: (sim, r) => {
    if (r.memory < posts) broadcast.begin(sim, r);
  },
};

/** Asks the next nearest donor after ten minutes of silence. */
export const oneByOne: AskingPolicy = {
  name: 'one by one',
  hearsNo: true,
  missedAfter: reportDelayMinutes,
  begin: (sim, r) => oneByOne.look(sim, r),
  look: (sim, r) => {
    if (sim.missing(r) === 0) return;
    askAll(sim, r, nearest(sim, r, groups(r), { count: 1, everywhere: true }));
    sim.lookIn(r, 10);
  },
  refused: (sim, r) => oneByOne.look(sim, r),
  missingAgain: (sim, r) => oneByOne.look(sim, r),
};

/** Exact group, ninety days of rest for all, units + 2 donors at 5, 10 and 15 km, three minutes apart. */
export const nearestFew: AskingPolicy = {
  name: 'nearest few',
  hearsNo: false,
  missedAfter: Number.POSITIVE_INFINITY,
  restDays: () => 90,
  begin: (sim, r) => nearestFew.look(sim, r),
  look: (sim, r) => {
    const withinKm = [5, 10, 15][r.memory];
    r.memory += 1;
    if (withinKm === undefined || sim.missing(r) === 0) return;
    const exact = [bloodGroups.indexOf(r.group)];
    askAll(sim, r, nearest(sim, r, exact, { count: r.units + 2, withinKm }));
    sim.lookIn(r, 3);
  },
  missingAgain: () => undefined,
};

/** Asks max(10, 2 × units) donors at a time up to fifty, every 15 minutes, further and further away. */
export const ladder: AskingPolicy = {
  name: 'ladder',
  hearsNo: false,
  missedAfter: reportDelayMinutes,
  begin: (sim, r) => ladder.look(sim, r),
  look: (sim, r) => {
    if (sim.missing(r) === 0) return;
    const withinKm = [5, 10, 20, 50][r.memory];
    r.memory += 1;
    const count = Math.min(Math.max(10, 2 * r.units), 50 - r.asked.size);
    const circle = withinKm === undefined ? { everywhere: true } : { withinKm };
    if (count > 0) askAll(sim, r, nearest(sim, r, groups(r), { count, ...circle }));
    sim.lookIn(r, 15);
  },
  missingAgain: (sim, r) => sim.lookIn(r, 0),
};

/** Asks the seven nearest, replaces each refusal, and asks seven more after half an hour without enough. */
export const seven: AskingPolicy = {
  name: 'seven',
  hearsNo: true,
  missedAfter: reportDelayMinutes,
  begin: (sim, r) => {
    askAll(sim, r, nearest(sim, r, groups(r), { count: 7, everywhere: true }));
    sim.lookIn(r, 30);
  },
  look: (sim, r) => {
    if (sim.missing(r) > 0) seven.begin(sim, r);
  },
  refused: (sim, r) => {
    if (sim.missing(r) > 0)
      askAll(sim, r, nearest(sim, r, groups(r), { count: 1, everywhere: true }));
  },
  missingAgain: (sim, r) => sim.lookIn(r, 0),
};

/** Knows every answer: asks exactly those who will give, inactive donors first, the quickest among them. */
export const oracle: AskingPolicy = {
  name: 'oracle',
  hearsNo: false,
  missedAfter: 0,
  begin: (sim, r) => oracle.look(sim, r),
  look: (sim, r) => {
    for (const zones of [[r.zone], zoneListsOf(sim.world).map((_, zone) => zone)]) {
      // memory: units already pledged by donors who will come.
      if (r.memory === r.units) return;
      const willing = willingIn(sim, r, zones).slice(0, r.units - r.memory);
      askAll(sim, r, willing);
      r.memory += willing.length;
    }
    if (r.memory < r.units) sim.lookIn(r, 60);
  },
  missingAgain: () => undefined,
};

const willingIn = (sim: Simulation, r: Case, zones: number[]): number[] => {
  const willing: { donor: number; active: number; minutes: number }[] = [];
  for (const zone of zones)
    for (const group of groups(r))
      for (const donor of zoneListsOf(sim.world)[zone]?.[group] ?? []) {
        if (!isFree(sim, donor) || r.asked.has(donor)) continue;
        const gives = sim.wouldGive(donor, r);
        if (gives && sim.now + gives.minutes < r.neededBy)
          willing.push({ donor, active: sim.isActive(donor) ? 1 : 0, minutes: gives.minutes });
      }
  return willing
    .sort((a, b) => a.active - b.active || a.minutes - b.minutes)
    .map(({ donor }) => donor);
};
