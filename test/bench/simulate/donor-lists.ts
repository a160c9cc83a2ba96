import { compatibleGroups } from '#shared/matching/compatibility.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import type { SimRequest, World } from './sim-world.ts';
import type { Case, Simulation } from './simulation.ts';

/* Where members are found: lists by zone, and squares on the map, as an address book would have them. */

/** Side of a square, km; about a cell of the live index. */
const squareKm = 5;
const key = (column: number, row: number): number => (column + 1000) * 4096 + row + 1000;
const columnOf = (km: number): number => Math.floor(km / squareKm);
const keyOf = ({ spots }: World, donor: number): number =>
  key(columnOf(spots[2 * donor] ?? 0), columnOf(spots[2 * donor + 1] ?? 0));

/** Donors of each group by zone. */
export type Roll = Int32Array[][];
/** Donors of each group by square. */
export type Squares = Map<number, number[][]>;

const rolls = new WeakMap<World, Roll>();
export const rollOf = (world: World): Roll => {
  const known = rolls.get(world);
  if (known) return known;
  const lists: number[][][] = Array.from({ length: world.zones }, () => bloodGroups.map(() => []));
  for (let i = 0; i < world.donors; i += 1)
    lists[world.zone[i] ?? 0]?.[world.group[i] ?? 0]?.push(i);
  const roll = lists.map((zone) => zone.map((group) => Int32Array.from(group)));
  rolls.set(world, roll);
  return roll;
};

/** A map of one's own: who keeps it may reorder the lists. */
export const createSquares = (world: World): Squares => {
  const squares: Squares = new Map();
  for (let i = 0; i < world.donors; i += 1) {
    const at = keyOf(world, i);
    const square = squares.get(at) ?? bloodGroups.map(() => []);
    squares.set(at, square);
    square[world.group[i] ?? 0]?.push(i);
  }
  return squares;
};

/** The list a donor stands in. */
export const squareOf = (squares: Squares, { world }: Simulation, donor: number): number[] =>
  squares.get(keyOf(world, donor))?.[world.group[donor] ?? 0] ?? [];

/** To the nearest point of a column or row of squares, km. */
const kmToColumn = (km: number, column: number): number =>
  Math.max(0, column * squareKm - km, km - (column + 1) * squareKm);

/**
 * The squares at that distance from the request's own, counted in squares: a hollow frame. Those that lie wholly
 * further away than `withinKm` are left out.
 */
export const frame = (
  squares: Squares,
  r: SimRequest,
  distance: number,
  withinKm = Number.POSITIVE_INFINITY,
): number[][][] => {
  const column = columnOf(r.x);
  const row = columnOf(r.y);
  const found: number[][][] = [];
  for (let dx = -distance; dx <= distance; dx += 1) {
    const east = kmToColumn(r.x, column + dx);
    const step = Math.abs(dx) === distance || distance === 0 ? 1 : 2 * distance;
    for (let dy = -distance; dy <= distance; dy += step) {
      const north = kmToColumn(r.y, row + dy);
      if (Math.sqrt(east * east + north * north) > withinKm) continue;
      const square = squares.get(key(column + dx, row + dy));
      if (square) found.push(square);
    }
  }
  return found;
};

/** The groups that serve this request, as positions in the roll, with their tier. */
export const groupsFor = (r: SimRequest): { group: number; tier: 0 | 1 | 2 }[] =>
  compatibleGroups(r).map(({ group, tier }) => ({ group: bloodGroups.indexOf(group), tier }));

/** As far as a list can tell: not resting, not busy, not gone. */
export const isFree = (sim: Simulation, donor: number): boolean =>
  (sim.freeFrom[donor] ?? 0) <= sim.now;

const shared = new WeakMap<World, Squares>();
const squaresOf = (world: World): Squares => {
  const squares = shared.get(world) ?? createSquares(world);
  shared.set(world, squares);
  return squares;
};

/** Everyone of those groups by distance, nearest first, frame by frame; kept for the request's next look. */
const walks = new WeakMap<Case, { line: number[]; next: number; frames: number }>();

/** The nearest of those groups who are free and not asked yet; the zone's own unless `everywhere`. */
export const nearest = (
  sim: Simulation,
  r: Case,
  groups: number[],
  {
    count,
    withinKm = 1e9,
    everywhere = false,
  }: { count: number; withinKm?: number; everywhere?: boolean },
): number[] => {
  const { world } = sim;
  const squares = squaresOf(world);
  const walk = walks.get(r) ?? { line: [], next: 0, frames: 0 };
  walks.set(r, walk);
  const widest = everywhere ? 130 : 32;
  const chosen: number[] = [];
  // Whoever is not free now may be later: the walk begins anew each time, over what is known already.
  for (let i = 0; chosen.length < count; i += 1) {
    while (i >= walk.line.length && walk.frames <= widest) {
      const found = frame(squares, r, walk.frames).flatMap((square) =>
        groups.flatMap((group) => square[group] ?? []),
      );
      walk.line.push(...found.sort((a, b) => sim.distanceKm(a, r) - sim.distanceKm(b, r)));
      walk.frames += 1;
    }
    const donor = walk.line[i];
    if (donor === undefined) break;
    const km = sim.distanceKm(donor, r);
    // A frame further out begins this near.
    if (km > withinKm + 2 * squareKm) break;
    if (km > withinKm || r.asked.has(donor)) continue;
    if (isFree(sim, donor) && (everywhere || world.zone[donor] === r.zone)) chosen.push(donor);
  }
  return chosen;
};
