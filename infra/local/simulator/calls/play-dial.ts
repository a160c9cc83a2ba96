import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import type { Link } from '../twiml/verb-attributes.ts';
import { VoiceError } from '../twiml/verb-attributes.ts';
import type { Dial } from '../twiml/voice-verbs.ts';
import { secondsOf } from './call-forms.ts';
import { type LiveCall, startLiveCall } from './live-call.ts';
import type { NextDocument } from './next-document.ts';
import { type RingOptions, ringPhone } from './ring-phone.ts';
import { hasEnded } from './sim-call.ts';

export type DialOptions = RingOptions & {
  ownNumbers: readonly string[];
  /** An answered leg hears this alone; then it is connected, unless it has ended. */
  whisper: (leg: LiveCall, link: Link) => Promise<void>;
  /** Makes the leg known, so that its phone can act on it. */
  register: (leg: LiveCall) => void;
};

/**
 * Twilio's Dial. All numbers ring at once; the first whose whisper ends without hanging up is connected and the rest
 * are hung up. Twilio's documentation does not say that several may listen to their whisper at a time (certainty C);
 * the fault `firstPickUpEndsOthers` plays the other reading.
 */
export const playDial = async (
  call: LiveCall,
  dial: Dial,
  options: DialOptions,
): Promise<NextDocument | undefined> => {
  const callerId = dial.callerId ?? (call.direction === 'inbound' ? call.from : call.to);
  if (![...options.ownNumbers, call.from, call.to].includes(callerId))
    throw new VoiceError(13214, `${callerId} may not call`);

  const ready: LiveCall[] = [];
  const legs = dial.numbers.map(({ number }) => openLeg(call, { number, callerId }, options));
  const hangUpExcept = (kept?: LiveCall): void => {
    for (const leg of legs) {
      if (leg !== kept) leg.end(leg.state().answeredAt === undefined ? 'canceled' : 'completed');
    }
  };
  const run = async (leg: LiveCall, whisper: Link | undefined): Promise<void> => {
    if (await ringPhone(leg, { seconds: dial.timeoutSeconds }, options)) {
      if (options.faults.firstPickUpEndsOthers) hangUpExcept(leg);
      if (whisper) await options.whisper(leg, whisper);
      if (!hasEnded(leg.state())) ready.push(leg);
      call.signal({ type: 'leg' });
      while ((await leg.next()).type !== 'over');
    }
    call.signal({ type: 'leg' });
  };
  for (const [i, leg] of legs.entries()) void run(leg, dial.numbers[i]?.whisper);

  const findConnectable = (): LiveCall | undefined => ready.find((leg) => !hasEnded(leg.state()));
  while (
    !findConnectable() &&
    !hasEnded(call.state()) &&
    !legs.every((leg) => hasEnded(leg.state()))
  )
    await call.next();
  const bridged = hasEnded(call.state()) ? undefined : findConnectable();
  hangUpExcept(bridged);
  if (bridged) await talk(call, bridged, dial, options.now);
  const form = resultOf(legs, bridged, options.now());
  return dial.action && { ...dial.action, form };
};

const openLeg = (
  call: LiveCall,
  { number, callerId }: { number: string; callerId: string },
  options: DialOptions,
): LiveCall => {
  const phone = parsePhoneNumber(number);
  if (!phone) throw new VoiceError(13224, `${number} is not a phone number`);
  const ends = { from: callerId, to: phone, parentSid: call.sid };
  const leg = startLiveCall(
    { ...ends, direction: 'outbound-dial' },
    { phone, direction: 'out', status: 'queued' },
    options,
  );
  options.register(leg);
  return leg;
};

/** Two people talk until one hangs up, the time limit ends, or the caller presses the star that may end it. */
const talk = async (call: LiveCall, leg: LiveCall, dial: Dial, now: () => number) => {
  call.pickUp();
  call.change({ talkingWith: leg.sid });
  leg.change({ talkingWith: call.sid });
  const end = now() + dial.timeLimitMs;
  while (!hasEnded(leg.state())) {
    const signal = await call.next(end - now());
    const isStar = signal.type === 'keys' && dial.hangupOnStar && signal.keys.includes('*');
    if (signal.type === 'over' || signal.type === 'time' || isStar) leg.end('completed');
  }
  if (!hasEnded(call.state())) call.change({ talkingWith: null });
};

/**
 * A leg that was answered and not connected, as by a machine, is "completed" too; DialBridged tells the difference
 * (certainty B: public code that reads it).
 */
const resultOf = (legs: LiveCall[], bridged: LiveCall | undefined, now: number) => {
  const answered = bridged ?? legs.find((leg) => leg.state().answeredAt !== undefined);
  const statuses = new Set(legs.map((leg) => leg.state().status));
  const [only] = statuses.size === 1 ? statuses : [];
  const unanswered = only === undefined || only === 'canceled' ? 'no-answer' : only;
  return {
    DialCallStatus: answered ? 'completed' : unanswered,
    DialCallSid: (answered ?? legs[0])?.sid ?? '',
    DialBridged: String(bridged !== undefined),
    ...(answered && { DialCallDuration: String(secondsOf(answered, now)) }),
  };
};
