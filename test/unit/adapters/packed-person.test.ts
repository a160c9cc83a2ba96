import { describe, expect, test } from 'vitest';
import { fromItem, toItem } from '#functions/adapters/dynamodb/items.ts';
import { personSchema } from '#shared/people/person.ts';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { after, epochMs, hours } from '#shared/terms/time.ts';
import { itemBytes } from '../../bench/cost/item-size.ts';
import { aDonor, aPerson } from '../../contract/samples.ts';

const at = epochMs(1.8e12);
const states = ['open', 'pledged', 'ended', 'not-needed'] as const;

const alertRef = (i: number, requestId = `01m4vyq2c0a3k9x7w5r1t8n6${i}0`) => ({
  requestId: requestIdSchema.parse(requestId),
  alertId: alertIdSchema.parse(`01m4vyq2c0p2h6z8d4j0b7f5${i}0`),
  code: requestCodeSchema.parse(String(1000 + i)),
  at: after(at, -hours(700 * i)),
  openUntil: after(at, hours(48)),
  state: states[i % states.length] ?? 'open',
});

const asked = (times: number) =>
  aPerson(7, { donor: aDonor(), alerts: Array.from({ length: times }, (_, i) => alertRef(i)) });

describe('a person’s item', () => {
  test('is read back as it was, with every state of an alert', () => {
    for (const person of [
      aPerson(1),
      aPerson(2, { optedOut: true, trusted: true }),
      asked(8),
      aPerson(3, { alerts: [alertRef(1, 'an id with a space')] }),
    ])
      expect(fromItem(personSchema, toItem(person))).toEqual(person);
  });

  test('fits into one kilobyte for a donor who was asked six times', () => {
    expect(itemBytes(toItem(asked(6)))).toBeLessThan(1024);
  });

  test('is read in the shape in which it was stored before', () => {
    const person = asked(3);
    const { pk, sk } = toItem(person);
    expect(fromItem(personSchema, { ...person, pk, sk })).toEqual(person);
  });

  test('with a spoilt alert is invalid', () => {
    const item = toItem(asked(1));
    for (const alerts of [['x'], ['o 1 1'], [7], 'o', [null]])
      expect(() => fromItem(personSchema, { ...item, alerts })).toThrow('alerts');
  });
});
