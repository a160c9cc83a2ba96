import type { Json } from '../infra/synthesized.ts';
import type { DeployedTemplate } from './deployed-template.ts';

type Value = { namespace: string; name: string; dimensions: string; value: number; at: number };
type Dimensions = Record<string, string>;

const keyOf = (dimensions: Dimensions): string => JSON.stringify(Object.entries(dimensions).sort());

/** CloudWatch: all that is measured, and the API's access log, from which filters of the template make metrics. */
export const createMetrics = () => {
  const values: Value[] = [];
  const accessLog: { at: number; line: Dimensions }[] = [];
  return {
    values,
    accessLog,
    add: (namespace: string, name: string, dimensions: Dimensions, value: number, at: number) =>
      void values.push({ namespace, name, dimensions: keyOf(dimensions), value, at }),
    /** A line of a function's log in CloudWatch's embedded metric format. */
    addLine: (line: string): void => {
      if (!line.startsWith('{"_aws"')) return;
      const { _aws, ...fields }: Json = JSON.parse(line);
      for (const { Namespace, Dimensions: sets, Metrics } of _aws.CloudWatchMetrics)
        for (const { Name } of Metrics)
          for (const set of sets)
            values.push({
              namespace: Namespace,
              name: Name,
              dimensions: keyOf(Object.fromEntries(set.map((d: string) => [d, fields[d]]))),
              value: fields[Name],
              at: _aws.Timestamp,
            });
    },
  };
};
export type Metrics = ReturnType<typeof createMetrics>;

/** Only these parts of CloudWatch's languages are known here; they are JavaScript too. */
const known = /^(?:\w|\s|[-+*/(),.>=<|&]|"[^"]*")*$/;
const compile = (expression: string, ...names: string[]): ((...given: Json[]) => Json) => {
  if (!known.test(expression)) throw new Error(`not known here: ${expression}`);
  return new Function(...names, `return ${expression}`) as (...given: Json[]) => Json;
};

/** The metrics that the template's filters make of the access log. */
const filtered = (template: DeployedTemplate, { accessLog }: Metrics): Value[] =>
  template.of('AWS::Logs::MetricFilter').flatMap(({ FilterPattern, MetricTransformations }) => {
    const condition = FilterPattern.replace(/^\{(.*)\}$/, '$1').replace(
      /\$\.(\w+) = ("[^"]*")/g,
      'has("$1", $2)',
    );
    const passes = compile(condition, 'has');
    return accessLog
      .filter(({ line }) =>
        passes((field: string, wanted: string) =>
          wanted.endsWith('*')
            ? line[field]?.startsWith(wanted.slice(0, -1))
            : line[field] === wanted,
        ),
      )
      .flatMap(({ at, line }) =>
        MetricTransformations.map((made: Json) => ({
          namespace: made.MetricNamespace,
          name: made.MetricName,
          dimensions: keyOf(
            Object.fromEntries(
              made.Dimensions.map(({ Key, Value }: Json) => [Key, line[Value.slice(2)]]),
            ),
          ),
          value: Number(made.MetricValue),
          at,
        })),
      );
  });

const statistics: Record<string, (values: number[]) => number> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Maximum: (values) => Math.max(...values),
  SampleCount: (values) => values.length,
};

/** An alarm of the template as one expression over metrics. */
const readAlarm = ({ id, Metrics = [], ...alarm }: Json) => {
  const metrics: Json[] = Metrics.length
    ? Metrics.filter(({ MetricStat }: Json) => MetricStat).map((m: Json) => ({
        name: m.Id,
        ...m.MetricStat.Metric,
        period: m.MetricStat.Period,
        statistic: m.MetricStat.Stat,
      }))
    : [{ name: 'm', ...alarm, period: alarm.Period, statistic: alarm.Statistic }];
  const expression = Metrics.find(({ Expression }: Json) => Expression)?.Expression ?? 'm';
  return { id: id.replace(/^Alarm|[0-9A-F]{8}$/g, ''), metrics, expression, ...alarm };
};

const comparisons: Record<string, (value: number, threshold: number) => boolean> = {
  LessThanThreshold: (value, threshold) => value < threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
};

/**
 * The alarms of the template that begin between two moments, with the minutes until each began. CloudWatch looks each
 * minute at the last periods, which end with that minute. Before `from` all was well.
 */
export const alarmsBetween = (
  template: DeployedTemplate,
  metrics: Metrics,
  from: number,
  to: number,
): Record<string, number> => {
  const series = new Map<string, Value[]>();
  for (const value of [...metrics.values, ...filtered(template, metrics)]) {
    const name = `${value.namespace} ${value.name} ${value.dimensions}`;
    if (value.at >= from) series.set(name, (series.get(name) ?? []).concat(value));
  }
  const began: Record<string, number> = {};
  for (const alarm of template.of('AWS::CloudWatch::Alarm').map(readAlarm)) {
    const compute = compile(
      alarm.expression,
      'FILL',
      'IF',
      ...alarm.metrics.map((m: Json) => m.name),
    );
    const periodMs = Math.max(...alarm.metrics.map((m: Json) => m.period)) * 1000;
    const valueAt = (end: number): number | undefined => {
      const points = alarm.metrics.map((m: Json) => {
        const dimensions = keyOf(
          Object.fromEntries((m.Dimensions ?? []).map(({ Name, Value }: Json) => [Name, Value])),
        );
        const inPeriod = (series.get(`${m.Namespace} ${m.MetricName} ${dimensions}`) ?? [])
          .filter(({ at }) => at > end - periodMs && at <= end)
          .map(({ value }) => value);
        return inPeriod.length > 0 ? statistics[m.statistic]?.(inPeriod) : undefined;
      });
      const value = compute(
        (given: number | undefined, or: number) => given ?? or,
        (test: boolean, yes: number, no: number) => (test ? yes : no),
        ...points,
      );
      return Number.isNaN(value) ? undefined : value;
    };
    const breaches = (end: number): boolean => {
      if (end - periodMs < from && alarm.TreatMissingData === 'breaching') return false;
      const value = valueAt(end);
      if (value === undefined) return alarm.TreatMissingData === 'breaching';
      return comparisons[alarm.ComparisonOperator]?.(value, alarm.Threshold) ?? false;
    };
    for (let end = from + 60_000; end <= to + 60_000; end += 60_000)
      if (
        Array.from({ length: alarm.EvaluationPeriods }, (_, i) => end - i * periodMs).every(
          breaches,
        )
      ) {
        began[alarm.id] = Math.round((end - from) / 60_000);
        break;
      }
  }
  return began;
};
