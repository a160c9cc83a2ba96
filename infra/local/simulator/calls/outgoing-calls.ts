import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import {
  createStatusCallbacks,
  type StatusCallbackOptions,
  type StatusEvent,
} from './call-forms.ts';
import type { CallPlayer } from './call-player.ts';
import { type LiveCall, startLiveCall } from './live-call.ts';
import { type RingOptions, ringPhone } from './ring-phone.ts';
import { hasEnded } from './sim-call.ts';

/** The parameters a call is created with. */
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
    player: CallPlayer;
    register: (call: LiveCall) => void;
  };

/** Milliseconds from leaving the queue to ringing. */
const connectMs = 500;

/** Calls the hotline makes: `callsPerSecond` of them leave the queue each second, ring, and are played when answered. */
export const createOutgoingCalls = (options: OutgoingOptions) => {
  const { hotlineNumber, callsPerSecond, now, player } = options;
  let nextSlot = 0;

  const run = async (call: LiveCall, order: CallOrder): Promise<void> => {
    const reportStatus = createStatusCallbacks(
      call,
      { url: order.statusCallback, events: order.events },
      options,
    );
    const slot = Math.max(now(), nextSlot);
    nextSlot = slot + 1000 / callsPerSecond;
    await call.wait(slot - now());
    if (!hasEnded(call.state())) reportStatus('initiated');
    await call.wait(connectMs);
    const ringing = { seconds: order.ringSeconds, onRinging: () => reportStatus('ringing') };
    if (!hasEnded(call.state()) && (await ringPhone(call, ringing, options))) {
      reportStatus('answered');
      await player.play(call, { url: order.url, method: 'POST' }, order.fallbackUrl);
      call.end('completed');
    }
    reportStatus('completed');
  };

  return (order: CallOrder): LiveCall => {
    const call = startLiveCall(
      { from: hotlineNumber, to: order.to, direction: 'outbound-api' },
      { phone: order.to, direction: 'out', status: 'queued' },
      options,
    );
    options.register(call);
    void run(call, order);
    return call;
  };
};
