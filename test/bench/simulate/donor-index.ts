import { createSquares, rollOf, type Squares, squareOf } from './donor-lists.ts';
import { minutesADay } from './sim-world.ts';
import type { Simulation } from './simulation.ts';

/*
 * Whom the engine knows: those who have said yes before, by zone and group, and everybody by square, whoever was asked
 * longest ago first. What the live table's index holds.
 */

/** Those who may be asked by tomorrow, as they stood on that day. */
type Keen = { awake: number[]; day: number };
export type Book = {
  squares: Squares;
  /** 1: has said yes before. */
  known: Uint8Array;
  /** They, by zone and group. */
  keen: Keen[][];
  /** And those of them who may not be asked yet, by the day on which they may. */
  asleep: Map<number, number[]>;
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
    known: new Uint8Array(world.donors),
    keen: rollOf(world).map((groups) => Array.from(groups, () => ({ awake: [], day: -1 }))),
    asleep: new Map(),
    nextDay: 0,
  };
  books.set(sim, book);
  if (informed)
    for (let donor = 0; donor < world.donors; donor += 1)
      if (world.active[donor]) heardYes(sim, donor);
  return book;
};

const wake = ({ keen }: Book, { world }: Simulation, donor: number): void =>
  void keen[world.zone[donor] ?? 0]?.[world.group[donor] ?? 0]?.awake.push(donor);

export const heardYes = (sim: Simulation, donor: number): void => {
  const book = bookOf(sim);
  if (book.known[donor]) return;
  book.known[donor] = 1;
  wake(book, sim, donor);
};

/**
 * The keen ones of that group in that zone who may be asked by tomorrow; the others sleep until they may, which
 * `restsUntil` says and which only ever becomes later.
 */
export const keenIn = (
  book: Book,
  sim: Simulation,
  { zone, group }: { zone: number; group: number },
  restsUntil: (donor: number) => number,
): number[] => {
  const today = dayOf(sim.now);
  for (; book.nextDay <= today; book.nextDay += 1) {
    for (const donor of book.asleep.get(book.nextDay) ?? []) wake(book, sim, donor);
    book.asleep.delete(book.nextDay);
  }
  const keen = book.keen[zone]?.[group];
  if (!keen) return [];
  if (keen.day < today) {
    keen.day = today;
    keen.awake = keen.awake.filter((donor) => {
      const until = dayOf(restsUntil(donor));
      if (until <= today + 1) return true;
      const others = book.asleep.get(until) ?? [];
      book.asleep.set(until, others);
      others.push(donor);
      return false;
    });
  }
  return keen.awake;
};

/** Whoever is asked goes to the end of the line. */
export const toTheEnd = (book: Book, sim: Simulation, donor: number): void => {
  const square = squareOf(book.squares, sim, donor);
  square.splice(square.indexOf(donor), 1);
  square.push(donor);
};
