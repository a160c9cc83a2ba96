import type { Language } from '../../terms/language.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { MessageKey, Params } from '../message-keys.ts';

/** What a sentence knows beyond its parameters when it is sent. */
export type MessageContext = {
  now: EpochMs;
  /** The group's name: "Police Mitra", at most 14 GSM-7 characters (hotline-config.ts). */
  groupName: string;
  /** The hotline's own number, for people who should call. */
  number: PhoneNumber;
  /** Takes the answers, where the sender that people see cannot be answered (docs/facts.md#india). */
  answerNumber?: PhoneNumber;
  /** WhatsApp counts no segments: the fullest wording. */
  roomy?: true;
  /** The sentences of the group's own language, for a reader who has chosen it. */
  own?: OwnCatalog;
  /** A place as the reader's language writes it; without this, as stored. */
  placeName?: (place: string, language: Language) => string;
  /** A hospital as people of that language say it; without this, as stored. */
  hospitalName?: (hospital: string, language: Language) => string;
};

/** The context of a catalog's sentences: with the hotline's numbers as people dial them. */
export type WordingContext = Omit<MessageContext, 'number' | 'answerNumber' | 'own'> & {
  number: string;
  answerNumber?: string;
};

/** One wording, or several, fullest first: formatMessage takes the first that keeps the budget, or the last. */
export type Wording = string | readonly string[];

/** One language's sentences; the compiler requires one for each message. */
export type Catalog = {
  [M in MessageKey]: (params: Params<M>, context: WordingContext) => Wording;
};

/** The sentences of a group's own language that are written; the others are said in the language beside. */
export type OwnCatalog = Partial<Catalog>;

/** What was done, by the entry of the audit trail; `whom` is the phone that it was done to. */
export type DeedWording = Record<Params<'auditEntry'>['deed'], (whom: string) => string>;
