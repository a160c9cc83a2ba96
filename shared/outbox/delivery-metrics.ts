import { segmentsOf } from '../messages/segments.ts';
import type { MetricValue } from '../terms/metrics.ts';
import type { OutboxRow } from './outbox-row.ts';

/** The metrics of a message when it is saved in this state; undefined when it has no metrics. */
export const messageMetrics = (row: OutboxRow): MetricValue | undefined => {
  switch (row.state) {
    case 'claimed':
      return row.text === undefined ? undefined : { values: { Segments: sizeOf(row.text, row) } };
    case 'queued':
    case 'unknown':
      return isCarrierFault(row) ? { values: { CarrierErrors: 1 } } : undefined;
    case 'undelivered':
      // It is saved again when it leaves the console's list, and that is no second failure.
      if (row.alertId === undefined && row.dueAt === undefined) return undefined;
      return {
        values: { Undelivered: 1, ...(isCarrierFault(row) && { CarrierErrors: 1 }) },
        reason: reasonOf(row),
      };
    case 'sent':
    case 'delivered':
    case 'withdrawn':
      return undefined;
    default:
      return row.state satisfies never;
  }
};

/** The metrics of the immediate reply to a text. */
export const replyMetrics = (reply: string): MetricValue | undefined =>
  reply === '' ? undefined : { values: { Segments: segmentsOf(reply).segments } };

const sizeOf = (text: string, { channel }: OutboxRow): number =>
  channel === 'whatsapp' ? 1 : segmentsOf(text).segments;

const reasonOf = ({ error, failure = 'other' }: OutboxRow): string =>
  failure === 'other' ? error || 'unknown' : failure;

/**
 * True when the carrier's code says nothing about the number: our account, our templates, too fast, not there
 * (docs/facts.md#twilio). Our own codes, and those for a phone that did not answer, have no `failure`.
 */
const isCarrierFault = ({ failure }: OutboxRow): boolean => failure === 'other';
