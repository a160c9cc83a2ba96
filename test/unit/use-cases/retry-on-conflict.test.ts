import { describe, expect, test } from 'vitest';
import type { Services } from '#functions/ports/services.ts';
import {
  Conflict,
  retryInOrder,
  retryOnConflict,
  TooManyConflicts,
} from '#functions/use-cases/retry-on-conflict.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';

const busy = phoneNumberSchema.parse('+919450000001');
const other = phoneNumberSchema.parse('+919450000002');
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const makeServices = () =>
  ({ store: {}, clock: { pause }, ids: { randomBelow: () => 0 } }) as unknown as Services;

/** A try that conflicts `conflicts` times, then calls `done`. */
const conflicting =
  (conflict: Conflict | 'conflict', done: () => void, conflicts = 1) =>
  async () => {
    if (conflicts > 0) {
      conflicts -= 1;
      return conflict;
    }
    await pause();
    done();
    return 'done' as const;
  };

describe('retrying on a conflict', () => {
  test('queues retries for the same item, in their order', async () => {
    const services = makeServices();
    const order: number[] = [];
    const conflict = new Conflict('request r1');
    await Promise.all(
      [0, 1, 2, 3].map((n) =>
        retryOnConflict(
          services,
          conflicting(conflict, () => order.push(n), n === 0 ? 5 : 1),
        ),
      ),
    );
    expect(order).toEqual([0, 1, 2, 3]);
  });

  test.each([
    ['another phone', new Conflict(other)],
    ['a conflict without a key', 'conflict' as const],
  ])('does not wait for three hundred retries of another item: %s', async (_, conflict) => {
    const services = makeServices();
    const order: string[] = [];
    const says = (who: string) => () => void order.push(who);
    const own = new Conflict(busy);
    const crowd = Array.from({ length: 300 }, () =>
      retryOnConflict(services, conflicting(own, says('busy'))),
    );
    await Promise.all([...crowd, retryOnConflict(services, conflicting(conflict, says('other')))]);
    expect(order).toHaveLength(301);
    expect(order.indexOf('other')).toBeLessThan(30);
  });

  test('handles texts of one phone one after the other, without a conflict', async () => {
    const services = makeServices();
    let [inProgress, most, tries, version] = [0, 0, 0, 0];
    const order: string[] = [];
    const text = (phone: PhoneNumber) =>
      retryInOrder(services, phone, async () => {
        tries += 1;
        const read = version;
        if (phone === busy) inProgress += 1;
        most = Math.max(most, inProgress);
        await pause();
        if (phone === busy) inProgress -= 1;
        if (phone === busy && version !== read) return new Conflict(phone);
        if (phone === busy) version += 1;
        order.push(phone);
        return 'done';
      });
    await Promise.all([...Array.from({ length: 300 }, () => text(busy)), text(other)]);
    expect({ most, tries }).toEqual({ most: 1, tries: 301 });
    expect(order.indexOf(other)).toBeLessThan(3);
  });

  test('gives up in the end, and no longer blocks its queue', async () => {
    const services = makeServices();
    const conflict = new Conflict('request r1');
    const never = retryOnConflict(services, async () => conflict);
    const next = retryOnConflict(
      services,
      conflicting(conflict, () => {}),
    );
    await expect(never).rejects.toThrow(TooManyConflicts);
    expect(await next).toBe('done');
  });
});
