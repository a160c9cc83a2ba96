import type { DeliveryError, DeliveryFailure } from '#shared/outbox/outbox-row.ts';

/** Plivo's hang-up causes that say something about the number, by code (docs/facts.md#carriers). */
const failures = new Map<string, DeliveryFailure>([
  // A number that is not valid, and one that is out of service.
  ['2000', 'uncallable'],
  ['2010', 'uncallable'],
]);

/** Plivo's code with what it means; a code we do not know means `other`. */
export const toHangupError = (code: string): DeliveryError => ({
  code,
  failure: failures.get(code) ?? 'other',
});
