import { describe, expect } from 'vitest';
import { segmentsOf } from '#shared/messages/segments.ts';
import type { MetricValue, MetricName as Name } from '#shared/terms/metrics.ts';
import { minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  findsItReal,
  oneUnit,
  readAllMessages,
} from '../../world/steps/scenario-steps.ts';

/** Adds up the metric values as CloudWatch does. */
const counter = () => {
  const measured: MetricValue[] = [];
  const all = (name: Name): number[] => measured.flatMap(({ values }) => values[name] ?? []);
  return {
    measure: (one: MetricValue) => void measured.push(one),
    all,
    total: (name: Name): number => all(name).reduce((sum, value) => sum + value, 0),
    reasons: () => measured.flatMap(({ reason }) => reason ?? []),
  };
};

describe('the metrics', () => {
  const life = counter();
  scenario(
    'count each event of a request once',
    async (world) => {
      const amit = await world.donor('Amit');
      const rahul = await world.donor('Rahul');
      const kavita = await world.volunteer('Kavita');
      const sunita = world.phone('Sunita');
      const code = await asksForBlood(sunita, oneUnit);
      await world.clock.advance(minutes(3));
      await findsItReal(kavita, sunita, code);
      await rahul.texts('2');
      await world.clock.advance(minutes(2));
      await amit.texts('1');
      await amit.texts('DONE');
      await world.clock.advance(minutes(30));

      const counts = {
        RequestsOpened: 1,
        RequestsVerified: 1,
        RequestsCovered: 1,
        RequestsFulfilled: 1,
        RequestsClosed: 0,
        DonorsAsked: 2,
        DonorsSaidYes: 1,
        DonorsSaidNo: 1,
        Undelivered: 0,
        CarrierErrors: 0,
        CallMinutes: 0,
      } as const;
      for (const [name, count] of Object.entries(counts))
        expect(life.total(name as Name), name).toBe(count);
      expect(life.all('MinutesToCovered')).toHaveLength(1);
      // Five minutes of waiting, and the seconds until the texts arrive.
      expect(life.total('MinutesToCovered')).toBeGreaterThanOrEqual(5);
      expect(life.total('MinutesToCovered')).toBeLessThan(7);
      const sent = world
        .phones()
        .flatMap((phone) => world.carrier.messagesOf(phone.number))
        .filter(({ author }) => author === 'hotline')
        .reduce((sum, { text }) => sum + segmentsOf(text).segments, 0);
      expect(life.total('Segments')).toBe(sent);
      readAllMessages(world);
    },
    { measure: life.measure },
  );

  const trouble = counter();
  scenario(
    'count an invalid number as undelivered with its reason, and carrier trouble as carrier errors',
    async (world) => {
      const amit = await world.donor('Amit');
      world.carrier.faults.numbers[amit.number] = 21211;
      const kavita = await world.volunteer('Kavita');
      const sunita = world.phone('Sunita');
      const code = await asksForBlood(sunita, oneUnit);
      await findsItReal(kavita, sunita, code);
      world.carrier.faults.nextSends = ['too-many-requests', 'too-many-requests'];
      await world.clock.advance(minutes(15));
      expect(trouble.total('Undelivered')).toBe(1);
      expect(trouble.reasons()).toEqual(['no-such-number']);
      expect(trouble.total('CarrierErrors')).toBe(2);
      readAllMessages(world);
    },
    { measure: trouble.measure },
  );
});
