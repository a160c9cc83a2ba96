import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { SimCall } from '../simulator/calls/sim-call.ts';
import type { Bubble } from '../simulator/messages/sim-message.ts';
import type { PhoneOwner } from './phone-owner.ts';
import type { PhonesOptions } from './phones-app.ts';
import type { RequestView } from './request-view.ts';

/** What the page hears, by event name: everything once, then what changes. */
export type LiveEvents = {
  everything: {
    now: number;
    hotlineNumber: string;
    /** Null: none is set. */
    missedCallNumber: string | null;
    people: PhoneOwner[];
    bubbles: Bubble[];
    calls: SimCall[];
    requests: RequestView[];
  };
  bubble: Bubble;
  /** A call that began, or changed. */
  call: SimCall;
  requests: RequestView[];
  time: { now: number };
};

/** Real milliseconds between two looks at the requests and the clock. */
const lookEvery = 1000;

/** A stream of server-sent events, until the page goes away. */
export const streamLiveEvents = (c: Context, options: PhonesOptions): Response => {
  const { carrier, clock, people, requests } = options;
  return streamSSE(c, async (stream) => {
    const tell = teller(stream);
    const stops = [
      carrier.onMessage((bubble) => void tell('bubble', bubble)),
      carrier.calls.onCall((call) => void tell('call', call)),
    ];
    const stopListening = () => {
      for (const stop of stops) stop();
    };
    stream.onAbort(stopListening);
    try {
      const owners = await people();
      let shown = await requests();
      await tell('everything', {
        now: clock.now(),
        hotlineNumber: carrier.hotlineNumber,
        missedCallNumber: carrier.missedCallNumber ?? null,
        people: owners,
        bubbles: carrier.phones().flatMap(carrier.messagesOf),
        calls: carrier.calls.all(),
        requests: shown,
      });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(lookEvery);
        await tell('time', { now: clock.now() });
        const current = await requests();
        if (JSON.stringify(current) !== JSON.stringify(shown)) await tell('requests', current);
        shown = current;
      }
    } finally {
      stopListening();
    }
  });
};

const teller =
  (stream: SSEStreamingApi) =>
  async <Name extends keyof LiveEvents>(event: Name, data: LiveEvents[Name]): Promise<void> =>
    stream.writeSSE({ event, data: JSON.stringify(data) });
