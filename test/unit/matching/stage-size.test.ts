import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDonor, emptyCoverage, probability } from '#shared/matching/coverage.ts';
import {
  averageProbability,
  donationProbability,
  refusalWeight,
  yesProbability,
} from '#shared/matching/response-probability.ts';
import { pendingShare, repliedShare } from '#shared/matching/response-time.ts';
import {
  coverProbability,
  findSmallestStage,
  minutesToNextReview,
  type PendingAnswer,
} from '#shared/matching/stage-size.ts';
import { standbySize } from '#shared/matching/standby-size.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import { policy } from '../../fixtures/requests.ts';

const rules = policy.asking;

const rested = { recentAlerts: 0, night: false };
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('coverage', () => {
  /** Adds up every combination. */
  const byHand = (chances: number[], missing: number): number => {
    let sum = 0;
    for (let set = 0; set < 2 ** chances.length; set += 1) {
      const come = chances.filter((_, i) => set & (1 << i)).length;
      if (come < missing) continue;
      sum += chances.reduce((p, c, i) => p * (set & (1 << i) ? c : 1 - c), 1);
    }
    return sum;
  };

  test('is the exact probability that enough donors give', () => {
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (all, n) => {
        const cover = emptyCoverage(n);
        for (const one of all) addDonor(cover, one);
        expect(probability(cover)).toBeCloseTo(byHand(all, n), 9);
      }),
    );
  });
});

describe('probability of a yes', () => {
  test('is 4.4 % for a new donor: one in ten is active (docs/facts.md#answers)', () => {
    expect(averageProbability(emptyHistory, rules)).toBeCloseTo(0.1 * 0.35 + 0.9 * 0.01, 4);
  });

  test('rises much with a yes and falls a little with each silence', () => {
    const after = (tries: number, saidYes: number) =>
      averageProbability({ ...emptyHistory, tries, saidYes }, rules);
    expect(after(1, 1)).toBeGreaterThan(0.2);
    expect(after(1, 0)).toBeLessThan(after(0, 0));
    expect(after(8, 0)).toBeLessThan(0.02);
    expect(after(8, 4)).toBeGreaterThan(0.3);
  });

  test('equals the value calculated by hand for kinds of Beta(1, 1) and Beta(1, 3) after silences', () => {
    const kinds = [
      { share: 0.5, yes: 1, no: 1 },
      { share: 0.5, yes: 1, no: 3 },
    ];
    for (const tries of [0, 0.5, 3, 40]) {
      const [a, b] = [1 / (1 + tries), 3 / (3 + tries)];
      const mean = (a / (2 + tries) + b / (4 + tries)) / (a + b);
      expect(averageProbability({ ...emptyHistory, tries }, { ...rules, kinds })).toBeCloseTo(
        mean,
        8,
      );
    }
  });

  test('is lower for a tired donor and at night, and silence then has less weight', () => {
    const tired = { recentAlerts: 2, night: false };
    const asleep = { recentAlerts: 0, night: true };
    for (const moment of [tired, asleep]) {
      expect(yesProbability(emptyHistory, moment, rules)).toBeLessThan(
        yesProbability(emptyHistory, rested, rules),
      );
      expect(refusalWeight(moment, rules)).toBeLessThan(1);
    }
    expect(refusalWeight(rested, rules)).toBe(1);
  });

  test('stays between 0 and 1 for every history', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.nat(30),
        fc.boolean(),
        (tries, yes, recent, night) => {
          const record = { ...emptyHistory, tries: tries + yes, saidYes: yes };
          const found = yesProbability(record, { recentAlerts: recent, night }, rules);
          expect(found).toBeGreaterThan(0);
          expect(found).toBeLessThan(1);
        },
      ),
    );
  });
});

describe('probability of a donation after a yes', () => {
  const from = (distanceKm: number, change = {}, woman = false) =>
    donationProbability({ ...emptyHistory, ...change }, { woman, distanceKm }, rules);

  test('falls with distance but never to zero, and is lower for women, who are turned away more often', () => {
    expect(from(0)).toBeCloseTo(0.87 * 0.92, 3);
    expect(from(10)).toBeLessThan(from(0));
    expect(from(500)).toBeCloseTo(0.3 * 0.92, 3);
    expect(from(0, {}, true)).toBeLessThan(from(0));
  });

  test('moves with own visits: came twice, stayed away, sent home', () => {
    expect(from(5, { came: 2 })).toBeGreaterThan(from(5));
    expect(from(5, { missed: 2 })).toBeLessThan(from(5));
    expect(from(5, { came: 1, turnedAway: 1 })).toBeLessThan(from(5, { came: 1 }));
  });
});

describe('response time', () => {
  test('has half of the answers within the median, later at night, none before the alert', () => {
    expect(repliedShare(9, false, rules)).toBeCloseTo(0.5, 6);
    expect(repliedShare(9, true, rules)).toBeLessThan(0.25);
    expect(repliedShare(0, false, rules)).toBe(0);
    expect(repliedShare(600, false, rules)).toBeCloseTo(1, 6);
  });

  test('leaves less probability of a yes the longer the silence lasts', () => {
    expect(pendingShare(0.3, 0)).toBe(0.3);
    expect(pendingShare(0.3, 0.5)).toBeLessThan(0.2);
    expect(pendingShare(0.3, 1)).toBe(0);
  });
});

describe('stage size', () => {
  const waiting = (askedMinutesAgo: number): PendingAnswer => ({
    yes: 0.5,
    gives: 0.8,
    askedMinutesAgo,
    night: false,
  });

  test('counts a donor asked two minutes ago for more than one silent for forty', () => {
    const cover = (minutes: number) =>
      coverProbability({ missing: 1, waiting: [waiting(minutes)] }, 0, rules);
    expect(cover(2)).toBeGreaterThan(0.35);
    expect(cover(40)).toBeLessThan(0.05);
  });

  test('is zero while the asked donors are likely enough', () => {
    const all = Array.from({ length: 6 }, () => waiting(1));
    expect(findSmallestStage({ missing: 1, waiting: all }, [{ chance: 0.5 }], 0.8, rules)).toEqual({
      size: 0,
      enough: true,
    });
  });

  test('is the smallest that reaches the target probability, and reports when all are not enough', () => {
    fc.assert(
      fc.property(
        fc.array(chance, { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        (chances, missing, wanted) => {
          const candidates = chances.map((one) => ({ chance: one }));
          const { size, enough } = findSmallestStage(
            { missing, waiting: [] },
            candidates,
            wanted,
            rules,
          );
          const reached = (n: number): number => {
            const cover = emptyCoverage(missing);
            for (const one of chances.slice(0, n)) addDonor(cover, one);
            return probability(cover);
          };
          if (!enough) expect(size).toBe(candidates.length);
          expect(reached(size) >= wanted).toBe(enough);
          if (size > 0) expect(reached(size - 1)).toBeLessThan(wanted);
        },
      ),
    );
  });

  test('is reviewed between the least and the most wait, sooner when fewer answers are still to come', () => {
    const waits = { least: 4, most: 8, lookAgainBelow: 0.5 };
    const next = (minutes: number) =>
      minutesToNextReview({ missing: 1, waiting: [waiting(minutes)] }, waits, rules);
    expect(next(1)).toBeGreaterThan(next(15));
    expect(next(15)).toBeGreaterThanOrEqual(4);
    expect(next(1)).toBeLessThanOrEqual(8);
  });
});

describe('standbySize()', () => {
  test('is zero behind sure donors, grows with doubt, and stays below the maximum', () => {
    const room = (gives: number, units = 2) =>
      standbySize(units, Array<number>(units).fill(gives), gives, rules);
    expect(room(0.99)).toBe(0);
    expect(room(0.75)).toBeGreaterThan(0);
    expect(room(0.5)).toBeGreaterThanOrEqual(room(0.75));
    expect(room(0.85)).toBeLessThan(room(0.5));
    expect(room(0.05)).toBe(2 * rules.standby.mostPerUnit);
    expect(room(0.75, 4)).toBeGreaterThanOrEqual(room(0.75, 1));
  });
});
