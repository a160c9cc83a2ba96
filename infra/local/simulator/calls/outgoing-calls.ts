import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import {
  createStatusCallbacks,
  type StatusCallbackOptions,
  type StatusEvent,
} from './call-forms.ts';
import type { createCallPlayer } from './call-player.ts';
import { type LiveCall, startLiveCall } from './live-call.ts';
import { type RingOptions, ringPhone } from './ring-phone.ts';
import { hasEnded } from './sim-call.ts';

/** What a call is created with. */
export type CallOrder = {
  to: PhoneNumber;
  url: string;
  fallbackUrl: string | undefined;
  statusCallback: string | undefined;
  events: readonly StatusEvent[];
  ringSeconds: number;
};

export type OutgoingOptions = RingOptions &
  StatusCallbackOptions & {
    hotlineNumber: string;
    callsPerSecond: number;
    play: ReturnType<typeof createCallPlayer>;
    register: (line: LiveCall) => void;
  };

/** From leaving the queue to ringing. */
const connectMs = 500;

/** Calls the hotline makes: so many a second leave the queue, ring, and are played when somebody picks up. */
export const createOutgoingCalls = (options: OutgoingOptions) => {
  const { hotlineNumber, callsPerSecond, now, play } = options;
  let nextSlot = 0;

  const run = async (line: LiveCall, order: CallOrder): Promise<void> => {
    const teller = createStatusCallbacks(
      line,
      { url: order.statusCallback, events: order.events },
      options,
    );
    const slot = Math.max(now(), nextSlot);
    nextSlot = slot + 1000 / callsPerSecond;
    await line.rest(slot - now());
    if (!hasEnded(line.call())) teller('initiated');
    await line.rest(connectMs);
    const ringing = { seconds: order.ringSeconds, onRinging: () => teller('ringing') };
    if (!hasEnded(line.call()) && (await ringPhone(line, ringing, options))) {
      teller('answered');
      await play(line, { url: order.url, method: 'POST' }, order.fallbackUrl);
      line.end('completed');
    }
    teller('completed');
  };

  return (order: CallOrder): LiveCall => {
    const line = startLiveCall(
      { from: hotlineNumber, to: order.to, direction: 'outbound-api' },
      { phone: order.to, direction: 'out', status: 'queued' },
      options,
    );
    options.register(line);
    void run(line, order);
    return line;
  };
};
