import type { CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { DeliveryError } from '#shared/outbox/outbox-row.ts';
import type { Sex } from '#shared/people/donor.ts';
import type { Person } from '#shared/people/person.ts';
import type { Volunteer } from '#shared/people/volunteer.ts';
import type { Pin, ZoneId } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { CallId } from '#shared/terms/ids.ts';
import type { Language } from '#shared/terms/language.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Day } from '#shared/terms/time.ts';
import type { IncomingText } from './incoming-text.ts';
import type { Services } from './services.ts';

/* The inputs of the hotline, and the use cases that the edge and the operator's commands call with them. */

/** First seen over 24 hours ago, so the carrier did not send it again. Nothing was done. */
export type Replayed = 'replayed';

/** `reply` null: no reply. Throws only when the store fails: the text then comes by another road (docs/adr/0025). */
export type ReceiveText = (
  services: Services,
  incoming: IncomingText,
) => Promise<{ reply: string | null } | Replayed>;

/** What a status callback says about one of our messages. */
export type MessageStatus = {
  /** Our own id, from the callback's URL. */
  messageId: string;
  /** The carrier's id. */
  carrierId: string;
} & MessageState;

type MessageState =
  /** The carrier has the message. */
  | { state: 'sent' }
  | { state: 'delivered' }
  /** Without an error code, `error.code` is the carrier's name for this state. */
  | { state: 'failed'; error: DeliveryError };

/** Callbacks come in any order and more than once. */
export type RecordDelivery = (
  services: Services,
  status: MessageStatus,
) => Promise<Replayed | undefined>;

/** One webhook of a call: it began, a key was pressed, something was said. */
export type CallEvent = {
  /** The carrier's id of an incoming call, our own id of an outgoing one. */
  callId: CallId;
  direction: 'in' | 'out';
  /** Who is on the phone; absent when the caller hides their number. */
  phone?: PhoneNumber;
  /** True when the called number is one that is never answered. */
  missed?: boolean;
  /** The called number means this answer. */
  says?: 'yes' | 'no';
  /** Which reply this answers; absent when the call has just begun. */
  step?: number;
  input?: CallInput;
  /** The carrier could not speak the last reply: repeat it in the plain voice. */
  voiceFailed?: boolean;
};
/** Returns what to say and what to wait for; `plainVoice` when the premium voice fails. Throws only when the store fails. */
export type ReceiveCall = (
  services: Services,
  event: CallEvent,
) => Promise<(CallReply & { plainVoice: boolean }) | Replayed>;

/** A phone that was rung for a caller picks up, or answers. */
export type LegEvent = {
  callId: CallId;
  /** Its position among those rung. */
  leg: number;
  /** The reply that rang it, and so the round; absent from a carrier that does not say. */
  step?: number;
  /** The number that was rung. */
  to?: string;
  /** How often it has been asked; 0 when it has just picked up. */
  asked: number;
  /** Absent, with `words`, for silence. */
  key?: string;
  words?: string;
};
export type AnswerLeg = (
  services: Services,
  event: LegEvent,
) => Promise<(CallReply & { plainVoice: boolean }) | Replayed>;

/** What a status callback says about a call. */
export type CallStatus = { callId: CallId; direction: 'in' | 'out'; carrierId: string } & CallState;

type CallState =
  /** Not yet picked up. */
  | { state: 'ringing' }
  | { state: 'answered' }
  /** It was picked up and is over. */
  | { state: 'ended' }
  /** It is over and was not picked up. Without an error code, `error.code` is `call-` and the carrier's name for this state. */
  | { state: 'unanswered'; error: DeliveryError };
/** Callbacks come in any order and more than once. A call cut half-way is followed by one text with what is missing. */
export type RecordCallStatus = (
  services: Services,
  status: CallStatus,
) => Promise<Replayed | undefined>;

/** A valid line of a donors' file, in our own terms. The donor is of an age that may register. */
export type DonorRow = {
  phone: PhoneNumber;
  name: string;
  group: BloodGroup;
  sex: Sex;
  birthYear: number;
  /** A PIN code that the gazetteer knows. */
  pin: Pin;
  language: Language;
  lastDonation?: Day;
  weightKg?: number;
  email?: string;
  /** Replaces the zone of the PIN code. */
  zone?: ZoneId;
  pausedUntil?: Day;
};

export type VolunteerRow = {
  phone: PhoneNumber;
  name: string;
  zone: ZoneId;
  role: Volunteer['role'];
  language: Language;
};

export type ImportDonor = (services: Services, row: DonorRow) => Promise<'added' | 'updated'>;
export type ImportVolunteer = (
  services: Services,
  row: VolunteerRow,
  coordinators?: readonly Person[],
) => Promise<'added' | 'updated'>;
