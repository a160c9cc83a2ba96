import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { newSid } from '../new-sid.ts';
import type { CallStore } from './call-store.ts';
import type { PhoneCallStatus, SimCall } from './sim-call.ts';
import { hasEnded } from './sim-call.ts';

/** What a waiting call can receive. `leg`: a phone that it rings has changed. `time`: the wait has ended. */
export type CallSignal =
  | { type: 'keys'; keys: string }
  | { type: 'words'; words: string }
  | { type: 'answer' }
  | { type: 'leg' }
  | { type: 'time' }
  | { type: 'over' };

/** A call as the webhooks describe it. */
export type CallEnds = {
  from: string;
  to: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  parentSid?: string;
};

export type LiveCall = CallEnds & {
  sid: string;
  state(): SimCall;
  change(change: Partial<SimCall>): void;
  say(text: string, language: string, recording?: boolean): void;
  /** The next signal; `time` after so many milliseconds of hotline time. `aloud`: while words are being said. */
  next(ms?: number, aloud?: boolean): Promise<CallSignal>;
  /** Lets the time pass. Only the end of the call cuts it short. */
  wait(ms: number): Promise<void>;
  /** A signal that the call does not wait for is lost, like a key pressed at the wrong moment. */
  signal(signal: CallSignal): void;
  /** From ringing to a conversation; changes nothing in an answered call. */
  pickUp(): void;
  end(status: PhoneCallStatus): void;
  /** Settles when the call waits for something, or has ended. */
  settled(): Promise<void>;
  /** True while words are being said or the hotline's answer is awaited. */
  isSpeaking(): boolean;
};

export type LiveCallOptions = {
  store: CallStore;
  now: () => number;
  later: (ms: number, run: () => void) => void;
};

/** Starts one live call: the state that its phone shows, and the signals that its player waits for. */
export const startLiveCall = (
  ends: CallEnds,
  shown: Pick<SimCall, 'direction' | 'status'> & { phone: PhoneNumber },
  { store, now, later }: LiveCallOptions,
): LiveCall => {
  const sid = newSid('CA');
  let listener: ((signal: CallSignal) => void) | undefined;
  let isAloud = false;
  const waiting: (() => void)[] = [];

  const state = (): SimCall => {
    const found = store.get(sid);
    if (!found) throw new Error(`no call ${sid}`);
    return found;
  };
  const change = (changed: Partial<SimCall>): void => store.put({ ...state(), ...changed });
  const settle = (): void => {
    for (const done of waiting.splice(0)) done();
  };
  const next = (ms?: number, aloud = false): Promise<CallSignal> => {
    if (hasEnded(state())) return Promise.resolve({ type: 'over' });
    isAloud = aloud;
    settle();
    return new Promise((resolve) => {
      const mine = (signal: CallSignal): void => {
        listener = undefined;
        resolve(signal);
      };
      listener = mine;
      if (ms === undefined) return;
      later(ms, () => {
        if (listener === mine) mine({ type: 'time' });
      });
    });
  };

  store.put({
    ...shown,
    sid,
    to: ends.to === shown.phone ? ends.from : ends.to,
    rejected: false,
    heard: [],
    waitsFor: null,
    talkingWith: null,
    talk: [],
    startedAt: epochMs(now()),
  });

  return {
    ...ends,
    sid,
    state,
    change,
    say(text, language, recording = false) {
      change({ heard: [...state().heard, { at: epochMs(now()), text, language, recording }] });
    },
    next,
    async wait(ms) {
      const end = now() + ms;
      while (now() < end && (await next(end - now(), true)).type !== 'over');
    },
    signal: (signal) => listener?.(signal),
    pickUp() {
      if (state().answeredAt === undefined)
        change({ status: 'in-progress', answeredAt: epochMs(now()) });
    },
    end(status) {
      if (hasEnded(state())) return;
      change({ status, waitsFor: null, talkingWith: null, endedAt: epochMs(now()) });
      listener?.({ type: 'over' });
      settle();
    },
    settled: () =>
      hasEnded(state()) || listener ? Promise.resolve() : new Promise((done) => waiting.push(done)),
    isSpeaking() {
      const { status, direction } = state();
      const isOn = status === 'in-progress' || (direction === 'in' && status === 'ringing');
      return isOn && (isAloud || !listener);
    },
  };
};
