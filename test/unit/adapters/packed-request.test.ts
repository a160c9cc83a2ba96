import { describe, expect, test } from 'vitest';
import { fromItem, toItem } from '#functions/adapters/dynamodb/items.ts';
import { alertSchema } from '#shared/request/alert.ts';
import { pledgeSchema, requestSchema } from '#shared/request/request.ts';
import { after, epochMs, hours } from '#shared/terms/time.ts';
import { itemBytes } from '../../bench/cost/item-size.ts';
import { anAlert, aRequest } from '../../contract/samples.ts';

const at = epochMs(1.8e12);
const requestId = '01m4vyq2c0a3k9x7w5r1t8n600';

/** A promise with everything that one can have. */
const pledge = (i: number) =>
  pledgeSchema.parse({
    alertId: `01m4vyq2c0p2h6z8d4j0b7f5${i}0`,
    donor: {
      phone: `+91900000000${i}`,
      name: 'Pooja Maurya',
      sex: 'man',
      sharing: 'bridge',
      gives: 0.7294430346222206,
    },
    state: 'donated',
    at,
    arriveBy: after(at, hours(1)),
    ownTime: true,
    reminded: true,
    askedArrivedAt: after(at, hours(1)),
    arrivedAt: after(at, hours(2)),
    askedGaveAt: after(at, hours(3)),
    donatedAt: after(at, hours(4)),
    donatedBy: 'donor',
    confirmed: true,
    check: 'x7w5r1t8',
  });

const promised = (times: number) => ({
  ...aRequest(requestId),
  pledges: Array.from({ length: times }, (_, i) => pledge(i)),
});

const alert = alertSchema.parse({
  ...anAlert(requestId, '01m4vyq2c0p2h6z8d4j0b7f5a0', {
    state: 'withdrawn',
    chance: 0.0729443034622206,
    yes: 0.1529443034622206,
  }),
  carrierId: 'SMfcd5f963626348e688a770b1bea3d5ef',
  answeredAt: after(at, hours(1)),
  arriveBy: after(at, hours(2)),
  unsure: true,
  told: true,
  again: true,
});

describe('a request’s item', () => {
  test('is read back as it was, with every part of a promise', () => {
    for (const request of [promised(0), promised(4)])
      expect(fromItem(requestSchema, toItem(request))).toEqual(request);
  });

  test('has promises of three quarters of their size', () => {
    const { pk, sk } = toItem(promised(0));
    const promises = (size: (times: number) => number): number => size(3) - size(0);
    const before = promises((times) => itemBytes({ ...promised(times), pk, sk }));
    const now = promises((times) => itemBytes(toItem(promised(times))));
    expect(now / before).toBeLessThan(3 / 4);
  });

  test('is read in the shape in which it was stored before', () => {
    const request = promised(2);
    const { pk, sk } = toItem(request);
    expect(fromItem(requestSchema, { ...request, pk, sk })).toEqual(request);
  });

  test('with a spoilt promise is invalid', () => {
    const item = toItem(promised(1));
    for (const pledges of [['x'], [7], 'o', [null], [{ s: 'donated' }]])
      expect(() => fromItem(requestSchema, { ...item, pledges })).toThrow('pledges');
  });
});

describe('an alert’s item', () => {
  test('is read back as it was, with its ids from its key', () => {
    const item = toItem(alert);
    expect(item).not.toHaveProperty('requestId');
    expect(fromItem(alertSchema, item)).toEqual(alert);
  });

  test('is read in the shape in which it was stored before', () => {
    const { pk, sk } = toItem(alert);
    expect(fromItem(alertSchema, { ...alert, pk, sk })).toEqual(alert);
  });

  test('is invalid when it is spoilt', () => {
    const item = toItem(alert);
    expect(() => fromItem(alertSchema, { ...item, s: 'lost' })).toThrow('state');
  });
});
