import { describe, expect, test } from 'vitest';
import type { Services } from '#functions/ports/services.ts';
import {
  Conflict,
  retryInOrder,
  retryOnConflict,
  TooManyConflicts,
} from '#functions/use-cases/retry-on-conflict.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';

const loud = phoneNumberSchema.parse('+919450000001');
const stranger = phoneNumberSchema.parse('+919450000002');
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const makeServices = () =>
  ({ store: {}, clock: { pause }, ids: { randomBelow: () => 0 } }) as unknown as Services;

/** Somebody who loses the first time; `told` when done. */
const loser =
  (over: Conflict | 'conflict', done: () => void, turns = 1) =>
  async () => {
    if (turns > 0) {
      turns -= 1;
      return over;
    }
    await pause();
    done();
    return 'done' as const;
  };

describe('who loses a race', () => {
  test('waits for those who lost before over the same thing, in their order', async () => {
    const services = makeServices();
    const order: number[] = [];
    const over = new Conflict('request r1');
    await Promise.all(
      [0, 1, 2, 3].map((n) =>
        retryOnConflict(
          services,
          loser(over, () => order.push(n), n === 0 ? 5 : 1),
        ),
      ),
    );
    expect(order).toEqual([0, 1, 2, 3]);
  });

  test.each([
    ['a stranger', new Conflict(stranger)],
    ['whoever does not say over what', 'conflict' as const],
  ])('does not wait for three hundred over something else: %s', async (_, over) => {
    const services = makeServices();
    const order: string[] = [];
    const says = (who: string) => () => void order.push(who);
    const own = new Conflict(loud);
    const crowd = Array.from({ length: 300 }, () =>
      retryOnConflict(services, loser(own, says('loud'))),
    );
    await Promise.all([...crowd, retryOnConflict(services, loser(over, says('stranger')))]);
    expect(order).toHaveLength(301);
    expect(order.indexOf('stranger')).toBeLessThan(30);
  });

  test('texts of one phone come one after the other, and none of them is tried in vain', async () => {
    const services = makeServices();
    let [underWay, most, tries, version] = [0, 0, 0, 0];
    const order: string[] = [];
    const text = (phone: PhoneNumber) =>
      retryInOrder(services, phone, async () => {
        tries += 1;
        const read = version;
        if (phone === loud) underWay += 1;
        most = Math.max(most, underWay);
        await pause();
        if (phone === loud) underWay -= 1;
        if (phone === loud && version !== read) return new Conflict(phone);
        if (phone === loud) version += 1;
        order.push(phone);
        return 'done';
      });
    await Promise.all([...Array.from({ length: 300 }, () => text(loud)), text(stranger)]);
    expect({ most, tries }).toEqual({ most: 1, tries: 301 });
    expect(order.indexOf(stranger)).toBeLessThan(3);
  });

  test('gives up in the end, and stands in the way of nobody then', async () => {
    const services = makeServices();
    const over = new Conflict('request r1');
    const never = retryOnConflict(services, async () => over);
    const next = retryOnConflict(
      services,
      loser(over, () => {}),
    );
    await expect(never).rejects.toThrow(TooManyConflicts);
    expect(await next).toBe('done');
  });
});
