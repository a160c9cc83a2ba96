import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchesOf } from '#test/markdown.ts';
import { days } from '../rehearse/days.ts';
import { readDeployedTemplate } from '../rehearse/deployed-template.ts';
import { alarmsBetween, createMetrics } from '../rehearse/metrics-and-alarms.ts';
import { alarmRows } from './alarm-rows.ts';
import { bundled, type Json } from './synthesized.ts';

/* What each line of the table of alarms says (docs/operate.md, step 7) holds in the template of production. */

const { outdir } = bundled();
const template = readDeployedTemplate(join(outdir, 'MitraHotline-prod.template.json'), {
  HotlineNumber: '+12025550123',
  AlarmEmail: 'hotline@example.org',
});
const rows = alarmRows();

/** What an alarm's metrics measure in each of its periods. An empty list: nothing is measured. */
type Figures = number[];
/** By alarm: what its line says goes wrong, as figures, and what just does not. */
const figures: Record<string, { wrong: Figures; well: Figures }> = {
  NoDueStep: { wrong: [1, 1], well: [1, 0] },
  NoSweepEnded: { wrong: [], well: [0] },
  SweepCutShort: { wrong: [3], well: [2] },
  SomethingMended: { wrong: [1], well: [0] },
  SomethingStuck: { wrong: [300], well: [299] },
  FailedBatches: { wrong: [1], well: [0] },
  StreamLate: { wrong: [60_000], well: [59_999] },
  TableThrottles: { wrong: [10], well: [9] },
  FunctionErrors: { wrong: [3], well: [2] },
  FunctionThrottles: { wrong: [1], well: [0] },
  TextOrCallFailed: { wrong: [1], well: [0] },
  LateTextsWait: { wrong: [600], well: [599] },
  LateTextsFailed: { wrong: [1], well: [0] },
  StatusesWait: { wrong: [1800], well: [1799] },
  ApiFaults: { wrong: [3], well: [2] },
  WebhooksRefused: { wrong: [1], well: [0] },
  ApiRefusals: { wrong: [5], well: [4] },
  UndeliveredShare: { wrong: [10, 2], well: [10, 1] },
  CarrierErrors: { wrong: [3], well: [2] },
  SelfExaminationIll: { wrong: [1], well: [0] },
  SelfExaminationSilent: { wrong: [], well: [0] },
  ReceiveSmsErrors: { wrong: [1], well: [0] },
  ReceiveCallErrors: { wrong: [1], well: [0] },
  ReceiveStatusErrors: { wrong: [3], well: [2] },
  StrangerCalls: { wrong: [60], well: [59] },
};

/** Alarms that no day of the rehearsal raises: their figures above are all that holds them together. */
const notRehearsed = [
  'LateTextsFailed',
  'SelfExaminationSilent',
  'SomethingMended',
  'SomethingStuck',
  'StrangerCalls',
  'StreamLate',
  'SweepCutShort',
  'TableThrottles',
  'UndeliveredShare',
];

const alarmNamed = (name: string): Json =>
  template
    .of('AWS::CloudWatch::Alarm')
    .find(({ id }) => id.replace(/^Alarm|[0-9A-F]{8}$/g, '') === name);

/** The metrics of an alarm, in the order of its template. */
const metricsOf = ({ Metrics = [], ...own }: Json): Json[] => {
  const stats = Metrics.flatMap(({ MetricStat }: Json) => MetricStat ?? []);
  return stats.length > 0
    ? stats.map(({ Metric, Period }: Json) => ({ ...Metric, Period }))
    : [own];
};

const minute = 60_000;

/** The minutes until the alarm begins when its metrics measure this, once in each period. */
const beginsAfter = (name: string, measured: Figures): number | undefined => {
  const alarm = alarmNamed(name);
  const from = 1_000 * minute;
  const metrics = createMetrics();
  const sources = metricsOf(alarm);
  const periodMs = sources[0].Period * 1000;
  for (let period = 0; period < alarm.EvaluationPeriods; period += 1)
    measured.forEach((value, i) => {
      const { Namespace, MetricName, Dimensions = [] } = sources[i];
      const dimensions = Object.fromEntries(Dimensions.map((d: Json) => [d.Name, d.Value]));
      metrics.add(Namespace, MetricName, dimensions, value, from + period * periodMs + 1);
    });
  const to = from + alarm.EvaluationPeriods * periodMs - minute;
  return alarmsBetween(template, metrics, from, to)[name];
};

describe('a line of the table of alarms', () => {
  test('has figures for what goes wrong', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(figures).sort());
  });

  test.each(rows)(
    '$name: the mail comes within $minutes minutes, and not before it is wrong',
    ({ name, minutes }) => {
      const { wrong = [], well = [] } = figures[name] ?? {};
      expect(beginsAfter(name, wrong)).toBeLessThanOrEqual(minutes);
      expect(beginsAfter(name, well)).toBeUndefined();
    },
  );

  test('is rehearsed, or stands here', () => {
    const rehearsed = new Set(days.flatMap(({ alarms }) => alarms));
    const others = rows.map(({ name }) => name).filter((name) => !rehearsed.has(name));
    expect(others.sort()).toEqual(notRehearsed);
  });

  test.each([
    ['SomethingStuck', 'over 5 minutes'],
    ['StreamLate', 'over a minute late'],
    ['LateTextsWait', 'over 10 minutes'],
    ['StatusesWait', 'over half an hour'],
    ['ApiFaults', 'three answers'],
    ['UndeliveredShare', 'a fifth of the segments'],
    ['SelfExaminationSilent', 'two and a half hours'],
    ['ReceiveStatusErrors', 'three in a minute'],
    ['StrangerCalls', 'over 60 calls in an hour'],
  ])('%s says: %s', (name, figure) => {
    expect(rows.find((row) => row.name === name)?.wrong).toContain(figure);
  });

  /** The code of a function, in which each event of its log stands as a string. */
  const codeOf = (name: string): string => {
    const found = template.of('AWS::Lambda::Function').find(({ id }) => id.startsWith(name));
    const asset = `asset.${found?.Code.S3Key.replace('.zip', '')}`;
    return found ? readFileSync(join(outdir, asset, 'index.mjs'), 'utf8') : '';
  };
  const events = rows.flatMap(({ name, wrong, todo }) => {
    const named = matchesOf(wrong + todo, /`([A-Z]\w+)`/g).filter((word) => codeOf(word) !== '');
    return matchesOf(todo, /`([a-z]+(?:-[a-z]+)*)`/g).map((event) => ({ name, event, named }));
  });

  test('names events to look for', () => {
    expect(events.length).toBeGreaterThan(9);
  });
  test.each(events)('$name: $event is written by $named', ({ event, named }) => {
    expect(named.filter((one) => codeOf(one).includes(`"${event}"`))).not.toEqual([]);
  });

  /** Alarms on the figures of one function. */
  const watching = rows.flatMap((row) => {
    const watched = metricsOf(alarmNamed(row.name))
      .filter(({ Namespace }) => Namespace === 'AWS/Lambda')
      .map(({ Dimensions }) => Dimensions[0].Value.replace(/Function[0-9A-F]{8}$/, ''));
    return new Set(watched).size === 1 ? [{ ...row, watched: watched[0] }] : [];
  });
  test('watches five functions of its own', () => {
    expect(watching.map(({ watched }) => watched).sort()).toEqual([
      'ReceiveCall',
      'ReceiveSms',
      'ReceiveStatus',
      'RunDueSteps',
      'SendOutbox',
    ]);
  });
  test.each(watching)('$name names $watched', ({ name, wrong, todo, watched }) => {
    expect(`${name} ${wrong} ${todo}`).toContain(watched);
  });
});
