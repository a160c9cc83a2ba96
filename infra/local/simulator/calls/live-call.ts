import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { newSid } from '../messages/incoming-texts.ts';
import type { CallStore } from './call-store.ts';
import type { PhoneCallStatus, SimCall } from './sim-call.ts';
import { hasEnded } from './sim-call.ts';

/** What can happen to a call that waits. `leg`: something changed on a phone that it rings. */
export type Happening =
  | { type: 'keys'; keys: string }
  | { type: 'words'; words: string }
  | { type: 'answer' }
  | { type: 'leg' }
  | { type: 'time' }
  | { type: 'over' };

/** What a call is to the webhooks. */
export type CallEnds = {
  from: string;
  to: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  parentSid?: string;
};

export type LiveCall = CallEnds & {
  sid: string;
  call(): SimCall;
  change(change: Partial<SimCall>): void;
  say(text: string, language: string, recording?: boolean): void;
  /** The next thing that happens, or that so many milliseconds of hotline time have passed; `aloud`: with words being said. */
  next(ms?: number, aloud?: boolean): Promise<Happening>;
  /** Nothing but the end of the call cuts this short. */
  rest(ms: number): Promise<void>;
  /** Nobody who waits: it is lost, as a key pressed at the wrong moment is. */
  happen(happening: Happening): void;
  /** From ringing to a conversation; of a call that is answered already nothing changes. */
  pickUp(): void;
  end(status: PhoneCallStatus): void;
  /** Until it waits for something, or is over. */
  settled(): Promise<void>;
  /** Words are being said, or the hotline's answer is awaited. */
  isSpeaking(): boolean;
};

export type LiveCallOptions = {
  book: CallStore;
  now: () => number;
  later: (ms: number, run: () => void) => void;
};

/** One live call: what its phone shows, and what its player waits for. */
export const startLiveCall = (
  ends: CallEnds,
  shown: Pick<SimCall, 'direction' | 'status'> & { phone: PhoneNumber },
  { book, now, later }: LiveCallOptions,
): LiveCall => {
  const sid = newSid('CA');
  let listener: ((happening: Happening) => void) | undefined;
  let speaking = false;
  const waiting: (() => void)[] = [];

  const call = (): SimCall => {
    const found = book.get(sid);
    if (!found) throw new Error(`no call ${sid}`);
    return found;
  };
  const change = (changed: Partial<SimCall>): void => book.put({ ...call(), ...changed });
  const settle = (): void => {
    for (const done of waiting.splice(0)) done();
  };
  const listen = (ms?: number, aloud = false): Promise<Happening> => {
    if (hasEnded(call())) return Promise.resolve({ type: 'over' });
    speaking = aloud;
    settle();
    return new Promise((resolve) => {
      const mine = (happening: Happening): void => {
        listener = undefined;
        resolve(happening);
      };
      listener = mine;
      if (ms === undefined) return;
      later(ms, () => {
        if (listener === mine) mine({ type: 'time' });
      });
    });
  };

  book.put({
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
    call,
    change,
    say(text, language, recording = false) {
      change({ heard: [...call().heard, { at: epochMs(now()), text, language, recording }] });
    },
    next: listen,
    async rest(ms) {
      const end = now() + ms;
      while (now() < end && (await listen(end - now(), true)).type !== 'over');
    },
    happen: (happening) => listener?.(happening),
    pickUp() {
      if (call().answeredAt === undefined)
        change({ status: 'in-progress', answeredAt: epochMs(now()) });
    },
    end(status) {
      if (hasEnded(call())) return;
      change({ status, waitsFor: null, talkingWith: null, endedAt: epochMs(now()) });
      listener?.({ type: 'over' });
      settle();
    },
    settled: () =>
      hasEnded(call()) || listener ? Promise.resolve() : new Promise((done) => waiting.push(done)),
    isSpeaking() {
      const { status, direction } = call();
      const isOn = status === 'in-progress' || (direction === 'in' && status === 'ringing');
      return isOn && (speaking || !listener);
    },
  };
};
