import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricNamespace, stageDimension } from '#functions/adapters/metrics/metric-lines.ts';
import type { MetricName } from '#shared/terms/metrics.ts';
import type { Stage } from './deployment.ts';

/** One of the hotline's own metrics, as its functions write it, of this stage. */
export const hotlineMetric =
  (stage: Stage) =>
  (metricName: MetricName, statistic = 'Sum', period = Duration.minutes(5)): Metric =>
    new Metric({
      namespace: metricNamespace,
      metricName,
      dimensionsMap: { [stageDimension]: stage },
      statistic,
      period,
    });
