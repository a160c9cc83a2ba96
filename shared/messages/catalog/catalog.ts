import type { Language } from '../../terms/language.ts';
import type { PhoneNumber } from '../../terms/phone-number.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { MessageKey, Params } from '../message-keys.ts';

/** What a sentence knows besides its parameters, at the moment it leaves. */
export type MessageContext = {
  now: EpochMs;
  /** Who speaks: "Police Mitra", at most 14 GSM-7 characters (hotline-config.ts). */
  groupName: string;
  /** The hotline's own number, for whoever should call. */
  number: PhoneNumber;
  /** A place as the reader's language writes it; without it, as stored. */
  placeName?: (place: string, language: Language) => string;
};

/** The same as a catalog has it: the hotline's number as people dial it. */
export type WordingContext = Omit<MessageContext, 'number'> & { number: string };

/** One wording, or several, fullest first: say() takes the first that keeps the meaning's budget, else the last. */
export type Wording = string | readonly string[];

/** One language's sentences: every meaning, no more and no fewer. */
export type Catalog = {
  [M in MessageKey]: (params: Params<M>, context: WordingContext) => Wording;
};
