import { createWebhookUrls } from '#functions/carriers/twilio/webhook-urls.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { recordingsUri } from '../rest/rest-call.ts';
import { createStatusCallbacks, type StatusCallbackOptions } from './call-forms.ts';
import { CallPlayer } from './call-player.ts';
import { createCallStore } from './call-store.ts';
import { type LiveCall, startLiveCall } from './live-call.ts';
import { createOutgoingCalls } from './outgoing-calls.ts';
import { createPhoneActions } from './phone-actions.ts';
import type { RingOptions } from './ring-phone.ts';
import { createRecordings } from './sim-recordings.ts';

export type CallsOptions = StatusCallbackOptions &
  Omit<RingOptions, 'store'> & {
    hotlineNumber: string;
    missedCallNumber: string | undefined;
    /** Further numbers that phones can call. */
    moreNumbers?: readonly string[];
    /** Without a slash at the end. */
    publicUrl: string;
    voiceFallbackUrl?: string;
    callsPerSecond?: number;
  };

/** The voice half of the carrier: calls in both directions, what the phones do in them, and the recordings. */
export const createCalls = (options: CallsOptions) => {
  const { hotlineNumber, missedCallNumber, publicUrl, accountSid, callsPerSecond = 1 } = options;
  const urls = createWebhookUrls(publicUrl);
  const fallbackUrl = options.voiceFallbackUrl ?? urls.voiceFallback();
  const store = createCallStore();
  const recordings = createRecordings();
  const live = new Map<string, LiveCall>();
  const register = (call: LiveCall): void => void live.set(call.sid, call);
  const ownNumbers: [string, ...string[]] = [
    hotlineNumber,
    ...(missedCallNumber ? [missedCallNumber] : []),
    ...(options.moreNumbers ?? []),
  ];
  const shared = { ...options, store, recordings, register, ownNumbers };
  const recordingsUrl = `https://api.twilio.com${recordingsUri(accountSid)}`;
  const player = new CallPlayer({ ...shared, recordingsUrl });

  const playIncoming = async (call: LiveCall): Promise<void> => {
    const callback = { url: urls.status(), events: ['completed'] };
    const reportStatus = createStatusCallbacks(call, callback, options);
    await player.play(call, { url: urls.voice(), method: 'POST' }, fallbackUrl);
    call.end('completed');
    reportStatus('completed');
  };
  const receive = (phone: PhoneNumber, to: string): LiveCall => {
    const ends = { from: phone, to, direction: 'inbound' } as const;
    const call = startLiveCall(ends, { phone, direction: 'in', status: 'ringing' }, shared);
    register(call);
    void playIncoming(call);
    return call;
  };

  return {
    calls: createPhoneActions({ store, live, ownNumbers, receive }),
    recordings,
    start: createOutgoingCalls({ ...shared, callsPerSecond, player }),
    all: () => [...live.values()],
    find: (sid: string) => live.get(sid),
  };
};

export type Calls = ReturnType<typeof createCalls>;
