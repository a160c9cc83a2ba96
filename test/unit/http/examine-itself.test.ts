import { describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { checkAwsAccount } from '#functions/doctor/check-account.ts';
import { fail, pass } from '#functions/doctor/check-result.ts';
import { reportExamination } from '#functions/doctor/examine.ts';
import { ringAlarm } from '#functions/doctor/ring-alarm.ts';
import type { AccountReader } from '#functions/ports/account-reader.ts';
import type { Services } from '#functions/ports/services.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs, hours } from '#shared/terms/time.ts';

const healthy: AccountReader = {
  functionsAtOnce: async () => 1000,
  sourceStates: async () => ['Enabled'],
  subscriptions: async () => ({ confirmed: 1, pending: 0 }),
};
const expected = { sourceFunctions: ['SendOutbox', 'ReceiveSms'], topic: 'arn:topic' };

describe('the account at AWS', () => {
  test('passes with room, enabled sources and a confirmed mail', async () => {
    const results = await checkAwsAccount(healthy, expected);
    expect(results.map(({ state }) => state)).toEqual(['pass', 'pass', 'pass']);
  });

  test.each<[string, Partial<AccountReader>, string]>([
    ['ten functions at once', { functionsAtOnce: async () => 10 }, 'functions at once'],
    ['a disabled stream', { sourceStates: async () => ['Disabled'] }, 'event sources'],
    ['a function without its source', { sourceStates: async () => [] }, 'event sources'],
    [
      'an unconfirmed mail',
      { subscriptions: async () => ({ confirmed: 0, pending: 1 }) },
      'alarm mail',
    ],
  ])('fails with %s', async (_, change, check) => {
    const results = await checkAwsAccount({ ...healthy, ...change }, expected);
    const failed = results.filter(({ state }) => state === 'fail');
    expect(failed.map((result) => result.check)).toEqual([check]);
  });

  test('skips what it may not read', async () => {
    const functionsAtOnce = async () => Promise.reject(new Error('AccessDenied'));
    const [limit] = await checkAwsAccount({ ...healthy, functionsAtOnce }, expected);
    expect(limit).toMatchObject({ state: 'skipped', saw: 'AccessDenied' });
  });
});

test('an examination logs each fault with what to do, and counts them for the alarm', () => {
  const log = { info: vi.fn(), error: vi.fn() };
  const writeMetric = vi.fn();
  const ill = fail('health', '503', 'See its log.');
  expect(reportExamination([pass('x', 'fine'), ill], { log, writeMetric })).toBe(1);
  expect(log.error).toHaveBeenCalledExactlyOnceWith('ill', {
    check: 'health',
    saw: '503',
    todo: 'See its log.',
  });
  expect(writeMetric).toHaveBeenLastCalledWith({ values: { Ill: 1 } });
  // A zero ends the alarm, and shows that the examination runs.
  reportExamination([pass('x', 'fine')], { log, writeMetric });
  expect(writeMetric).toHaveBeenLastCalledWith({ values: { Ill: 0 } });
});

describe('the phone of the person on call', () => {
  const to = phoneNumberSchema.parse('+919415000001');
  const ringing = () => {
    let now = epochMs(1.8e12);
    const call = vi.fn(async () => ({ type: 'accepted', carrierId: 'CA1' }) as const);
    const log = { info: vi.fn(), error: vi.fn() };
    const services = {
      store: createMemoryStore(),
      clock: { now: () => now },
      ids: { next: () => '01alarm' },
      carrier: { call },
      log,
    } as unknown as Services;
    const later = (): void => {
      now = epochMs(now + hours(1));
    };
    return { services, call, log, later };
  };

  test('rings three times in an hour, however many alarms begin', async () => {
    const { services, call, later } = ringing();
    for (let i = 0; i < 10; i += 1) await ringAlarm(services, to);
    expect(call).toHaveBeenCalledTimes(3);
    later();
    await ringAlarm(services, to);
    expect(call).toHaveBeenCalledTimes(4);
    expect(call).toHaveBeenLastCalledWith(expect.objectContaining({ to }));
  });

  test('is no reason to fail: the carrier may be what is away', async () => {
    const { services, call, log } = ringing();
    call.mockRejectedValue(new Error('away'));
    await ringAlarm(services, to);
    expect(log.error).toHaveBeenCalledWith('alarm-cannot-ring', { error: 'Error' });
  });
});
