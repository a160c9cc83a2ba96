import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { RecordingId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { CallEvent, CallStatus, LegEvent, MessageStatus } from './inbound.ts';
import type { IncomingText } from './incoming-text.ts';

/* The inbound half of a carrier: verifies and parses its webhooks, renders the replies. One value for each Lambda. */

/** The fields of a form by name; a name that came twice has all of its values. */
export type Form = Record<string, string | string[]>;

/** A webhook as it arrived. */
export type Webhook = {
  /** Only path and query are believed. */
  url: string;
  /** The bytes as they came: what a signature over the body covers. */
  body: Uint8Array;
  /** The fields of a urlencoded body, parsed on first use. A body of another type has none. */
  form: Form;
  query(name: string): string | undefined;
  /** Of the machine that sent it, where it is known. */
  address?: string | undefined;
  header(name: string): string | undefined;
};

export type SignatureKeys = {
  /** The base URL the carrier was given. */
  publicUrl: string;
  /** Any of them may have signed: two while a token is being changed. */
  authTokens: readonly string[];
};

/** A reply as HTTP takes it. */
export type RenderedReply = { contentType: string; body: string };

export interface SignedWebhooks {
  /** The carrier's name, as its definition has it. */
  name: string;
  /** Where the carrier's routes begin, like /twilio. */
  path: string;
  /** A secret ends each path. */
  hasPathSecret?: true;
  /** form: urlencoded, bounded to 256 fields. raw: the carrier parses `body` itself, after its signature. */
  bodyType: 'form' | 'raw';
  checkSignature(webhook: Webhook, keys: SignatureKeys): 'signed' | 'wrong' | 'missing';
}

export type ParsedText =
  | { type: 'text'; incoming: IncomingText }
  /**
   * By text: a short code or a name of letters, which takes no answer. On WhatsApp: a person who hides the number, and
   * can be answered. `from` is masked.
   */
  | { type: 'no-phone'; from: string; channel: IncomingText['channel']; text: string }
  | { type: 'malformed'; field: string };

export interface TextWebhooks extends SignedWebhooks {
  /** The carrier reads no reply in the answer: the replies are sent as texts. */
  repliesByText?: true;
  parseText(webhook: Webhook): ParsedText;
  /** null: no reply. */
  renderReply(reply: string | null): RenderedReply;
}

/** Undefined: the webhook says nothing about a message or a call of ours. */
export interface StatusWebhooks extends SignedWebhooks {
  parseMessageStatus(webhook: Webhook): MessageStatus | undefined;
  parseCallStatus(webhook: Webhook): CallStatus | undefined;
}

/** Which call a reply belongs to; `leg`: the phone of a person who was rung for the caller. */
export type CallAddress = {
  callId: string;
  isOut: boolean;
  leg?: { at: number; step?: number | undefined; asked: number };
};

export type CallLinks = {
  /** Base of our webhooks, without a slash at the end. */
  publicUrl: string;
  /** Caller id shown to the phones that are rung. */
  hotlineNumber: PhoneNumber;
  /** A link to a recording that only the carrier gets, for some minutes. */
  recording(id: RecordingId): string;
  /** A link to words that a person has recorded: `hi/0a1b2c3d`. */
  prompt(file: string): string;
};

/** What the carrier could not do with the last reply. */
export type CallFault = { voiceFailed: boolean; soundFailed: boolean };

/** The hotline's numbers that are rung and never answered. A missed call to `yes` or `no` answers an alert. */
export type UnansweredNumbers = {
  missedCall?: PhoneNumber;
  yes?: PhoneNumber;
  no?: PhoneNumber;
};

/** Undefined: malformed. */
export interface CallWebhooks extends SignedWebhooks {
  parseCall(webhook: Webhook, unanswered?: UnansweredNumbers): CallEvent | undefined;
  /** `answers`: the webhook answers what was said to that phone. */
  parseLeg(webhook: Webhook, answers: boolean): LegEvent | undefined;
  parseCallFault(webhook: Webhook): CallFault;
  renderCallReply(
    reply: CallReply & { plainVoice: boolean },
    call: CallAddress,
    links: CallLinks,
  ): RenderedReply;
}
