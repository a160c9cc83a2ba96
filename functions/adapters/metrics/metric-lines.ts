import { type MetricValue, metricUnits } from '#shared/terms/metrics.ts';

/** The CloudWatch namespace of our metrics; their only dimension is the stage. */
export const metricNamespace = 'MitraHotline';
export const stageDimension = 'Stage';

export type WriteMetric = (value: MetricValue) => void;

const units: Record<string, string> = metricUnits;

/**
 * Writes each value as a line of CloudWatch's embedded metric format. CloudWatch reads the numbers from the function's
 * log, so that no request is made and nothing waits.
 */
export const createMetricLines = (
  stage: string,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
  now: () => number = Date.now,
): WriteMetric => {
  return ({ values, reason }) => {
    const Metrics = Object.keys(values).map((Name) => ({ Name, Unit: units[Name] }));
    const directive = { Namespace: metricNamespace, Dimensions: [[stageDimension]], Metrics };
    write(
      JSON.stringify({
        _aws: { Timestamp: now(), CloudWatchMetrics: [directive] },
        [stageDimension]: stage,
        ...(reason !== undefined && { reason }),
        ...values,
      }),
    );
  };
};
