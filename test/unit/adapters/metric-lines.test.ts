import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { createMetricLines } from '#functions/adapters/metrics/metric-lines.ts';
import { withStoreMetrics } from '#functions/adapters/metrics/store-metrics.ts';
import { callMetrics } from '#shared/conversation/call-menu/call.ts';
import type { MetricValue } from '#shared/terms/metrics.ts';
import { after, epochMs, minutes, seconds } from '#shared/terms/time.ts';
import { aRequest, noon } from '../../fixtures/requests.ts';

describe('a metric line', () => {
  const lineOf = (measured: MetricValue): unknown => {
    const lines: string[] = [];
    createMetricLines(
      'prod',
      (line) => lines.push(line),
      () => noon,
    )(measured);
    expect(lines).toHaveLength(1);
    return JSON.parse(lines[0] ?? '');
  };

  test("is CloudWatch's embedded metric format: names, units, the stage as the only dimension", () => {
    expect(lineOf({ values: { RequestsCovered: 1, MinutesToCovered: 14.5 } })).toEqual({
      _aws: {
        Timestamp: noon,
        CloudWatchMetrics: [
          {
            Namespace: 'MitraHotline',
            Dimensions: [['Stage']],
            Metrics: [
              { Name: 'RequestsCovered', Unit: 'Count' },
              { Name: 'MinutesToCovered', Unit: 'None' },
            ],
          },
        ],
      },
      Stage: 'prod',
      RequestsCovered: 1,
      MinutesToCovered: 14.5,
    });
  });

  test('has a reason for searches in the log, which is not a dimension', () => {
    expect(lineOf({ values: { Undelivered: 1 }, reason: 'unreachable' })).toMatchObject({
      reason: 'unreachable',
      Undelivered: 1,
      _aws: { CloudWatchMetrics: [{ Dimensions: [['Stage']] }] },
    });
  });
});

describe('the store with metrics', () => {
  const counting = () => {
    const measured: MetricValue[] = [];
    const clock = { now: () => noon, pause: async () => {} };
    const store = withStoreMetrics(createMemoryStore(), {
      writeMetric: (one) => measured.push(one),
      clock,
    });
    return { store, values: () => measured.map(({ values }) => values) };
  };
  const opened = {
    add: {
      kind: 'timeline' as const,
      requestId: aRequest().id,
      id: '1',
      at: noon,
      what: 'opened',
    },
  };

  test('counts what was saved, and nothing after a conflict', async () => {
    const { store, values } = counting();
    const put = { put: aRequest({ version: 0 }) };
    expect(await store.save([put, opened])).toBe('saved');
    expect(values()).toEqual([{ RequestsOpened: 1 }]);
    expect(await store.save([put, { add: { ...opened.add, id: '2' } }])).toBe('conflict');
    expect(values()).toHaveLength(1);
  });

  test('measures by how much the oldest is overdue; future entries are not late', async () => {
    const { store, values } = counting();
    const dueAt = epochMs(noon - minutes(7));
    await store.save([{ put: aRequest({ version: 0, dueAt }) }]);
    await store.due('request', noon, 10);
    expect(values()).toEqual([{ LateSeconds: 420 }]);
    await store.due('request', epochMs(noon - minutes(8)), 10);
    await store.due('person', noon, 10);
    expect(values()).toHaveLength(1);
  });
});

describe('a call', () => {
  type Call = Parameters<typeof callMetrics>[0];
  const aCall = (change: Partial<Call>): Call =>
    ({ startedAt: noon, reply: '<Response/>', ...change }) as Call;

  test('counts the started minutes of an ended call, and none when it was not picked up', () => {
    const over = (ms: number) => callMetrics(aCall({ endedAt: after(noon, ms) }))?.values;
    expect(over(seconds(20))).toEqual({ CallMinutes: 1 });
    expect(over(minutes(1))).toEqual({ CallMinutes: 1 });
    expect(over(seconds(61))).toEqual({ CallMinutes: 2 });
    expect(callMetrics(aCall({}))).toBeUndefined();
    expect(callMetrics({ ...aCall({ endedAt: noon }), reply: undefined })).toBeUndefined();
  });
});
