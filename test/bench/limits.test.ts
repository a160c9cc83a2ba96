import { expect, test } from 'vitest';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { withAskedAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { policySchema } from '#shared/terms/policy.ts';
import { aDonor, noon, policy } from '../fixtures/requests.ts';
import { itemBytes } from './cost/item-size.ts';
import { largestStage, runHeaviestRequest } from './limits/heavy-request.ts';
import { createLoads, type Loads } from './limits/loads.ts';
import { limits, marginsOf, tooTight } from './limits/margins.ts';

const put = (pk: string, sk: string, text = '') => ({ Put: { Item: { pk, sk, text } } });
const call = (operation: string, input: object, reads = 0, due = 0) => ({
  operation,
  input,
  reads,
  writes: due,
  indexes: { due },
});
const look = (pk: string, reads: number) =>
  call('Query', { ExpressionAttributeValues: { ':partition': pk } }, reads);

test('a transaction costs two units a kilobyte of the larger of before and after', () => {
  const loads = createLoads();
  const answer = [put('REQUEST#1', 'REQUEST', 'x'.repeat(3000)), put('REQUEST#1', 'ALERT#1')];
  loads.add(call('TransactWrite', { TransactItems: [...answer, put('PERSON#1', 'PERSON')] }), 0);
  // Three kilobytes are six units, the alert is two; the person has another key.
  expect(loads.heaviest()).toMatchObject({
    answerWrites: 6 + 2,
    reckoned: 6 + 2 + 2,
    transactionItems: 3,
    transactionOf: '1 REQUEST, 1 ALERT, 1 PERSON',
    itemKind: 'REQUEST',
  });
  const shrunk = [
    put('REQUEST#1', 'REQUEST'),
    { Delete: { Key: { pk: 'REQUEST#1', sk: 'ALERT#1' } } },
  ];
  loads.add(call('TransactWrite', { TransactItems: shrunk }), 0);
  expect(loads.heaviest()).toMatchObject({ answerWrites: 8, reckoned: 18, requestItems: 1 });
});

test('an item that is put alone costs one unit a kilobyte', () => {
  const loads = createLoads();
  loads.add(call('Put', put('REQUEST#1', 'REQUEST', 'x'.repeat(3000)).Put, 0, 3), 0);
  expect(loads.heaviest()).toMatchObject({ answerWrites: 3, reckoned: 3 });
});

test('the busiest second is counted key by key', () => {
  const loads = createLoads();
  const write = call('TransactWrite', { TransactItems: [put('REQUEST#1', 'REQUEST')] }, 0, 5);
  for (const at of [1000, 1999, 2000]) loads.add(write, at);
  loads.add(look('REQUEST#1', 40), 2100);
  loads.add(look('REQUEST#2', 30), 2200);
  loads.add(look('REQUEST#1', 20), 2999);
  const batch = {
    RequestItems: { hotline: { Keys: [1, 2].map((n) => ({ pk: `PERSON#${n}`, sk: 'PERSON' })) } },
  };
  loads.add(call('BatchGet', batch, 6), 3000);
  expect(loads.heaviest()).toMatchObject({
    lookReads: 40,
    busiest: {
      request: { writes: 4, reads: 60 },
      due: { writes: 10, reads: 0 },
      other: { writes: 0, reads: 3 },
    },
  });
});

test('a margin is the limit divided by the need, and a margin below the least one is too tight', () => {
  const none = { reads: 0, writes: 0 };
  const loads: Loads = {
    itemBytes: 4096,
    itemKind: 'REQUEST',
    transactionItems: 51,
    transactionOf: '51 ALERT',
    transactionBytes: 1024,
    answerWrites: 15,
    lookReads: 90,
    requestItems: 10,
    requestBytes: 1024,
    busiest: {
      request: { writes: 500, reads: 2001 },
      due: { writes: 100, reads: 0 },
      donors: { writes: 0, reads: 30 },
      roster: none,
      other: none,
    },
    reported: 0,
    reckoned: 0,
  };
  const margins = marginsOf(loads);
  const rounded = margins.map(({ margin }) => Math.round(10 * margin) / 10);
  const unused = Number.POSITIVE_INFINITY;
  expect(rounded).toEqual([100, 2, 4096, 2, 10, 10, unused, 1.5, 5, 100, unused, unused]);
  expect(tooTight(margins).map(({ needs }) => needs)).toEqual(['2001 units/s']);
});

test('a request can be closed in one transaction under every valid policy', () => {
  const takes = (maxUnits: number, mostPerUnit: number): boolean => {
    const standby = { ...policy.asking.standby, mostPerUnit };
    const asking = { ...policy.asking, standby };
    return policySchema.safeParse({ ...policy, maxUnits, asking }).success;
  };
  expect(takes(15, 2)).toBe(true);
  expect(takes(16, 2)).toBe(false);
  expect(takes(60, 0.5)).toBe(false);
});

test('a donor who is asked as often as allowed stays a small item', () => {
  const { alertCaps, retention } = policy;
  // A request that is extended for half a year, and then kept.
  const count = (alertCaps.perMonth * (retention.requestDays + 183)) / 30;
  const donor = Array.from({ length: count }).reduce<Person>(
    (person, _, i) =>
      withAskedAlert(person, {
        requestId: requestIdSchema.parse(`01JDQ2Z5W3E0R7K6V9X4N8${1000 + i}`),
        alertId: alertIdSchema.parse(`01JDQ2Z5W3E0R7K6V9X4M8${1000 + i}`),
        code: requestCodeSchema.parse('123456'),
        at: noon,
        openUntil: noon,
        state: 'ended',
      }),
    aDonor(),
  );
  expect(donor.alerts.length).toBeGreaterThan(70);
  expect(limits.itemBytes / itemBytes(toItem(donor))).toBeGreaterThan(20);
});

test('a stage fits into one transaction under every valid policy', () => {
  const most = { intervalMinutes: 1, wantedChance: 0.9, maxDonors: largestStage };
  const stages = { ...policy.stages, critical: most };
  expect(policySchema.safeParse({ ...policy, stages }).success).toBe(true);
  const tooMany = { ...stages, critical: { ...most, maxDonors: largestStage + 1 } };
  expect(policySchema.safeParse({ ...policy, stages: tooMany }).success).toBe(false);
});

test.skipIf(!isDynoxideInstalled())(
  'a request for which forty donors are asked, refuse and change their minds keeps all limits',
  { timeout: 60_000 },
  async () => {
    const life = await runHeaviestRequest(40);
    expect(life.alerts).toBeGreaterThanOrEqual(40);
    expect(life.pledges).toBeGreaterThan(0);
    expect(life.requestItems).toBe(1 + life.alerts + life.timeline);
    // A stage is an alert, a person and a message for each donor.
    expect(life.transactionItems).toBeGreaterThan(3 * 20);
    // The count by key agrees with the database's figure within a kilobyte's rounding.
    expect(life.reckoned / life.reported).toBeGreaterThan(0.97);
    expect(life.reckoned / life.reported).toBeLessThan(1.03);
    for (const { what, margin } of marginsOf(life)) expect(margin, what).toBeGreaterThan(1);
  },
);
