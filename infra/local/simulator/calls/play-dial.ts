import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import type { Link } from '../twiml/verb-attributes.ts';
import { VoiceError } from '../twiml/voice-error.ts';
import type { Dial } from '../twiml/voice-verbs.ts';
import { secondsOf } from './call-forms.ts';
import type { Answered } from './call-player.ts';
import { type LiveCall, startLiveCall } from './live-call.ts';
import { type RingOptions, ringPhone } from './ring-phone.ts';
import { hasEnded } from './sim-call.ts';

export type DialOptions = RingOptions & {
  ownNumbers: readonly string[];
  /** A leg picked up hears this alone; afterwards, if it is not over, it is put through. */
  whisper: (leg: LiveCall, link: Link) => Promise<void>;
  /** So that its phone can be used. */
  register: (leg: LiveCall) => void;
};

/**
 * Twilio's Dial. All numbers ring at once; the first whose whisper has ended without hanging up is put through and
 * the rest are hung up. That several may listen to their whisper at a time is not said in Twilio's documentation
 * (sure C); the fault `firstPickUpEndsOthers` plays the other reading.
 */
export const playDial = async (
  line: LiveCall,
  dial: Dial,
  options: DialOptions,
): Promise<Answered | undefined> => {
  const callerId = dial.callerId ?? (line.direction === 'inbound' ? line.from : line.to);
  if (![...options.ownNumbers, line.from, line.to].includes(callerId))
    throw new VoiceError(13214, `${callerId} may not call`);

  const ready: LiveCall[] = [];
  const legs = dial.numbers.map(({ number }) => openLeg(line, { number, callerId }, options));
  const hangUpExcept = (kept?: LiveCall): void => {
    for (const leg of legs) {
      if (leg !== kept) leg.end(leg.call().answeredAt === undefined ? 'canceled' : 'completed');
    }
  };
  const run = async (leg: LiveCall, whisper: Link | undefined): Promise<void> => {
    if (await ringPhone(leg, { seconds: dial.timeoutSeconds }, options)) {
      if (options.faults.firstPickUpEndsOthers) hangUpExcept(leg);
      if (whisper) await options.whisper(leg, whisper);
      if (!hasEnded(leg.call())) ready.push(leg);
      line.happen({ type: 'leg' });
      while ((await leg.next()).type !== 'over');
    }
    line.happen({ type: 'leg' });
  };
  for (const [i, leg] of legs.entries()) void run(leg, dial.numbers[i]?.whisper);

  const putThrough = (): LiveCall | undefined => ready.find((leg) => !hasEnded(leg.call()));
  while (!putThrough() && !hasEnded(line.call()) && !legs.every((leg) => hasEnded(leg.call())))
    await line.next();
  const bridged = hasEnded(line.call()) ? undefined : putThrough();
  hangUpExcept(bridged);
  if (bridged) await talk(line, bridged, dial, options.now);
  const form = resultOf(legs, bridged, options.now());
  return dial.action && { ...dial.action, form };
};

const openLeg = (
  line: LiveCall,
  { number, callerId }: { number: string; callerId: string },
  options: DialOptions,
): LiveCall => {
  const phone = parsePhoneNumber(number);
  if (!phone) throw new VoiceError(13224, `${number} is no phone number`);
  const ends = { from: callerId, to: phone, parentSid: line.sid };
  const leg = startLiveCall(
    { ...ends, direction: 'outbound-dial' },
    { phone, direction: 'out', status: 'queued' },
    options,
  );
  options.register(leg);
  return leg;
};

/** Two people talk until one hangs up, time is up, or the caller presses the star that may end it. */
const talk = async (line: LiveCall, leg: LiveCall, dial: Dial, now: () => number) => {
  line.pickUp();
  line.change({ talkingWith: leg.sid });
  leg.change({ talkingWith: line.sid });
  const end = now() + dial.timeLimitMs;
  while (!hasEnded(leg.call())) {
    const happening = await line.next(end - now());
    const isStar = happening.type === 'keys' && dial.hangupOnStar && happening.keys.includes('*');
    if (happening.type === 'over' || happening.type === 'time' || isStar) leg.end('completed');
  }
  if (!hasEnded(line.call())) line.change({ talkingWith: null });
};

/**
 * Picked up and not put through, as by a machine, is "completed" too: DialBridged tells (sure B; public code that
 * reads it).
 */
const resultOf = (legs: LiveCall[], bridged: LiveCall | undefined, now: number) => {
  const answered = bridged ?? legs.find((leg) => leg.call().answeredAt !== undefined);
  const statuses = new Set(legs.map((leg) => leg.call().status));
  const [only] = statuses.size === 1 ? statuses : [];
  const unanswered = only === undefined || only === 'canceled' ? 'no-answer' : only;
  return {
    DialCallStatus: answered ? 'completed' : unanswered,
    DialCallSid: (answered ?? legs[0])?.sid ?? '',
    DialBridged: String(bridged !== undefined),
    ...(answered && { DialCallDuration: String(secondsOf(answered, now)) }),
  };
};
