import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

export type AlarmRule = {
  metric: IMetric;
  /** Consecutive periods of the metric. */
  periods: number;
  /** The alarm begins at this value or above it; with `below`, under it. */
  threshold: number;
  below?: true;
  /** Missing data raises the alarm too (`alarms`), or leaves it as it is (`keeps`); otherwise it ends the alarm. */
  onMissing?: 'alarms' | 'keeps';
  /** It rings a phone too: families are not heard now. */
  rings?: true;
  /** What has happened, and what to do now. */
  description: string;
};

/** The rules by the construct id of their alarm. */
export type AlarmRules = Record<string, AlarmRule>;

export const minute = Duration.minutes(1);
export const fiveMinutes = Duration.minutes(5);
export const quarter = Duration.minutes(15);

/**
 * The sum of a metric over several sources. Each is filled with zeros: a source without data leaves a sum without data,
 * and no alarm begins. CloudWatch allows ten metrics in one alarm.
 */
export const sumOf = (metrics: Record<string, IMetric>): IMetric => {
  const names = Object.keys(metrics).map((name) => `of${name}`);
  if (names.length > 10) throw new Error('an alarm takes ten metrics at most');
  return new MathExpression({
    expression: names.map((name) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(
      Object.entries(metrics).map(([name, metric]) => [`of${name}`, metric]),
    ),
    period: fiveMinutes,
  });
};

/** The sum of one of Lambda's own metrics over all functions. Lambda does not charge for these metrics. */
export const sumOverFunctions = (
  functions: Record<string, LambdaFunction>,
  metricOf: (f: LambdaFunction) => IMetric,
): IMetric =>
  sumOf(
    Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, metricOf(f)] as const)),
  );
