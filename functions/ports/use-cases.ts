import type { Sex, Volunteer } from '#shared/donor/person.ts';
import type { Pin, ZoneId } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { Language } from '#shared/terms/language.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Day } from '#shared/terms/time.ts';
import type { Services } from './services.ts';

/* What the edge and the operator's commands call; each is one file in functions/use-cases. */

export type IncomingText = {
  /** The carrier's MessageSid: the same id again gets the same answer. */
  id: string;
  from: PhoneNumber;
  channel: 'sms' | 'whatsapp';
  text: string;
  /** How many pictures, voice notes or files came with it. */
  media: number;
  /** The carrier has stopped or resumed messages to this phone, or answered a call for help, itself (FACTS §5). */
  optOut?: 'STOP' | 'START' | 'HELP';
};

/** `reply` null: say nothing. Throws only when the store fails; the carrier then sends the text once more. */
export type ReceiveText = (
  services: Services,
  incoming: IncomingText,
) => Promise<{ reply: string | null }>;

/** Twilio's message states; only these are passed on. */
export const messageStates = [
  'accepted',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'failed',
  'canceled',
] as const;

export type MessageStatus = {
  /** Our own id, out of the callback's URL. */
  messageId: string;
  /** The carrier's id, its MessageSid. */
  carrierId: string;
  status: (typeof messageStates)[number];
  /** The carrier's error code in digits, as in FACTS §6. */
  error?: string;
};

/** Callbacks come in any order and more than once. */
export type SettleMessage = (services: Services, status: MessageStatus) => Promise<void>;

/** A good line of a donors' file: checked, in our own terms, of an age that may register. */
export type DonorRow = {
  phone: PhoneNumber;
  name: string;
  group: BloodGroup;
  sex: Sex;
  birthYear: number;
  /** Known to the gazetteer. */
  pin: Pin;
  language: Language;
  lastDonation?: Day;
  weightKg?: number;
  email?: string;
  /** Instead of the zone of the PIN. */
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
) => Promise<'added' | 'updated'>;
