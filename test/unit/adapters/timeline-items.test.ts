import { expect, test } from 'vitest';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import {
  joinEntries,
  packMore,
  splitEntries,
} from '#functions/adapters/dynamodb/timeline-items.ts';
import type { Write } from '#functions/ports/store.ts';
import { aMarker, anEntry, aRequest } from '../../contract/samples.ts';

const add = (request: string, id: string): Write => ({ add: anEntry(request, id) });

test('the entries of a save share an item for each request, and every other write is as it was', () => {
  const others: Write[] = [{ put: aRequest('r1') }, { add: aMarker('SM1') }];
  const joined = joinEntries([add('r1', '1'), ...others, add('r2', '1'), add('r1', '2')]);
  expect(joined).toEqual([
    ...others,
    { add: anEntry('r1', '1'), more: [anEntry('r1', '2')] },
    { add: anEntry('r2', '1'), more: [] },
  ]);
});

test('an item with several entries is read as the items that they would have been', () => {
  const entries = [anEntry('r1', '1'), anEntry('r1', '2', { who: 'donor' }), anEntry('r1', '3')];
  const [first, ...more] = entries;
  if (!first) throw new Error('no entry');
  expect(splitEntries({ ...toItem(first), ...packMore(more) })).toEqual(
    entries.map((e) => toItem(e)),
  );
});

test('an item with one entry is written and read as before', () => {
  const item = toItem(anEntry('r1', '1'));
  expect(packMore([])).toEqual({});
  expect(splitEntries(item)).toEqual([item]);
});
