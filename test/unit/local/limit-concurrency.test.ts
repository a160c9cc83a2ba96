import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { limitConcurrency } from '#infra/local/runtime/limit-concurrency.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';

const phone = parsePhoneNumber('+919812345678');
if (!phone) throw new Error('no phone');

/** A store whose questions are answered when the test says so. */
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

test('so many questions at once, the others in the order in which they came', async () => {
  const { store, asked } = slowStore();
  const inLine = limitConcurrency(store, 2);
  const answered: number[] = [];
  const all = [0, 1, 2, 3].map((i) => inLine.person(phone).then(() => answered.push(i)));
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

test('a question that fails makes room for the next', async () => {
  const { store, asked } = slowStore();
  const inLine = limitConcurrency(store, 1);
  const first = inLine.person(phone);
  const second = inLine.person(phone);
  await settled();
  asked[0]?.fail();
  await expect(first).rejects.toThrow('down');
  await settled();
  asked[1]?.answer();
  await expect(second).resolves.toBeUndefined();
  // Nobody is inside any more: the next goes straight in.
  const third = inLine.person(phone);
  await settled();
  expect(asked).toHaveLength(3);
  asked[2]?.answer();
  await third;
});
