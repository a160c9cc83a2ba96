import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import type { Camp } from '#shared/camp/camp.ts';
import { campChances } from '#shared/camp/camp-candidate.ts';
import { campDueAt, invitationsFrom, seatDueAt } from '#shared/camp/camp-deadlines.ts';
import { tallyCamp } from '#shared/camp/camp-tally.ts';
import { recordAtDoor } from '#shared/camp/door.ts';
import { bookSeat, freeSeat, freeTimes, roomLeft } from '#shared/camp/half-hours.ts';
import { beginStage, chooseInvited, unitsToInviteFor } from '#shared/camp/invitations.ts';
import { openCamp } from '#shared/camp/open-camp.ts';
import { backReasons, holdsHalfHour, type Seat } from '#shared/camp/seat.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { campIdSchema, seatNumberSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import {
  daySchema,
  days,
  type EpochMs,
  epochMs,
  fromCalendar,
  hours,
  minutes,
  toCalendar,
} from '#shared/terms/time.ts';

const { policy } = hotlineConfigSchema.parse(
  JSON.parse(readFileSync('hotline.config.json', 'utf8')),
);
const phone = phoneNumberSchema.parse('+919450000001');
const id = campIdSchema.parse('camp-1');
const day = daySchema.parse('2026-12-13');
const from = fromCalendar({ year: 2026, month: 12, day: 13, hour: 9 });

const campOf = (
  { halfHours = 10, teams = 2, units = 60 } = {},
  now = fromCalendar({ year: 2026, month: 12, day: 1, hour: 11 }),
): Camp =>
  openCamp(
    {
      centre: 'SRN Blood Centre',
      venue: 'Police Lines',
      place: { lat: 25.4, lon: 81.8, zone: zoneIdSchema.parse('prayagraj'), name: 'Prayagraj' },
      day,
      from,
      to: epochMs(from + halfHours * minutes(30)),
      teams,
      units,
      asksRare: false,
    },
    { id, openedBy: phone, now },
    policy,
  );

const chance = fc.double({ min: 0.05, max: 1, noNaN: true });
const seatOf = (n: number, comes: number, fits: number): Seat => ({
  kind: 'seat',
  campId: id,
  id: seatNumberSchema.parse(`${1000 + n}`),
  version: 0,
  phone,
  group: bloodGroups[n % bloodGroups.length] ?? 'B+',
  sex: n % 2 === 0 ? 'man' : 'woman',
  state: 'waiting',
  comes,
  fits,
  reminded: 0,
  since: epochMs(n),
});

/** A yes for the n-th half hour, or a freed seat, of one of many people. */
const deedArbitrary = fc.record({
  who: fc.nat(79),
  at: fc.option(fc.nat(12), { nil: undefined }),
});
const peopleArbitrary = fc.array(fc.tuple(chance, chance), { minLength: 80, maxLength: 80 });

describe('the half hours of a camp', () => {
  test('count exactly those who hold them, and never more than one person above their room', () => {
    fc.assert(
      fc.property(
        peopleArbitrary,
        fc.array(deedArbitrary, { maxLength: 200 }),
        fc.integer({ min: 1, max: 3 }),
        (people, deeds, teams) => {
          let camp = campOf({ teams });
          const seats = people.map(([comes, fits], n) => seatOf(n, comes, fits));
          for (const { who, at } of deeds) {
            const seat = seats[who];
            if (!seat) continue;
            const slot = at === undefined ? undefined : (camp.halfHours[at]?.at ?? epochMs(1));
            const next = slot === undefined ? freeSeat(camp, seat) : bookSeat(camp, seat, slot);
            if (next === 'full') continue;
            camp = next.camp;
            seats[who] = next.seat;
          }
          const held = seats.filter(holdsHalfHour);
          for (const slot of camp.halfHours) {
            const own = held.filter((seat) => seat.at === slot.at);
            expect(slot.booked).toBe(own.length);
            const expected = own.reduce((sum, { comes }) => sum + comes, 0);
            expect(slot.expected).toBeCloseTo(expected, 6);
            expect(slot.expected).toBeLessThan(slot.room + 1 + 1e-6);
          }
          const hope = held.reduce((sum, { comes, fits }) => sum + comes * fits, 0);
          expect(camp.hope).toBeCloseTo(hope, 6);
          expect(roomLeft(camp)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('take a person once, however often the same yes comes', () => {
    const camp = campOf();
    const at = camp.halfHours[3]?.at ?? from;
    const first = bookSeat(camp, seatOf(1, 0.6, 0.8), at);
    if (first === 'full') throw new Error('an empty half hour is full');
    expect(bookSeat(first.camp, first.seat, at)).toEqual(first);
  });

  test('are on offer by time, free, ahead, and spread over the day', () => {
    const camp = campOf({ halfHours: 12 });
    const offered = freeTimes(camp, epochMs(from - days(1)));
    expect(offered).toHaveLength(3);
    expect([...offered].sort()).toEqual(offered);
    expect((offered[2] ?? 0) - (offered[0] ?? 0)).toBeGreaterThanOrEqual(hours(4));
    expect(freeTimes(camp, epochMs(from + hours(9)))).toEqual([]);
    const late = freeTimes(camp, epochMs(from + hours(5)));
    expect(late).toEqual([camp.halfHours[11]?.at]);
  });
});

describe('the invitations of a camp', () => {
  test('take the likeliest, and no one more than the goal needs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 0.5, noNaN: true }), { maxLength: 120 }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.integer({ min: 1, max: 45 }),
        (chances, left, most) => {
          const people = chances.map((value, n) => ({ n, chance: value }));
          const { chosen, left: after, hoped } = chooseInvited(people, { left, most });
          const least = Math.min(1, ...chosen.map((one) => one.chance));
          const others = people.filter((one) => !chosen.includes(one));
          for (const other of others) expect(other.chance).toBeLessThanOrEqual(least);
          const hope = chosen.reduce((sum, one) => sum + one.chance, 0);
          expect(hoped).toBeCloseTo(hope, 6);
          const last = chosen.at(-1)?.chance ?? 0;
          expect(hope - last).toBeLessThan(left);
          expect(chosen.length).toBeLessThanOrEqual(most);
          if (after > 0) {
            expect(chosen).toHaveLength(most);
            expect(after).toBeCloseTo(left - hope, 6);
          } else expect(hope >= left - 1e-9 || others.length === 0).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('stop when the hope fills the wanted units, or the half hours are full', () => {
    const camp = campOf({ units: 40 });
    expect(unitsToInviteFor(camp, policy)).toBe(40);
    expect(unitsToInviteFor({ ...camp, hope: 40 }, policy)).toBe(0);
    const full = camp.halfHours.map((slot) => ({ ...slot, expected: slot.room }));
    expect(unitsToInviteFor({ ...camp, halfHours: full }, policy)).toBe(0);
  });

  test('of a later stage make up for what the stages before have not brought', () => {
    const camp = { ...campOf({ units: 60 }), hope: 20, hoped: 20 };
    const { left } = beginStage(camp, from, policy);
    expect(left).toBeCloseTo(40, 6);
    expect(beginStage({ ...camp, hoped: 40 }, from, policy).left).toBeCloseTo(60, 6);
    // Never more than twice as many, and never fewer than the average says.
    expect(beginStage({ ...camp, hoped: 4000 }, from, policy).left).toBeCloseTo(80, 6);
    expect(beginStage({ ...camp, hoped: 1 }, from, policy).left).toBeCloseTo(40, 6);
    expect(beginStage({ ...camp, hope: 60, hoped: 90 }, from, policy).left).toBe(0);
  });

  test('prefer a member who gave of late, until their own answers say more', () => {
    const donor = { record: emptyHistory, woman: false, distanceKm: 2 };
    const yes = (more: Partial<Parameters<typeof campChances>[0]> = {}): number =>
      campChances({ ...donor, ...more }, from, policy).yes;
    const ago = (count: number) => ({ gaveAt: epochMs(from - days(count)) });
    const odds = (p: number): number => p / (1 - p);
    expect(odds(yes(ago(100))) / odds(yes())).toBeCloseTo(6.3, 6);
    expect(odds(yes(ago(300))) / odds(yes())).toBeCloseTo(1.9, 6);
    expect(yes(ago(400))).toBe(yes());
    const record = { ...emptyHistory, tries: 2, saidYes: 1 };
    expect(yes({ record, ...ago(100) })).toBe(yes({ record }));
  });

  test('begin on the seventh evening before, at six, and end on the second', () => {
    let camp = campOf();
    const evenings: string[] = [];
    for (let at = camp.nextStageAt; at !== undefined; at = camp.nextStageAt) {
      const { day: date, hour } = toCalendar(at);
      evenings.push(`${date}. ${hour}`);
      camp = beginStage(camp, at, policy);
    }
    expect(evenings).toEqual(['6. 18', '7. 18', '8. 18', '9. 18', '10. 18', '11. 18']);
  });

  test('of a camp that is opened late leave at once, but only between ten and nine', () => {
    const evening = fromCalendar({ year: 2026, month: 12, day: 12, hour: 22 });
    const late = campOf({}, evening);
    expect(late.nextStageAt).toBeUndefined();
    const noon = campOf({}, fromCalendar({ year: 2026, month: 12, day: 12, hour: 12 }));
    expect(toCalendar(noon.nextStageAt ?? epochMs(0))).toMatchObject({ day: 12, hour: 12 });
    for (let hour = 0; hour < 24; hour += 1) {
      const at = fromCalendar({ year: 2026, month: 12, day: 10, hour, minute: 30 });
      const { hour: leaves } = toCalendar(invitationsFrom(at, policy));
      expect(leaves).toBeGreaterThanOrEqual(10);
      expect(leaves).toBeLessThan(21);
    }
  });
});

const entryArbitrary = fc.oneof(
  fc.constant({ what: 'in' as const }),
  fc.constant({ what: 'gave' as const }),
  fc.constantFrom(...backReasons).map((reason) => ({ what: 'back' as const, reason })),
);

describe('the door of a camp', () => {
  test('counts the same entry once, and keeps the last word', () => {
    fc.assert(
      fc.property(fc.array(entryArbitrary, { minLength: 1, maxLength: 8 }), (entries) => {
        let once = seatOf(1, 0.5, 0.5);
        let twice = once;
        for (const entry of entries) {
          once = recordAtDoor(once, entry);
          twice = recordAtDoor(recordAtDoor(twice, entry), entry);
        }
        expect(twice).toEqual(once);
        const last = entries.findLast(({ what }) => what !== 'in');
        expect(once.state).toBe(last?.what ?? 'in');
        expect(once.reason).toBe(last?.what === 'back' ? last.reason : undefined);
      }),
    );
  });

  test('adds up in the tally: each person once, by group and sex', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(entryArbitrary, { nil: undefined }), { maxLength: 60 }),
        (entries) => {
          const seats = entries.map((entry, n) => {
            const seat = seatOf(n, 0.5, 0.5);
            return entry ? recordAtDoor(seat, entry) : seat;
          });
          const tally = tallyCamp(seats);
          const sum = (of: (line: (typeof tally.groups)[number]) => number) =>
            tally.groups.reduce((total, line) => total + of(line), 0);
          expect(sum(({ units }) => units)).toBe(tally.units);
          expect(sum(({ came }) => came)).toBe(tally.came);
          expect(sum(({ bySex }) => bySex.man + bySex.woman + bySex.other)).toBe(tally.units);
          expect(tally.came + tally.waiting).toBe(entries.length);
          const reasons = Object.values(tally.reasons).reduce((a, b) => a + b, 0);
          expect(reasons).toBe(tally.back);
        },
      ),
    );
  });
});

describe('the deadlines of a camp', () => {
  test('come in order: stages, the morning, the evening, the end of its numbers', () => {
    let camp = campOf();
    const seen: EpochMs[] = [];
    for (let now = camp.openedAt; ; ) {
      const due = campDueAt(camp, now, policy);
      if (due === undefined) break;
      expect(due).toBeGreaterThanOrEqual(now);
      seen.push(due);
      now = due;
      const { openedBy: _, ...unnamed } = camp;
      if (camp.state === 'closed') camp = unnamed;
      else if (camp.state === 'held') camp = { ...camp, state: 'closed' };
      else if (now >= camp.from) camp = { ...camp, state: 'held' };
      else camp = { ...beginStage(camp, now, policy), left: 0 };
    }
    expect(seen).toHaveLength(10);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  test('of a seat are two reminders, the thanks and the end of its number', () => {
    const camp = campOf();
    const booked = bookSeat(camp, seatOf(1, 0.5, 0.5), camp.halfHours[4]?.at ?? from);
    if (booked === 'full') throw new Error('an empty half hour is full');
    const { seat } = booked;
    const dues = [
      seat,
      { ...seat, reminded: 1 },
      { ...seat, reminded: 2 },
      { ...seat, reminded: 2, thanked: true as const },
    ].map((one) => seatDueAt(one, camp, policy));
    const { phone: _, ...forgotten } = seat;
    expect(seatDueAt(forgotten, camp, policy)).toBeUndefined();
    const at = dues.map((due) => toCalendar(due ?? epochMs(0)));
    expect(at[0]).toMatchObject({ day: 12, hour: 18 });
    expect(at[1]).toMatchObject({ day: 13, hour: 9 });
    expect(at[2]).toMatchObject({ day: 13, hour: 19 });
    expect((dues[3] ?? 0) - (dues[2] ?? 0)).toBe(days(policy.retention.requestDays));
  });
});
