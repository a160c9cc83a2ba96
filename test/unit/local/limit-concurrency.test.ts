import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { limitConcurrency } from '#infra/local/runtime/limit-concurrency.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';

const phone = parsePhoneNumber('+919812345678');
if (!phone) throw new Error('no phone');

/** A store that answers when the test says so. */
const slowStore = () => {
  const asked: { answer(): void; fail(): void }[] = [];
  const store: Store = {
    ...createMemoryStore(),
    person: () =>
      new Promise((resolve, reject) => {
        asked.push({ answer: () => resolve(undefined), fail: () => reject(new Error('down')) });
      }),
  };
  return { store, asked };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('runs so many store calls at once, and the others in their order', async () => {
  const { store, asked } = slowStore();
  const limited = limitConcurrency(store, 2);
  const answered: number[] = [];
  const all = [0, 1, 2, 3].map((i) => limited.person(phone).then(() => answered.push(i)));
  await settled();
  expect(asked).toHaveLength(2);
  asked[1]?.answer();
  await settled();
  expect([answered, asked.length]).toEqual([[1], 3]);
  for (const i of [0, 2]) asked[i]?.answer();
  await settled();
  asked[3]?.answer();
  await Promise.all(all);
  expect(answered).toEqual([1, 0, 2, 3]);
});

test('runs the next store call after one that failed', async () => {
  const { store, asked } = slowStore();
  const limited = limitConcurrency(store, 1);
  const first = limited.person(phone);
  const second = limited.person(phone);
  await settled();
  asked[0]?.fail();
  await expect(first).rejects.toThrow('down');
  await settled();
  asked[1]?.answer();
  await expect(second).resolves.toBeUndefined();
  // No call runs any more: the next starts at once.
  const third = limited.person(phone);
  await settled();
  expect(asked).toHaveLength(3);
  asked[2]?.answer();
  await third;
});
