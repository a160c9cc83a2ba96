import type { DeliveryError } from '#shared/outbox/outbox-row.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';

export type OutgoingText = {
  to: PhoneNumber;
  channel: 'sms' | 'whatsapp';
  text: string;
  /** Our own id: the status callback brings it back. */
  messageId: string;
};

export type OutgoingCall = {
  to: PhoneNumber;
  /** Our own id: the webhooks and status callbacks of the call bring it back. */
  callId: string;
  ringSeconds: number;
};

/** Sound as the carrier keeps it. */
export type Sound = { type: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * accepted: the carrier has it. refused: it never will; the code says why. busy: try later. unknown: it may or may not
 * have gone; the code is 'no-answer' when the carrier said nothing at all.
 */
export type SendResult =
  | { type: 'accepted'; carrierId: string }
  | ({ type: 'refused' } & DeliveryError)
  | ({ type: 'busy' } & DeliveryError)
  | ({ type: 'unknown' } & DeliveryError);

export interface Carrier {
  send(message: OutgoingText): Promise<SendResult>;
  /** Was this text to this number accepted since then? Asked before a second try. 'cannot-tell' when the carrier does not answer that. */
  find(
    message: OutgoingText,
    since: EpochMs,
  ): Promise<
    { type: 'found'; carrierId: string } | { type: 'not-found' } | { type: 'cannot-tell' }
  >;
  /** Let that phone ring. The carrier paces calls itself and says 'busy' when there are too many. */
  call(call: OutgoingCall): Promise<SendResult>;
  /** Was that phone called by us since then? Asked before a second try. */
  findCall(call: OutgoingCall, since: EpochMs): ReturnType<Carrier['find']>;
  /** What was recorded; undefined when the carrier has it no more. Throws when it cannot be reached. */
  sound(recordingCarrierId: string): Promise<Sound | undefined>;
  /** Gone for good; also when it was gone before. Throws when the carrier cannot be reached. */
  deleteSound(recordingCarrierId: string): Promise<void>;
}
