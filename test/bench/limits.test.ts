import { expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/dynoxide.ts';
import { policySchema } from '#shared/terms/policy.ts';
import { policy } from '../fixtures/requests.ts';
import { liveHeavily } from './limits/heavy-request.ts';
import { createLoads } from './limits/loads.ts';
import { marginsOf } from './limits/margins.ts';

const put = (pk: string, sk: string, text = '') => ({ Put: { Item: { pk, sk, text } } });
const call = (operation: string, input: object, reads = 0) => ({
  operation,
  input,
  reads,
  writes: 0,
  indexes: {},
});

test('a transaction weighs what DynamoDB makes of it: two units a kilobyte of before or after', () => {
  const loads = createLoads();
  const answer = [put('REQUEST#1', 'REQUEST', 'x'.repeat(3000)), put('REQUEST#1', 'ALERT#1')];
  loads.add(call('TransactWrite', { TransactItems: [...answer, put('PERSON#1', 'PERSON')] }));
  // Three kilobytes are six units, the alert is two; the person lies under another key.
  expect(loads.heaviest()).toMatchObject({ answerWrites: 6 + 2, transactionItems: 3 });
  const shrunk = [put('REQUEST#1', 'REQUEST'), put('REQUEST#1', 'ALERT#1')];
  loads.add(call('TransactWrite', { TransactItems: shrunk }));
  expect(loads.heaviest()).toMatchObject({ answerWrites: 8, partitionItems: 2 });
});

test('a margin is the limit over the need', () => {
  const loads = {
    itemBytes: 4096,
    itemKind: 'REQUEST',
    transactionItems: 50,
    transactionBytes: 1024,
    answerWrites: 15,
    stageWrites: 100,
    partitionReads: 90,
    partitionItems: 10,
    partitionBytes: 1024,
  };
  const margins = marginsOf(loads).map(({ margin }) => Math.round(10 * margin) / 10);
  expect(margins).toEqual([100, 2, 4096, 10, 10, 5]);
});

test('a stage fits into one transaction, however the policy is turned', () => {
  const most = { intervalMinutes: 1, wantedChance: 0.9, maxDonors: 30 };
  const stages = { ...policy.stages, critical: most };
  expect(policySchema.safeParse({ ...policy, stages }).success).toBe(true);
  const tooMany = { ...stages, critical: { ...most, maxDonors: 31 } };
  expect(policySchema.safeParse({ ...policy, stages: tooMany }).success).toBe(false);
});

test.skipIf(!isDynoxideInstalled())(
  'a request for which forty donors are asked, refuse and change their minds keeps all limits',
  { timeout: 60_000 },
  async () => {
    const life = await liveHeavily(40);
    expect(life.alerts).toBeGreaterThanOrEqual(40);
    expect(life.pledges).toBeGreaterThan(0);
    expect(life.partitionItems).toBeGreaterThanOrEqual(life.alerts + life.timeline);
    expect(life.transactionItems).toBeGreaterThan(2 * 20);
    for (const { what, margin } of marginsOf(life)) expect(margin, what).toBeGreaterThan(1);
  },
);
