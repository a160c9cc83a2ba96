import type { DeliveryError, DeliveryFailure } from '#shared/outbox/outbox-row.ts';

/*
 * Exotel's pages contradict each other in the numbers of a state, never in its word (docs/facts.md#carriers), so only
 * the word counts.
 */

/** The first pattern that fits says what a word means. */
const meanings: readonly (readonly [RegExp, 'delivered' | 'sent' | DeliveryFailure])[] = [
  [/^DELIVERED(_TO_HANDSET)?$/, 'delivered'],
  // May stay the last: some operators never say that a phone has it.
  [/^(QUEUED|SENDING|PENDING|SUBMITTED|SENT|DELIVERED_TO_OPERATOR)/, 'sent'],
  [/INVALID_(DESTINATION_)?NUMBER|SUBSCRIBER_UNKNOWN/, 'no-such-number'],
  // This person, not by text: a call may still reach them.
  [/DND|BLACKLIST|CONSENT|PREFERENCE/, 'unreachable'],
  // Everything else about the registration is ours to mend.
  [/DLT|INVALID_(SENDER|MESSAGE|TEMPLATE)|SPAM|ENCODING|BALANCE|SUSPENDED/, 'other'],
  [
    /UNREACHABLE|SUBSCRIBER_UNAVAILABLE|NETWORK_ERROR|EXPIRED|HANDSET_ERROR|FAILED_OPERATOR/,
    'temporary',
  ],
  [/RATE_LIMITED|SYSTEM_ERROR/, 'temporary'],
];

const toWord = (raw: string): string => raw.trim().toUpperCase().replaceAll('-', '_');

/** What a word of Exotel's says about a text; a word we do not know is a failure. */
export const meaningOf = (
  raw: string,
): { state: 'sent' | 'delivered' } | { state: 'failed'; error: DeliveryError } => {
  const word = toWord(raw);
  const meaning = meanings.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
  if (meaning === 'delivered' || meaning === 'sent') return { state: meaning };
  return { state: 'failed', error: { code: word, failure: meaning } };
};

/** What the word of a refused request says. */
export const toRequestError = (word: string): DeliveryError => {
  const said = meaningOf(word);
  return said.state === 'failed' ? said.error : { code: toWord(word), failure: 'other' };
};
