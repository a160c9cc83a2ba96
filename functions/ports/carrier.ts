import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';

export type OutgoingText = {
  to: PhoneNumber;
  channel: 'sms' | 'whatsapp';
  text: string;
  /** Our own id: the status callback brings it back. */
  messageId: string;
};

/** accepted: the carrier has it. refused: it never will (code says why). busy: try later. unknown: nobody knows whether it went; code 'no-answer' when the carrier said nothing at all. */
export type SendResult =
  | { type: 'accepted'; carrierId: string }
  | { type: 'refused'; code: string }
  | { type: 'busy'; code: string }
  | { type: 'unknown'; code: string };

export interface Carrier {
  send(message: OutgoingText): Promise<SendResult>;
  /** Was this text to this number accepted since then? Asked before a second try. 'cannot-tell' when the carrier does not answer that. */
  find(
    message: OutgoingText,
    since: EpochMs,
  ): Promise<
    { type: 'found'; carrierId: string } | { type: 'not-found' } | { type: 'cannot-tell' }
  >;
}
