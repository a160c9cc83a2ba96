import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { SimCall } from '../simulator/calls/sim-call.ts';
import type { Bubble } from '../simulator/messages/sim-message.ts';
import type { SimulatedCarrier } from '../simulator/simulated-carrier.ts';
import type { PhoneOwner } from './phone-owner.ts';
import type { RequestView } from './request-view.ts';

/** What the events show. */
export type LiveSources = {
  carrier: Pick<
    SimulatedCarrier,
    'messagesOf' | 'phones' | 'onMessage' | 'calls' | 'hotlineNumber' | 'missedCallNumber'
  >;
  clock: { now(): number };
  people: () => Promise<PhoneOwner[]>;
  /** The requests to show, in their order. */
  requests: () => Promise<RequestView[]>;
};

/** The data of each event, by its name: everything once, then what changes. */
export type LiveEvents = {
  everything: {
    now: number;
    hotlineNumber: string;
    /** Null without one. */
    missedCallNumber: string | null;
    people: PhoneOwner[];
    bubbles: Bubble[];
    calls: SimCall[];
    requests: RequestView[];
  };
  bubble: Bubble;
  /** A new or changed call. */
  call: SimCall;
  requests: RequestView[];
  time: { now: number };
};

/** Real milliseconds between two reads of the requests and the clock. */
const pollMs = 1000;

/** A stream of server-sent events that ends when the page is closed. */
export const streamLiveEvents = (c: Context, sources: LiveSources): Response => {
  const { carrier, clock, people, requests } = sources;
  return streamSSE(c, async (stream) => {
    const send = senderTo(stream);
    const stops = [
      carrier.onMessage((bubble) => void send('bubble', bubble)),
      carrier.calls.onCall((call) => void send('call', call)),
    ];
    const stopListening = () => {
      for (const stop of stops) stop();
    };
    stream.onAbort(stopListening);
    try {
      const owners = await people();
      let shown = await requests();
      await send('everything', {
        now: clock.now(),
        hotlineNumber: carrier.hotlineNumber,
        missedCallNumber: carrier.missedCallNumber ?? null,
        people: owners,
        bubbles: carrier.phones().flatMap(carrier.messagesOf),
        calls: carrier.calls.all(),
        requests: shown,
      });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(pollMs);
        await send('time', { now: clock.now() });
        const current = await requests();
        if (JSON.stringify(current) !== JSON.stringify(shown)) await send('requests', current);
        shown = current;
      }
    } finally {
      stopListening();
    }
  });
};

const senderTo =
  (stream: SSEStreamingApi) =>
  async <Name extends keyof LiveEvents>(event: Name, data: LiveEvents[Name]): Promise<void> =>
    stream.writeSSE({ event, data: JSON.stringify(data) });
