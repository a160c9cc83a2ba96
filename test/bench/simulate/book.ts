import { createSquares, rollOf, type Squares, squareOf } from './line.ts';
import type { Simulation } from './simulation.ts';
import { minutesADay } from './world.ts';

/*
 * Whom the engine knows: those who have said yes before, by zone and group, and everybody by square, whoever was asked
 * longest ago first. What the live table's index holds.
 */

type Keen = Set<number>;
export type Book = {
  squares: Squares;
  keen: Keen[][];
  /** Those of them who rest, by the day on which they may give again. */
  resting: Map<number, { donor: number; keen: Keen }[]>;
  nextDay: number;
};

const books = new WeakMap<Simulation, Book>();
const dayOf = (at: number): number => Math.floor(at / minutesADay);

/** The book of this simulation. `informed`: it knows from the first day who is active. */
export const bookOf = (sim: Simulation, informed = false): Book => {
  const known = books.get(sim);
  if (known) return known;
  const { world } = sim;
  const book: Book = {
    squares: createSquares(world),
    keen: rollOf(world).map((groups) => Array.from(groups, () => new Set<number>())),
    resting: new Map(),
    nextDay: 0,
  };
  if (informed)
    for (let i = 0; i < world.donors; i += 1) if (world.active[i]) listOf(book, sim, i)?.add(i);
  books.set(sim, book);
  return book;
};

const listOf = ({ keen }: Book, { world }: Simulation, donor: number): Keen | undefined =>
  keen[world.zone[donor] ?? 0]?.[world.group[donor] ?? 0];

export const isKeen = (book: Book, sim: Simulation, donor: number): boolean =>
  listOf(book, sim, donor)?.has(donor) ?? false;

export const heardYes = (sim: Simulation, donor: number): void =>
  void listOf(bookOf(sim), sim, donor)?.add(donor);

/** The keen ones of that group in that zone who may give by tomorrow; the others sleep until they may. */
export const keenIn = (book: Book, sim: Simulation, zone: number, group: number): Keen => {
  for (const today = dayOf(sim.now); book.nextDay <= today; book.nextDay += 1) {
    for (const { donor, keen } of book.resting.get(book.nextDay) ?? []) keen.add(donor);
    book.resting.delete(book.nextDay);
  }
  const keen = book.keen[zone]?.[group] ?? new Set<number>();
  for (const donor of keen) {
    const until = sim.restsUntil[donor] ?? 0;
    if (until <= sim.now + minutesADay) continue;
    keen.delete(donor);
    const others = book.resting.get(dayOf(until)) ?? [];
    others.push({ donor, keen });
    book.resting.set(dayOf(until), others);
  }
  return keen;
};

/** Whoever is asked goes to the end of the line. */
export const toTheEnd = (book: Book, sim: Simulation, donor: number): void => {
  const square = squareOf(book.squares, sim, donor);
  square.splice(square.indexOf(donor), 1);
  square.push(donor);
};
