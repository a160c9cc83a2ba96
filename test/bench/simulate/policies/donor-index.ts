import { minutesADay } from '../sim-world.ts';
import type { Simulation } from '../simulation.ts';
import { createSquares, type Squares, squareOf, zoneListsOf } from './donor-lists.ts';

/*
 * The donors as the live table's index has them: those with an earlier yes by zone and group, and all donors by square,
 * least recently asked first.
 */

/** Donors with an earlier yes who may be asked by tomorrow, as of that day. */
type Responders = { awake: number[]; day: number };
export type DonorIndex = {
  squares: Squares;
  /** 1: the donor has said yes before. */
  known: Uint8Array;
  /** These donors by zone and group. */
  responders: Responders[][];
  /** Those of them who may not be asked yet, by the first day on which they may. */
  asleep: Map<number, number[]>;
  nextDay: number;
};

const indexes = new WeakMap<Simulation, DonorIndex>();
const dayOf = (at: number): number => Math.floor(at / minutesADay);

/** The index of this simulation. With `informed` it knows the active donors from the first day. */
export const donorIndexOf = (sim: Simulation, informed = false): DonorIndex => {
  const known = indexes.get(sim);
  if (known) return known;
  const { world } = sim;
  const index: DonorIndex = {
    squares: createSquares(world),
    known: new Uint8Array(world.donors),
    responders: zoneListsOf(world).map((groups) =>
      Array.from(groups, () => ({ awake: [], day: -1 })),
    ),
    asleep: new Map(),
    nextDay: 0,
  };
  indexes.set(sim, index);
  if (informed)
    for (let donor = 0; donor < world.donors; donor += 1)
      if (world.active[donor]) recordYes(sim, donor);
  return index;
};

const wake = ({ responders }: DonorIndex, { world }: Simulation, donor: number): void =>
  void responders[world.zone[donor] ?? 0]?.[world.group[donor] ?? 0]?.awake.push(donor);

export const recordYes = (sim: Simulation, donor: number): void => {
  const index = donorIndexOf(sim);
  if (index.known[donor]) return;
  index.known[donor] = 1;
  wake(index, sim, donor);
};

/**
 * The donors of that group and zone with an earlier yes who may be asked by tomorrow. The others wait until
 * `restsUntil`, which only ever becomes later.
 */
export const respondersIn = (
  index: DonorIndex,
  sim: Simulation,
  { zone, group }: { zone: number; group: number },
  restsUntil: (donor: number) => number,
): number[] => {
  const today = dayOf(sim.now);
  for (; index.nextDay <= today; index.nextDay += 1) {
    for (const donor of index.asleep.get(index.nextDay) ?? []) wake(index, sim, donor);
    index.asleep.delete(index.nextDay);
  }
  const responders = index.responders[zone]?.[group];
  if (!responders) return [];
  if (responders.day < today) {
    responders.day = today;
    responders.awake = responders.awake.filter((donor) => {
      const until = dayOf(restsUntil(donor));
      if (until <= today + 1) return true;
      const others = index.asleep.get(until) ?? [];
      index.asleep.set(until, others);
      others.push(donor);
      return false;
    });
  }
  return responders.awake;
};

/** An asked donor goes to the end of the list. */
export const moveToEnd = (index: DonorIndex, sim: Simulation, donor: number): void => {
  const square = squareOf(index.squares, sim, donor);
  square.splice(square.indexOf(donor), 1);
  square.push(donor);
};
