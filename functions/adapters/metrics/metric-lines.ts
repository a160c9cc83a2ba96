import { type MetricValue, metricUnits } from '#shared/terms/metrics.ts';

/** Where CloudWatch files the hotline's own numbers; its only dimension is the stage. */
export const metricNamespace = 'MitraHotline';
export const stageDimension = 'Stage';

export type WriteMetric = (measured: MetricValue) => void;

const units: Record<string, string> = metricUnits;

/**
 * One line of CloudWatch's embedded metric format for each thing measured: its log agent reads the numbers out of the
 * function's log, so nothing is called and nothing waits.
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
