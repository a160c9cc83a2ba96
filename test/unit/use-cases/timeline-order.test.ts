import { describe, expect, test } from 'vitest';
import { UnitOfWork } from '#functions/use-cases/unit-of-work.ts';
import { epochMs, seconds } from '#shared/terms/time.ts';
import { outgoingHotline } from '../../fixtures/outgoing-hotline.ts';

const { services } = outgoingHotline();
const startedAt = (s: number) => new UnitOfWork(services, epochMs(seconds(s)));

describe('the entries of a timeline', () => {
  test('sort in the order in which the request changed, however slow a unit of work is', () => {
    const slow = startedAt(30_526);
    const quick = startedAt(30_529);
    const standby = quick.nextEntryId({ version: 9 });
    const closed = slow.nextEntryId({ version: 10 });
    expect([closed, standby].sort()).toEqual([standby, closed]);
  });

  test('sort by time in one version, and by sequence in one unit of work', () => {
    const work = startedAt(2);
    const first = work.nextEntryId({ version: 12 });
    const second = work.nextEntryId({ version: 12 });
    const before = startedAt(1).nextEntryId({ version: 12 });
    expect([second, first, before].sort()).toEqual([before, first, second]);
  });

  test('sort after those of an earlier release, which began with the time', () => {
    const earlier = '001764533526000-000008-001-a';
    expect(startedAt(1).nextEntryId({ version: 9 }) > earlier).toBe(true);
  });
});
