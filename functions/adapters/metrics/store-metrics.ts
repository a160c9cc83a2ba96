import { callMetrics } from '#shared/conversation/call-menu/call.ts';
import { messageMetrics, replyMetrics } from '#shared/outbox/delivery-metrics.ts';
import { timelineMetrics } from '#shared/request/timeline.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { MetricValue } from '#shared/terms/metrics.ts';
import { type EpochMs, seconds } from '#shared/terms/time.ts';
import type { Due, Store, Write } from '../../ports/store.ts';
import type { Clock } from '../../ports/system.ts';
import type { WriteMetric } from './metric-lines.ts';

/**
 * The store with metrics of what is saved. A decision takes effect when it is saved, so here each event is seen exactly
 * once. A save that ends in a conflict is not counted.
 */
export const withStoreMetrics = (
  store: Store,
  { writeMetric, clock }: { writeMetric: WriteMetric; clock: Clock },
): Store => ({
  ...store,
  async save(writes) {
    const result = await store.save(writes);
    if (result === 'saved') for (const value of writesToMetrics(writes)) writeMetric(value);
    return result;
  },
  async tally(what, hour, add) {
    const count = await store.tally(what, hour, add);
    if (ofStrangers.has(what)) writeMetric({ values: { StrangerCalls: 1 } });
    return count;
  },
  async due(kind, now, limit, since) {
    const due = await store.due(kind, now, limit, since);
    const late = mustBeOnTime.has(kind) ? latenessOf(due, clock.now()) : 0;
    if (late > 0) writeMetric({ values: { LateSeconds: late } });
    return due;
  },
});

/** What all unknown phones are counted for (functions/use-cases/strangers-limit.ts). */
const ofStrangers: ReadonlySet<string> = new Set(['all calls back', 'all rings']);

/** Reminders may queue up after an import; requests and messages must not wait. */
const mustBeOnTime: ReadonlySet<Due['kind']> = new Set(['request', 'outbox']);

const writesToMetrics = (writes: Write[]): MetricValue[] =>
  writes.map((write) => toMetric(write, writes)).filter((m) => m !== undefined);

const toMetric = (write: Write, all: Write[]): MetricValue | undefined => {
  if ('add' in write) {
    const { add } = write;
    if (add.kind === 'reply') return replyMetrics(add.text);
    return add.kind === 'timeline' ? timelineMetrics(add, openedAt(all, add.requestId)) : undefined;
  }
  if (!('put' in write)) return undefined;
  if (write.put.kind === 'outbox') return messageMetrics(write.put);
  if (write.put.kind === 'sweep')
    return { values: { Mended: write.put.mended, ...(write.put.isCut && { SweepsCut: 1 }) } };
  return write.put.kind === 'call' ? callMetrics(write.put) : undefined;
};

const openedAt = (writes: Write[], id: RequestId): EpochMs | undefined => {
  for (const write of writes)
    if ('put' in write && write.put.kind === 'request' && write.put.id === id)
      return write.put.createdAt;
  return undefined;
};

/** Seconds by which the oldest entry is overdue; 0 when no entry is due yet. */
const latenessOf = (due: Due[], now: EpochMs): number =>
  Math.max(0, ...due.map(({ at }) => (now - at) / seconds(1)));
