import type { MetricValue } from '../terms/metrics.ts';
import { type EpochMs, minutes } from '../terms/time.ts';
import type { TimelineEntry } from './timeline.ts';

/**
 * What a new timeline entry counts for. `openedAt`: of its request, where it is at hand. Undefined: for nothing.
 */
export const timelineMetrics = (
  { what, at, facts }: Pick<TimelineEntry, 'what' | 'at' | 'facts'>,
  openedAt: EpochMs | undefined,
): MetricValue | undefined => {
  switch (what) {
    case 'opened':
    case 'opened-by-trusted-phone':
      return { values: { RequestsOpened: 1 } };
    case 'verified':
      return { values: { RequestsVerified: 1 } };
    case 'covered':
      return {
        values: {
          RequestsCovered: 1,
          ...(openedAt !== undefined && { MinutesToCovered: (at - openedAt) / minutes(1) }),
        },
      };
    case 'fulfilled':
      return { values: { RequestsFulfilled: 1 } };
    case 'closed':
      return { values: { RequestsClosed: 1 } };
    case 'stage-started':
    case 'refusals-replaced':
      return typeof facts?.['asked'] === 'number'
        ? { values: { DonorsAsked: facts['asked'] } }
        : undefined;
    case 'donor-confirmed':
    case 'donor-on-standby':
      return { values: { DonorsSaidYes: 1 } };
    case 'alert-refused':
      return { values: { DonorsSaidNo: 1 } };
    default:
      return undefined;
  }
};
