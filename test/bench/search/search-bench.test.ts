import { expect, test } from 'vitest';
import { bloodGroupSchema } from '#shared/terms/blood-group.ts';
import { judge, type Row } from '../search-bench.ts';

const round = (queries: number, reads: number) => ({ queries, reads, told: 5, covered: true });
const row = (where: string, change: Partial<Row['ours']> = {}): Row => ({
  donors: 10_000,
  where,
  group: bloodGroupSchema.parse('B+'),
  ours: { first: round(10, 10), whole: round(50, 60), ...change },
  theirs: { first: round(25, 12), whole: round(2000, 1000) },
});
const failed = (rows: Row[]): string[] =>
  judge(rows)
    .filter(({ holds }) => !holds)
    .map(({ text }) => text);

test('the bench of searches fails for each promise that is broken, and for no other', () => {
  const city = row('city');
  expect(failed([city, row('country')])).toEqual([]);
  const dearFirst = row('country', { first: round(10, 13) });
  expect(failed([city, dearFirst])).toEqual([
    '10,000 donors, first look, country: 13.0 read units, no more than theirs (12.0)',
  ]);
  const manyQueries = row('country', { first: round(13, 10) });
  expect(failed([city, manyQueries])).toEqual([
    '10,000 donors, first look, country: 13.0 queries, at most 1/2 of theirs (25.0)',
  ]);
  const dear = row('country', { whole: round(160, 150) });
  expect(failed([city, dear])).toHaveLength(2);
  const uncovered = row('country', { whole: { ...round(50, 60), covered: false } });
  expect(failed([city, uncovered])).toEqual([
    '10,000 donors: 50 % covered, no fewer than theirs (100 %)',
  ]);
});
