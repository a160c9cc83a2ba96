import { segmentsOf } from '../messages/segments.ts';
import type { MetricValue } from '../terms/metrics.ts';
import { errorEffect } from './delivery-state.ts';
import type { OutboxRow } from './outbox-row.ts';

/** What a message counts for as it is saved in this state. Undefined: for nothing. */
export const messageMetrics = (row: OutboxRow): MetricValue | undefined => {
  switch (row.state) {
    case 'claimed':
      return row.text === undefined ? undefined : { values: { Segments: sizeOf(row.text, row) } };
    case 'queued':
    case 'unknown':
      return isCarriersFault(row.error) ? { values: { CarrierErrors: 1 } } : undefined;
    case 'undelivered':
      return {
        values: { Undelivered: 1, ...(isCarriersFault(row.error) && { CarrierErrors: 1 }) },
        reason: reasonOf(row.error ?? ''),
      };
    default:
      return undefined;
  }
};

/** The answer to a text, in the same breath. */
export const replyMetrics = (reply: string): MetricValue | undefined =>
  reply === '' ? undefined : { values: { Segments: segmentsOf(reply).segments } };

const sizeOf = (text: string, { channel }: OutboxRow): number =>
  channel === 'whatsapp' ? 1 : segmentsOf(text).segments;

const reasonOf = (error: string): string => {
  const meaning = errorEffect(error);
  return meaning === 'other' ? error || 'unknown' : meaning;
};

/** What we write ourselves, or the carrier of a phone that did not answer. */
const nobodysFault = new Set(['no-way', 'unknown', 'undelivered', 'failed', 'canceled']);

/** Any code that says nothing of the number: our account, our templates, too fast, not there (FACTS §6). */
const isCarriersFault = (error: string | undefined): boolean =>
  error !== undefined &&
  errorEffect(error) === 'other' &&
  !nobodysFault.has(error) &&
  !error.startsWith('call-');
