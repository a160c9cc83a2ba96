import { compatibleGroups } from '#shared/matching/compatibility.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { cornerOf, type SimRequest, type World, zoneKm } from '../sim-world.ts';
import type { Case, Simulation } from '../simulation.ts';

/* Members by zone and by square of the map. */

/** The side of a square in km, about a cell of the live index. */
const squareKm = 5;
const key = (column: number, row: number): number => (column + 1000) * 4096 + row + 1000;
const columnOf = (km: number): number => Math.floor(km / squareKm);
const keyOf = ({ spots }: World, donor: number): number =>
  key(columnOf(spots[2 * donor] ?? 0), columnOf(spots[2 * donor + 1] ?? 0));

/** Donors of each group by zone. */
export type ZoneLists = Int32Array[][];
/** Donors of each group by square. */
export type Squares = Map<number, number[][]>;

const rolls = new WeakMap<World, ZoneLists>();
export const zoneListsOf = (world: World): ZoneLists => {
  const known = rolls.get(world);
  if (known) return known;
  const lists: number[][][] = Array.from({ length: world.zones }, () => bloodGroups.map(() => []));
  for (let i = 0; i < world.donors; i += 1)
    lists[world.zone[i] ?? 0]?.[world.group[i] ?? 0]?.push(i);
  const roll = lists.map((zone) => zone.map((group) => Int32Array.from(group)));
  rolls.set(world, roll);
  return roll;
};

/** Creates a map whose lists the owner may reorder. */
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

/** The list that contains the donor. */
export const squareOf = (squares: Squares, { world }: Simulation, donor: number): number[] =>
  squares.get(keyOf(world, donor))?.[world.group[donor] ?? 0] ?? [];

/** The distance in km to the nearest point of a column or row of squares. */
const kmToColumn = (km: number, column: number): number =>
  Math.max(0, column * squareKm - km, km - (column + 1) * squareKm);

/**
 * The squares at that distance from the request's square, counted in squares: a hollow frame. Squares that are entirely
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

/** The side of a wide cell, in squares. */
const wideSquares = 4;
const wideKeyOf = ({ spots }: World, donor: number): number =>
  key(
    Math.floor(columnOf(spots[2 * donor] ?? 0) / wideSquares),
    Math.floor(columnOf(spots[2 * donor + 1] ?? 0) / wideSquares),
  );

/** Of those who may be asked, the `most` of each wide cell who were asked longest ago. */
export const longestWaiting = (
  sim: Simulation,
  donors: number[],
  { most, mayBeAsked }: { most: number; mayBeAsked: (donor: number) => boolean },
): number[] => {
  const may = donors.filter(mayBeAsked);
  if (may.length <= most) return may;
  const cells = new Map<number, number[]>();
  for (const donor of may) {
    const at = wideKeyOf(sim.world, donor);
    const cell = cells.get(at) ?? [];
    cells.set(at, cell);
    cell.push(donor);
  }
  return [...cells.values()].flatMap((cell) =>
    cell.length <= most
      ? cell
      : cell.sort((a, b) => sim.lastAsked(a) - sim.lastAsked(b)).slice(0, most),
  );
};

/** The zones that have a part within this distance. */
export const zonesWithin = (world: World, r: SimRequest, km: number): number[] =>
  Array.from({ length: world.zones }, (_, zone) => zone).filter((zone) => {
    const { west, south } = cornerOf(zone);
    const east = Math.max(0, west - r.x, r.x - west - zoneKm);
    const north = Math.max(0, south - r.y, r.y - south - zoneKm);
    return Math.sqrt(east * east + north * north) <= km + scatterKm;
  });
/** A few donors of a city live beyond the border of its zone. */
const scatterKm = 30;

/** The compatible groups of this request as positions in the zone list, with their tier. */
export const groupsFor = (r: SimRequest): { group: number; tier: 0 | 1 | 2 }[] =>
  compatibleGroups(r).map(({ group, tier }) => ({ group: bloodGroups.indexOf(group), tier }));

/** True when the donor is not resting, not busy and has not left, as far as a list knows. */
export const isFree = (sim: Simulation, donor: number): boolean =>
  (sim.freeFrom[donor] ?? 0) <= sim.now;

const shared = new WeakMap<World, Squares>();
const squaresOf = (world: World): Squares => {
  const squares = shared.get(world) ?? createSquares(world);
  shared.set(world, squares);
  return squares;
};

/** The donors of those groups by distance, frame by frame, kept for the next check of the request. */
const walks = new WeakMap<Case, { line: number[]; next: number; frames: number }>();

/** The nearest free donors of those groups who were not asked yet, from the own zone unless `everywhere`. */
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
  // A donor who is not free now may be free later, so each walk starts at the beginning of the known list.
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
    // The next frame begins at this distance.
    if (km > withinKm + 2 * squareKm) break;
    if (km > withinKm || r.asked.has(donor)) continue;
    if (isFree(sim, donor) && (everywhere || world.zone[donor] === r.zone)) chosen.push(donor);
  }
  return chosen;
};
