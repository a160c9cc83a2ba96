import type { DeliveryError, DeliveryFailure } from '#shared/outbox/outbox-row.ts';

/** Twilio's error codes that mean something to us (docs/facts.md#twilio; Twilio's error dictionary). */
const failures = new Map<string, DeliveryFailure>([
  ['21610', 'opted-out'],
  ['21211', 'no-such-number'],
  // Of WhatsApp: its window is closed, the number is not on it, or it does not take the template (docs/facts.md#carriers).
  // A plain text may still arrive.
  ...[63003, 63013, 63016, 63021, 63024, 63027, 63028, 63040, 63049].map(
    (code): [string, DeliveryFailure] => [`${code}`, 'other-channel'],
  ),
  // The content id, or its variables.
  ['21655', 'other-channel'],
  ['21656', 'other-channel'],
  // This number takes no texts at all; 21635: a landline.
  ['21614', 'unreachable'],
  ['21635', 'unreachable'],
  ['30005', 'unreachable'],
  ['30006', 'unreachable'],
  // This number cannot be called: not reachable, not valid, of no known form, not served, of no known country. Codes
  // about our own account (21215, 13225, 13227) say nothing about the number.
  ['21214', 'uncallable'],
  ['21217', 'uncallable'],
  ['13223', 'uncallable'],
  ['13224', 'uncallable'],
  ['13226', 'uncallable'],
  ['30001', 'temporary'],
  ['30003', 'temporary'],
  ['30008', 'temporary'],
]);

/** Twilio's code with what it means; a code we do not know means `other`. */
export const toDeliveryError = (code: string): DeliveryError => ({
  code,
  failure: failures.get(code) ?? 'other',
});
