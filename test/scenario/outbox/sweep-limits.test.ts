import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { withStoreMetrics } from '#functions/adapters/metrics/store-metrics.ts';
import type { Services } from '#functions/ports/services.ts';
import { runDueSteps } from '#functions/use-cases/due-steps.ts';
import { receiveText } from '#functions/use-cases/texts/receive-text.ts';
import type { MetricValue } from '#shared/terms/metrics.ts';
import { after, minutes } from '#shared/terms/time.ts';
import { anOutboxRow, aPerson, phone } from '../../contract/samples.ts';
import { createWorld } from '../../world/world.ts';

const waiting = 300;

/** A hotline with three hundred messages to send, and what its carrier answers. */
const crowded = async (send: Services['carrier']['send']) => {
  const kept = createMemoryStore();
  const world = await createWorld({ on: kept });
  const measured: MetricValue[] = [];
  const store = withStoreMetrics(kept, {
    writeMetric: (value) => void measured.push(value),
    clock: world.services.clock,
  });
  const now = world.services.clock.now();
  await store.save([{ put: aPerson(2) }]);
  const ids = Array.from({ length: waiting }, (_, i) => `row-${i}`);
  const due = { to: phone(2), createdAt: now, dueAt: after(now, -minutes(1)) };
  for (const id of ids) await store.save([{ put: anOutboxRow(id, due) }]);
  const tried: string[] = [];
  const carrier: Services['carrier'] = {
    ...world.services.carrier,
    send: (message) => {
      tried.push(message.messageId);
      return send(message);
    },
  };
  const services = { ...world.services, store, carrier };
  return {
    tried,
    services,
    logged: world.logged,
    sweep: (hasTime?: () => boolean) =>
      runDueSteps(services, { receiveText, ...(hasTime && { hasTime }) }),
    untried: async () => {
      const rows = await Promise.all(ids.map((id) => store.outboxRow(id)));
      return rows.filter((row) => row?.state === 'queued' && row.tries === 0).length;
    },
    cuts: () => measured.filter(({ values }) => values.SweepsCut !== undefined).length,
  };
};

test('a silent carrier ends the sending of a sweep after one round; the rest keeps all its tries', async () => {
  const hotline = await crowded(async () => ({
    type: 'unknown',
    code: 'no-answer',
    failure: 'other',
  }));
  await hotline.sweep();
  expect(hotline.tried.length).toBeGreaterThanOrEqual(10);
  expect(hotline.tried.length).toBeLessThan(20);
  expect(await hotline.untried()).toBe(waiting - hotline.tried.length);
  expect(hotline.logged.join()).toContain('sweep-cut-short {"kind":"outbox","carrier":"silent"}');
  // The run itself ended well: no other alarm names a wrong cause.
  expect(await hotline.services.store.sweep()).toMatchObject({ isCut: true });
  expect(hotline.cuts()).toBe(1);
});

test('a carrier that refuses single messages is not silent', async () => {
  const hotline = await crowded(async () => ({ type: 'refused', code: '21211', failure: 'other' }));
  await hotline.sweep();
  expect(await hotline.untried()).toBe(0);
  expect(hotline.cuts()).toBe(0);
});

test('a sweep takes nothing more when its time is over, and the carrier’s kinds come last', async () => {
  const hotline = await crowded(async () => ({ type: 'accepted', carrierId: 'SM1' }));
  const listed: string[] = [];
  const { due } = hotline.services.store;
  hotline.services.store.due = (kind, ...rest) => {
    listed.push(kind);
    return due(kind, ...rest);
  };
  await hotline.sweep(() => hotline.tried.length < 50);
  expect(hotline.tried.length).toBeGreaterThanOrEqual(50);
  expect(hotline.tried.length).toBeLessThan(60);
  expect([...new Set(listed)].slice(-2)).toEqual(['recording', 'outbox']);
  expect(hotline.logged.join()).toContain('sweep-cut-short {"kind":"outbox","carrier":"answers"}');
  // The next minute does the rest.
  await hotline.sweep();
  expect(await hotline.untried()).toBe(0);
});
