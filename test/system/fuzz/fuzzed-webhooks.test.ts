import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { processorPace } from '../../world/processor-pace.ts';
import { databaseEndpoint, freshStore } from '../../world/servers/test-database.ts';
import {
  type Busy,
  budgetMs,
  busyHotline,
  forge,
  fuzzBodies,
  fuzzVisits,
  renderCounts,
  signedTextMs,
} from './fuzz-run.ts';
import { indianWire } from './wires/indian-wire.ts';
import { twilioWire } from './wires/twilio-wire.ts';

/* `npm run test:fuzz -- --bodies 1000000 --seed 7` runs more (docs/fuzz.md). */

const given = (name: string, usually: number): number => Number(process.env[name] ?? usually);
const bodies = given('FUZZ_BODIES', 1500);
const forged = given('FUZZ_FORGED', 750);
const seed = given('FUZZ_SEED', 1);
const whole = { timeout: 30 * 60_000 };

/** By carrier, with the share of the run: Exotel's texts and Plivo's calls share much with Twilio's. */
const wires = [
  { carriers: 'Twilio', wire: twilioWire, share: 1 },
  { carriers: 'Exotel and Plivo', wire: indianWire, share: bodies > 10_000 ? 1 : 0.4 },
];

describe.each(wires)('webhooks of $carriers', ({ carriers, wire, share }) => {
  const [many, wrong] = [bodies, forged].map((count) => Math.round(count * share));

  test(
    'signed with any body cause no error, and every answer is the carrier’s own',
    whole,
    async () => {
      const hotline = await busyHotline(seed, 'memory', wire);
      const result = await fuzzBodies(hotline, many ?? 0);
      console.log(renderCounts(`${carriers}: ${many} bodies (seed ${seed})`, result));
      expect(result.failures.slice(0, 5)).toEqual([]);
      expect(result.slowest.ms, JSON.stringify(result.slowest)).toBeLessThan(
        signedTextMs * processorPace(),
      );
      expect(hotline.world.logged.filter((line) => line.includes('failed'))).toEqual([]);
    },
  );

  test('forged or unguarded are refused before any call of the store', whole, async () => {
    const hotline = await busyHotline(seed, 'memory', wire);
    const result = await forge(hotline, wrong ?? 0);
    console.log(renderCounts(`${carriers}: ${wrong} forgeries (seed ${seed})`, result));
    expect(result.failures.slice(0, 5)).toEqual([]);
    expect(result.slowest.ms, JSON.stringify(result.slowest)).toBeLessThan(
      budgetMs * processorPace(),
    );
    const logged = hotline.world.logged.join('\n');
    for (const secret of wire.secrets) expect(logged).not.toContain(secret);
  });
});

test(
  `${forged} visits without a valid key cause no error, are not let in, and are not stored`,
  whole,
  async () => {
    const hotline = await busyHotline(seed, 'memory');
    const result = await fuzzVisits(hotline, forged);
    console.log(renderCounts(`${forged} visits (seed ${seed})`, result));
    expect(result.failures.slice(0, 5)).toEqual([]);
    expect(hotline.world.logged.filter((line) => line.includes('failed'))).toEqual([]);
  },
);

describe.skipIf(!databaseEndpoint)('on a real database', () => {
  test('bodies cause no error, and a forgery does not change the table', async () => {
    const kept = await freshStore();
    const hotline = await busyHotline(seed, kept.store);
    const dump = async (): Promise<unknown[]> => {
      const items: unknown[] = [];
      const input = { TableName: kept.table, ConsistentRead: true };
      for await (const page of paginateScan({ client: kept.documents }, input))
        items.push(...(page.Items ?? []));
      return items;
    };
    expect((await fuzzBodies(hotline, 400)).failures).toEqual([]);
    const before = await dump();
    expect((await forge(hotline, 150)).failures).toEqual([]);
    expect(before.length).toBeGreaterThan(100);
    expect(await dump()).toEqual(before);
    kept.client.destroy();
  });
});

describe('the fuzz run', () => {
  const answering = async (answer: (hotline: Busy) => Response): Promise<Busy> => {
    const hotline = await busyHotline(seed, 'memory');
    const app = new Hono().all('*', () => answer(hotline));
    return { ...hotline, world: { ...hotline.world, app } };
  };

  test.each([
    ['a fault', () => new Response(null, { status: 500 }), /^status 500/],
    ['a refused valid signature', () => new Response('', { status: 403 }), /^status 403/],
    ['a bare &', () => new Response('<Response>a & b</Response>'), /^bare &/],
    ['an unclosed answer', () => new Response('<Response><Say>'), /^Invalid|not closed/],
    ['what XML may not hold', () => new Response('<Response>\u0001</Response>'), /^no XML/],
  ])('reports %s', async (_, answer, why) => {
    const { failures } = await fuzzBodies(await answering(answer), 20);
    expect(failures).toHaveLength(20);
    for (const failure of failures) expect(failure.why).toMatch(why);
  });

  test.each([
    ['a forgery let in', () => new Response(null, { status: 204 }), /^status 204/],
    [
      'a forgery that was refused too late',
      ({ world }: Busy) => {
        void world.services.store.incoming('SM1');
        return new Response(null, { status: 403 });
      },
      /the store was called/,
    ],
  ])('reports %s', async (_, answer, why) => {
    const { failures } = await forge(await answering(answer), 20);
    expect(failures).toHaveLength(20);
    for (const failure of failures) expect(failure.why).toMatch(why);
  });

  test.each([
    ['a fault', () => new Response(null, { status: 500 }), /^status 500/],
    [
      'a visitor who was let in',
      () => new Response('', { headers: { 'set-cookie': 'coordinator=+91.1.x; Path=/' } }),
      /let in|^status/,
    ],
    [
      'a visit that reached the store',
      ({ world }: Busy) => {
        void world.services.store.incoming('SM1');
        return new Response(null, { status: 404 });
      },
      /the store was called|^status/,
    ],
  ])('reports of a visit %s', async (_, answer, why) => {
    const { failures } = await fuzzVisits(await answering(answer), 60);
    expect(failures.length).toBeGreaterThan(20);
    for (const failure of failures) expect(failure.why).toMatch(why);
    expect(
      failures.some(({ why: reason }) => !reason.startsWith('status') || reason.includes('500')),
    ).toBe(true);
  });
});
