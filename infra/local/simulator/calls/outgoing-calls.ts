import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { createStatusTeller, type StatusEvent, type TellerOptions } from './call-forms.ts';
import type { createCallPlayer } from './call-player.ts';
import { type CallLine, openLine } from './live-call.ts';
import { type RingOptions, ring } from './ring-phone.ts';
import { isOver } from './sim-call.ts';

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
  TellerOptions & {
    hotlineNumber: string;
    callsPerSecond: number;
    play: ReturnType<typeof createCallPlayer>;
    register: (line: CallLine) => void;
  };

/** From leaving the queue to ringing. */
const connectMs = 500;

/** Calls the hotline makes: so many a second leave the queue, ring, and are played when somebody picks up. */
export const createOutgoingCalls = (options: OutgoingOptions) => {
  const { hotlineNumber, callsPerSecond, now, play } = options;
  let nextSlot = 0;

  const run = async (line: CallLine, order: CallOrder): Promise<void> => {
    const teller = createStatusTeller(
      line,
      { url: order.statusCallback, events: order.events },
      options,
    );
    const slot = Math.max(now(), nextSlot);
    nextSlot = slot + 1000 / callsPerSecond;
    await line.rest(slot - now());
    if (!isOver(line.call())) teller('initiated');
    await line.rest(connectMs);
    const ringing = { seconds: order.ringSeconds, onRinging: () => teller('ringing') };
    if (!isOver(line.call()) && (await ring(line, ringing, options))) {
      teller('answered');
      await play(line, { url: order.url, method: 'POST' }, order.fallbackUrl);
      line.end('completed');
    }
    teller('completed');
  };

  return (order: CallOrder): CallLine => {
    const line = openLine(
      { from: hotlineNumber, to: order.to, direction: 'outbound-api' },
      { phone: order.to, direction: 'out', status: 'queued' },
      options,
    );
    options.register(line);
    void run(line, order);
    return line;
  };
};
