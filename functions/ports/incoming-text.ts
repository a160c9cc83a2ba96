import type { Tap } from '#shared/messages/templates/whatsapp/quick-replies.ts';
import type { Point } from '#shared/places/geo.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';

export type IncomingText = {
  /** The carrier's id of the message; a repeated id gets the same reply. */
  id: string;
  from: PhoneNumber;
  channel: 'sms' | 'whatsapp';
  text: string;
  /** How many pictures, voice notes or files came with it. */
  media: number;
  /** A voice note is among them. */
  voice?: true;
  /** The carrier's id of a photograph that came with it: the first file, when it is one. */
  photo?: string;
  /** An answer by a button; `text` says the same in digits. */
  tap?: Tap;
  /** A place that was sent; `name`: what the sender's map calls it, or ''. */
  sharedPlace?: Point & { name: string };
  /** The carrier itself has stopped or resumed messages to this phone, or answered HELP (docs/facts.md#india). */
  optOut?: 'STOP' | 'START' | 'HELP';
  /** The latest moment at which it can have been written, in real time, where the carrier says so. */
  writtenAt?: EpochMs;
  /** Its replies are sent as texts: the carrier reads none in the answer to its webhook. */
  byText?: true;
  /** It came by a road that takes no reply: the reply is sent as a text. */
  late?: LateText;
};

export type LateText = {
  /** The latest moment at which the person can have written it. */
  writtenAt: EpochMs;
  /** The carrier says that it got no answer to this text, so no earlier answer has reached the phone. */
  unanswered: boolean;
};
