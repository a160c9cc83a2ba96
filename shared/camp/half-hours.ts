import type { CampPlan } from '../people/camps/camp-refs.ts';
import type { CampRules } from '../terms/camps/camp-rules.ts';
import { type EpochMs, epochMs, minutes } from '../terms/time.ts';
import type { Camp, HalfHour } from './camp.ts';
import { holdsHalfHour, type Seat } from './seat.ts';

const half = minutes(30);

/** The half hours of a camp, with room for the people that its teams take. A last, shorter one is left out. */
export const planHalfHours = (
  { from, to, teams }: Pick<CampPlan, 'from' | 'to' | 'teams'>,
  { donorsAnHour }: Pick<CampRules, 'donorsAnHour'>,
): HalfHour[] =>
  Array.from({ length: Math.floor((to - from) / half) }, (_, i) => ({
    at: epochMs(from + i * half),
    room: (teams * donorsAnHour) / 2,
    booked: 0,
    expected: 0,
  }));

/** A half hour is full when the people to be expected fill its room: four of ten who say yes do not come. */
const isFree = ({ room, expected }: HalfHour): boolean => expected < room;

/** Arrivals for which the camp still has room. */
export const roomLeft = ({ halfHours }: Pick<Camp, 'halfHours'>): number =>
  halfHours.reduce((sum, { room, expected }) => sum + Math.max(0, room - expected), 0);

/** How many times are offered at once: the keys 1 to 3. */
export const mostOffered = 3;

/**
 * Up to three free half hours that lie ahead, by time: the emptiest of each third of the day, then the emptiest of the
 * rest. So people spread, and each part of the day is on offer.
 */
export const freeTimes = ({ halfHours }: Pick<Camp, 'halfHours'>, now: EpochMs): EpochMs[] => {
  const free = halfHours.filter((slot) => isFree(slot) && slot.at > now);
  const third = Math.max(1, Math.ceil(free.length / mostOffered));
  const emptiest = (list: HalfHour[]): HalfHour[] =>
    [...list].sort((a, b) => a.expected / a.room - b.expected / b.room || a.at - b.at);
  const parts = Array.from({ length: mostOffered }, (_, i) =>
    emptiest(free.slice(i * third, (i + 1) * third)).slice(0, 1),
  ).flat();
  const rest = emptiest(free.filter((slot) => !parts.includes(slot)));
  return [...parts, ...rest]
    .slice(0, mostOffered)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
};

const moved = (camp: Camp, seat: Seat, by: 1 | -1): Camp => ({
  ...camp,
  hope: Math.max(0, camp.hope + by * seat.comes * seat.fits),
  halfHours: camp.halfHours.map((slot) =>
    slot.at === seat.at
      ? {
          ...slot,
          booked: Math.max(0, slot.booked + by),
          expected: Math.max(0, slot.expected + by * seat.comes),
        }
      : slot,
  ),
});

type Taken = { camp: Camp; seat: Seat };

/** Takes the half hour for this person, in place of the one they hold; 'full' when it has filled up or is no half hour of the camp. */
export const bookSeat = (camp: Camp, seat: Seat, at: EpochMs): Taken | 'full' => {
  if (holdsHalfHour(seat) && seat.at === at) return { camp, seat };
  const slot = camp.halfHours.find((one) => one.at === at);
  if (!slot || !isFree(slot)) return 'full';
  const booked: Seat = { ...seat, state: 'booked', at, reminded: 0 };
  return { camp: moved(releasedFrom(camp, seat), booked, 1), seat: booked };
};

const releasedFrom = (camp: Camp, seat: Seat): Camp =>
  holdsHalfHour(seat) ? moved(camp, seat, -1) : camp;

/** The person cannot come, or gave elsewhere: their half hour is free again. */
export const freeSeat = (camp: Camp, seat: Seat): Taken => ({
  camp: releasedFrom(camp, seat),
  seat: { ...seat, state: 'freed' },
});

/** Who waits for a half hour, the longest first. */
export const waitingList = (seats: readonly Seat[]): Seat[] =>
  seats
    .filter(({ state, phone }) => state === 'waiting' && phone !== undefined)
    .sort((a, b) => a.since - b.since || Number(a.id) - Number(b.id));
