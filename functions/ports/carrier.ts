import type { DeliveryError } from '#shared/outbox/outbox-row.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { IncomingText } from './incoming-text.ts';

export type OutgoingText = {
  to: PhoneNumber;
  channel: 'sms' | 'whatsapp';
  text: string;
  /** Our own id: the status callback brings it back. */
  messageId: string;
  /** The id under which its template is registered (DLT), where the carrier needs one. */
  templateId?: string;
  /** The approved template that says `text`, where WhatsApp needs one or its buttons are wanted. */
  content?: { id: string; values: readonly string[] };
  /** An alert, which does not wait behind other texts. */
  isUrgent?: true;
};

export type OutgoingCall = {
  to: PhoneNumber;
  /** Our own id: the webhooks and status callbacks of the call bring it back. */
  callId: string;
  ringSeconds: number;
};

/** A sound or a picture as the carrier stores it. */
export type Sound = { type: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * accepted: the carrier has it. refused: it never will; the code says why. busy: try later; where `afterMs` says when, in
 * real milliseconds, it waits for its turn, which uses up no try. unknown: it may or may not have gone; the code is
 * 'no-answer' when the carrier said nothing at all.
 */
export type SendResult =
  | { type: 'accepted'; carrierId: string }
  | ({ type: 'refused' } & DeliveryError)
  | ({ type: 'busy' } & DeliveryError & { afterMs?: number })
  | ({ type: 'unknown' } & DeliveryError);

/** An incoming text in the carrier's own list. */
export type ReceivedText = {
  incoming: IncomingText;
  /** The latest moment at which it can have been written. */
  writtenAt: EpochMs;
};

export interface Carrier {
  /**
   * The texts that the carrier has received for us since then, whether their webhooks reached us or not, oldest first.
   * `complete`: no text is left out. Throws when the carrier cannot be reached.
   */
  received(since: EpochMs): Promise<{ texts: ReceivedText[]; complete: boolean }>;
  send(message: OutgoingText): Promise<SendResult>;
  /** Looks for this text to this number among those accepted since then, before a retry. `cannot-tell`: the carrier does not say. */
  find(
    message: OutgoingText,
    since: EpochMs,
  ): Promise<
    { type: 'found'; carrierId: string } | { type: 'not-found' } | { type: 'cannot-tell' }
  >;
  /** Rings the phone. The carrier paces calls itself and answers `busy` when there are too many. */
  call(call: OutgoingCall): Promise<SendResult>;
  /** Looks for a call of ours to that phone since then, before a retry. */
  findCall(call: OutgoingCall, since: EpochMs): ReturnType<Carrier['find']>;
  /** Loads a photograph that came with a text (`IncomingText.photo`); undefined when the carrier no longer has it. Throws when the carrier cannot be reached. */
  photo(photoCarrierId: string): Promise<Sound | undefined>;
  /** Deletes such a photograph, or does nothing when it is already gone. Throws when the carrier cannot be reached. */
  deletePhoto(photoCarrierId: string): Promise<void>;
  /** Loads a recording; undefined when the carrier no longer has it. Throws when the carrier cannot be reached. */
  sound(recordingCarrierId: string): Promise<Sound | undefined>;
  /** Deletes a recording, or does nothing when it is already gone. Throws when the carrier cannot be reached. */
  deleteSound(recordingCarrierId: string): Promise<void>;
}
