import { expect, test } from 'vitest';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import { epochMs } from '#shared/terms/time.ts';
import { anOutboxRow } from '../../contract/samples.ts';

const now = 1.8e12;
const row = (dueAt: number) => anOutboxRow('01duenow', { dueAt: epochMs(dueAt) });

test.each([
  ['due long ago', row(now - 60_000), true],
  ['due at this moment', row(now), true],
  ['due in a second: a sweep does it', row(now + 1000), false],
  [
    'claimed: its process has it in hand',
    anOutboxRow('01duenow', { dueAt: epochMs(now - 1), state: 'claimed' }),
    false,
  ],
  ['due never', anOutboxRow('01duenow', { dueAt: undefined }), false],
])('an item that is %s', (_, entity, wakes) => {
  expect('dueNow' in toItem(entity, now)).toBe(wakes);
});
