import { bloodGroups } from '#shared/terms/blood-group.ts';
import { groupsFor, isFree, nearest, rollOf } from '../donor-lists.ts';
import type { AskingPolicy, Case, Simulation } from '../simulation.ts';

/* How others ask: as read in their reports and repositories, with every doubt decided in their favour. */

/** Families tell an hour after the appointed time that nobody has come. */
const toldAnHourLater = 60;
/** A group's message is posted anew when a promise falls through, so many times in all: more only empties the group. */
const posts = 3;

const groups = (r: Case): number[] => groupsFor(r).map(({ group }) => group);
const askAll = (sim: Simulation, r: Case, donors: number[]): void => {
  for (const donor of donors) {
    r.asked.add(donor);
    sim.ask(r, donor);
  }
};

/** The WhatsApp group: every compatible member of the zone at once, again when a promise falls through. */
export const broadcast: AskingPolicy = {
  name: 'broadcast',
  hearsNo: false,
  missedAfter: toldAnHourLater,
  begin: (sim, r) => {
    // It reaches those who rest as well.
    for (const group of groups(r))
      for (const donor of rollOf(sim.world)[r.zone]?.[group] ?? [])
        if (sim.left[donor] === 0) sim.ask(r, donor, undefined, r.memory);
    r.memory += 1;
  },
  look: () => undefined,
  missingAgain: (sim, r) => {
    if (r.memory < posts) broadcast.begin(sim, r);
  },
};

/** The next nearest after ten minutes of silence. */
export const oneByOne: AskingPolicy = {
  name: 'one by one',
  hearsNo: true,
  missedAfter: toldAnHourLater,
  begin: (sim, r) => oneByOne.look(sim, r),
  look: (sim, r) => {
    if (sim.missing(r) === 0) return;
    askAll(sim, r, nearest(sim, r, groups(r), { count: 1, everywhere: true }));
    sim.lookIn(r, 10);
  },
  refused: (sim, r) => oneByOne.look(sim, r),
  missingAgain: (sim, r) => oneByOne.look(sim, r),
};

/** Exact group, ninety days for everyone, units + 2 at 5, 10 and 15 km, three minutes apart; done when told. */
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

/** max(10, 2 × units) at a time up to fifty, checked every 15 minutes, widening. */
export const ladder: AskingPolicy = {
  name: 'ladder',
  hearsNo: false,
  missedAfter: toldAnHourLater,
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

/** The seven nearest, and each refusal replaced; seven more after half an hour without enough. */
export const seven: AskingPolicy = {
  name: 'seven',
  hearsNo: true,
  missedAfter: toldAnHourLater,
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

/** Knows every answer: asks just those who will give, sleepers first, the quickest among them. */
export const oracle: AskingPolicy = {
  name: 'oracle',
  hearsNo: false,
  missedAfter: 0,
  begin: (sim, r) => oracle.look(sim, r),
  look: (sim, r) => {
    for (const zones of [[r.zone], rollOf(sim.world).map((_, zone) => zone)]) {
      // memory: units already promised by somebody who will keep it.
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
      for (const donor of rollOf(sim.world)[zone]?.[group] ?? []) {
        if (!isFree(sim, donor) || r.asked.has(donor)) continue;
        const gives = sim.wouldGive(donor, r);
        if (gives && sim.now + gives.minutes < r.neededBy)
          willing.push({ donor, active: sim.world.active[donor] ?? 0, minutes: gives.minutes });
      }
  return willing
    .sort((a, b) => a.active - b.active || a.minutes - b.minutes)
    .map(({ donor }) => donor);
};
