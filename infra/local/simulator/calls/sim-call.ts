import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';

/** Twilio's call states (Call resource). */
export type PhoneCallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

/** Words the phone plays. `recording`: another caller's recorded words. */
export type HeardLine = { at: EpochMs; text: string; language: string; recording: boolean };

/** The input the hotline waits for on this phone; null while it does not wait. */
export type WaitsFor =
  | { type: 'keys'; most: number; speech: boolean }
  | { type: 'record'; maxSeconds: number }
  | null;

/** One call as one phone shows it; the other end is always the hotline's number. */
export type SimCall = {
  /** Twilio's form: CA and 32 hexadecimal digits. */
  sid: string;
  phone: PhoneNumber;
  /** The number dialled when incoming, the hotline's when it calls. */
  to: string;
  /** in: the phone calls the hotline. out: the hotline calls the phone, Dial legs included. */
  direction: 'in' | 'out';
  status: PhoneCallStatus;
  /** The hotline answered <Reject>. */
  rejected: boolean;
  /** In order. */
  heard: HeardLine[];
  waitsFor: WaitsFor;
  /** The sid of the other phone's call while two people talk. */
  talkingWith: string | null;
  /** Their words to each other. */
  talk: { own: boolean; text: string }[];
  /** All times are hotline time. */
  startedAt: EpochMs;
  answeredAt?: EpochMs;
  endedAt?: EpochMs;
};

export type CallListener = (call: SimCall) => void;

/** What people do with their phones, and what the phones show. Calls are in memory only: a restart ends them. */
export type SimCalls = {
  /** Dials the hotline; settles when it has answered the first webhook. Throws RangeError for an impossible number. */
  call(from: string, to?: string): Promise<SimCall>;
  /** Keys 0-9, * and #; settles when the webhook that they cause, if any, is answered. */
  press(sid: string, keys: string): Promise<void>;
  /** Speaks into a recording, a question that takes speech, or to the other person. */
  speak(sid: string, words: string): Promise<void>;
  /** Picks up a ringing phone. */
  answer(sid: string): Promise<void>;
  /** Declines a ringing phone's call. */
  decline(sid: string): Promise<void>;
  hangUp(sid: string): Promise<void>;
  /** Oldest first. */
  of(phone: string): SimCall[];
  all(): SimCall[];
  get(sid: string): SimCall | undefined;
  /** True while the hotline speaks or its answer is awaited. */
  isSpeaking(sid: string): boolean;
  /** Every change of any call; returns how to stop listening. */
  onCall(listener: CallListener): () => void;
};

export const hasEnded = ({ status }: Pick<SimCall, 'status'>): boolean =>
  status !== 'queued' && status !== 'ringing' && status !== 'in-progress';
