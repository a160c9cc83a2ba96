import { describe, expect, test } from 'vitest';
import priceFile from '#infra/aws/prices.json' with { type: 'json' };
import { awsBill, carrierBill, findLargestLine, paisaOfSegments, totalOf } from './bill.ts';
import { assumptions } from './cost-assumptions.ts';
import { createUnitCounter } from './database-lines.ts';
import { itemBytes } from './item-size.ts';
import { type FunctionWork, measureWork, type Work } from './measure-work.ts';
import { readStoredRun } from './pages/stored-run.ts';
import { dollarsFor, type Prices, readPrices } from './prices.ts';
import { countStack } from './stack-counts.ts';

const nothing: FunctionWork = {
  invocations: 0,
  cold: 0,
  databaseCalls: 0,
  carrierCalls: 0,
  logBytes: 0,
  bytesOut: 0,
  ms: 0,
};
/** One request: ten text webhooks and forty sent messages. */
const work: Work = {
  requests: 1,
  fulfilled: 1,
  unitsGiven: 2,
  asked: { alerts: 20, yes: 2, no: 2, rung: 0, pickedUp: 0 },
  functions: {
    ReceiveSms: { ...nothing, invocations: 10, cold: 1, databaseCalls: 50, ms: 100 },
    ReceiveCall: nothing,
    ReceiveStatus: { ...nothing, invocations: 80 },
    SendOutbox: { ...nothing, invocations: 40, carrierCalls: 40 },
    RunDueSteps: { ...nothing, invocations: 20 },
    Website: nothing,
  },
  sweeps: 20,
  idleSweep: { ...nothing, invocations: 1, databaseCalls: 5, reads: 2.5 },
  reads: 400,
  writes: 800,
  lines: [],
  conflicts: 0,
  texts: { out: 40, segments: 60, unicode: 20, in: 10, outsideWindow: 25 },
  calls: { in: 1, out: 2, minutesIn: 3, minutesOut: 4, charactersSaid: 500, minutesRecorded: 1 },
  bytesLeft: 50_000,
  bytesPerDonor: 2_000,
};
const stack = { alarmMetrics: 18, metrics: 14, dashboards: 1, secrets: 1, memoryMb: 512 };
const prices = readPrices();
const find = (bill: ReturnType<typeof awsBill>, what: string) => {
  const line = bill.find((one) => one.what === what);
  if (!line) throw new Error(`no line ${what}`);
  return line;
};
const road = (name: string) => {
  const found = prices.roads[name];
  if (!found) throw new Error(`no road ${name}`);
  return found;
};

describe('the price file', () => {
  test('names the source and the day of every price', () => {
    const { aws, roads } = prices;
    const all = [
      ...Object.values(aws),
      ...Object.values(roads).flatMap((r) => Object.values(r.prices)),
    ];
    expect(all.length).toBeGreaterThan(40);
    for (const { source, seen } of all) {
      expect(source).not.toBe('');
      expect(seen).toMatch(/^2026-/);
    }
  });

  test('is refused without a source or a price', () => {
    const { httpRequest, ...others } = priceFile.aws;
    expect(() => readPrices({ ...priceFile, aws: others })).toThrow(/httpRequest/);
    const unsourced = { ...httpRequest, source: '' };
    expect(() => readPrices({ ...priceFile, aws: { ...others, httpRequest: unsourced } })).toThrow(
      /source/,
    );
  });

  test('does not count a missing price as zero', () => {
    const price = { currency: 'INR', per: 1, unit: 'x', source: 'y', seen: '2026-11-23' } as const;
    expect(dollarsFor({ ...price, value: null }, 90)).toBeUndefined();
    expect(dollarsFor({ ...price, value: 180, per: 4 }, 90)).toBe(0.5);
    expect(dollarsFor({ ...price, value: 180, per: 4, currency: 'USD' }, 90)).toBe(45);
  });
});

describe('a month on AWS', () => {
  const bill = (perDay: number) => awsBill(work, stack, prices, perDay);

  test('counts webhooks, units and the minutes without due items', () => {
    const ofSixty = bill(60);
    expect(find(ofSixty, 'HTTP API').quantity).toBe(1800 * 90);
    expect(find(ofSixty, 'DynamoDB, writes').quantity).toBe(1800 * 800);
    // 36,000 of the month's 43,200 minutes had due items.
    expect(find(ofSixty, 'DynamoDB, reads').quantity).toBe(1800 * 400 + 7200 * 2.5);
    expect(find(ofSixty, 'Lambda, invocations').quantity).toBe(1800 * 150 + 7200);
    expect(find(ofSixty, 'DynamoDB, writes').dollars).toBeCloseTo((1800 * 800 * 0.71) / 1e6, 9);
  });

  test('includes the slower processor, the latency of database and carrier, and cold starts in the time', () => {
    const { quantity } = find(bill(60), 'Lambda, time × memory');
    const a = assumptions;
    const ms =
      100 * (a.megabytesPerCpu / 512) + 50 * a.databaseMs + 40 * a.carrierMs + a.coldStartMs;
    const idle = 5 * a.databaseMs;
    expect(quantity).toBeCloseTo((1800 * ms + 7200 * idle) / 1000 / 2, 6);
  });

  test('has fixed lines, and lines that grow with the requests', () => {
    const [few, many] = [bill(60), bill(6000)];
    for (const [i, line] of few.entries()) {
      const grown = many[i]?.quantity ?? 0;
      if (line.fixed) expect(grown, line.what).toBe(line.quantity);
      else expect(grown, line.what).toBeGreaterThan(line.quantity);
    }
  });
});

describe('a month at the carrier', () => {
  test('counts segments, minutes and the number, each at its price', () => {
    const bill = carrierBill(work, road('indian'), prices, 60);
    const rupee = 1 / prices.rupeesPerDollar.value;
    expect(find(bill, 'SMS out').dollars).toBeCloseTo(1800 * 60 * 0.17 * rupee, 6);
    expect(find(bill, 'Calls out').dollars).toBeCloseTo(1800 * 4 * 0.38 * rupee, 6);
    expect(find(bill, 'Operators’ DLT charge').dollars).toBeCloseTo(1800 * 40 * 0.025 * rupee, 6);
    expect(find(bill, 'The number').quantity).toBe(1);
    expect(findLargestLine(bill)?.what).toBe('SMS out');
  });

  test('names lines without a price and leaves them out of the sum', () => {
    const bill = carrierBill(work, road('twilioSms'), prices, 60);
    const { dollars, unknown } = totalOf(bill);
    expect(unknown).toContain('SMS in');
    expect(dollars).toBeCloseTo(1800 * (60 * 0.0832 + 4 * 0.0496), 6);
  });
});

describe('the counting', () => {
  test('takes the size of an item as DynamoDB does', () => {
    // Names and texts in bytes; a number one byte for two digits and one more; a list 3 bytes and one for each element.
    expect(itemBytes({ pk: 'abc' })).toBe(2 + 3);
    expect(itemBytes({ n: 1234 })).toBe(1 + 3);
    expect(itemBytes({ t: 'हि' })).toBe(1 + 6);
    expect(itemBytes({ l: ['a', 'b'] })).toBe(1 + 3 + 2 * (1 + 1));
    expect(itemBytes({ gone: undefined })).toBe(0);
  });

  test('divides the units of a transaction among its items without a remainder', () => {
    const book = createUnitCounter();
    const put = (pk: string, sk: string, more = {}) => ({ Put: { Item: { pk, sk, ...more } } });
    book.add({
      operation: 'TransactWrite',
      input: {
        TransactItems: [
          put('REQUEST#1', 'REQUEST', { text: 'x'.repeat(3000) }),
          put('PERSON#1', 'PERSON'),
        ],
      },
      reads: 0,
      writes: 10,
      indexes: { due: 2 },
    });
    const units = Object.fromEntries(
      book
        .lines()
        .map(({ what, units }) => [
          what.split(':')[0] === 'item' ? what.slice(6, 14) : 'due',
          units,
        ]),
    );
    expect(units).toEqual({ 'the requ': 6, 'a person': 2, due: 2 });
  });

  test('agrees with the database’s own figures for a whole request', async () => {
    const lived = await measureWork({ requests: 1, seed: 3, byPhone: 0 });
    expect(lived.requests).toBe(1);
    expect(lived.asked.alerts).toBeGreaterThan(0);
    const units = (way: 'read' | 'write') =>
      lived.lines.filter((line) => line.way === way).reduce((all, line) => all + line.units, 0);
    expect(units('read')).toBeCloseTo(lived.reads, 6);
    expect(units('write')).toBeCloseTo(lived.writes, 6);
    expect(
      lived.lines.map(({ what }) => what).filter((what) => what.startsWith('query of')),
    ).toEqual([]);
    expect(lived.texts.segments).toBeGreaterThanOrEqual(lived.texts.out);
    expect(lived.functions.ReceiveSms.invocations).toBe(lived.texts.in);
  });

  test('counts an alarm over eight functions eight times', () => {
    const counted = countStack();
    expect(counted).toMatchObject({ metrics: 20, dashboards: 1, secrets: 1, memoryMb: 512 });
    // Two alarms over eight functions, five metrics of the table, two in NoDueStep and in UndeliveredShare, and twenty
    // alarms of one metric.
    // The pages calculate with what the template has.
    expect(readStoredRun().stack).toEqual(counted);
    expect(counted.alarmMetrics).toBe(2 * 8 + 5 + 2 + 2 + 20);
  });
});

test('the price list has four offers, two of them in both directions for basic phones', () => {
  const roads: Prices['roads'] = prices.roads;
  expect(Object.keys(roads)).toEqual(['twilioSms', 'twilioWhatsapp', 'indian', 'plivoExotel']);
});

test('a price of a carrier says how sure it is, and an unknown one where it was looked for', () => {
  for (const { prices: list } of Object.values(prices.roads))
    for (const [item, { value, grade, source }] of Object.entries(list)) {
      if (value === null) expect(source, item).toMatch(/^not (found|published): https:/);
      else if (value > 0) expect(grade, item).toBeDefined();
    }
});

test('texts without a published price are in no sum, and each paisa of it is told', () => {
  const bill = carrierBill(work, road('plivoExotel'), prices, 60);
  const { dollars, unknown } = totalOf(bill);
  expect(unknown).toEqual(['SMS out', 'SMS in', 'The number that takes answers']);
  const rupees = 1800 * (7 * 0.38 + 40 * 0.025) + 200;
  expect(dollars).toBeCloseTo(rupees / prices.rupeesPerDollar.value, 6);
  expect(paisaOfSegments(work, prices, 60)).toBeCloseTo(
    (1800 * 60 * 0.01) / prices.rupeesPerDollar.value,
    6,
  );
});
