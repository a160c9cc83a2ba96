import type { MetricValue } from '../../terms/metrics.ts';
import { minutes } from '../../terms/time.ts';
import type { Call } from './call.ts';

/** A call that has just ended: minutes begun, as carriers charge them. Undefined: not over, or never picked up. */
export const callMetrics = ({ startedAt, endedAt, reply }: Call): MetricValue | undefined =>
  endedAt === undefined || reply === undefined
    ? undefined
    : { values: { CallMinutes: Math.max(1, Math.ceil((endedAt - startedAt) / minutes(1))) } };
