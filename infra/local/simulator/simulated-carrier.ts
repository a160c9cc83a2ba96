import type { Hono } from 'hono';
import { longestMs } from '#functions/carriers/twilio/webhook-policy.ts';
import { createWebhookUrls } from '#functions/carriers/twilio/webhook-urls.ts';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { createCalls } from './calls/calls.ts';
import type { SimCalls } from './calls/sim-call.ts';
import { createRng, type FaultListener, type Faults, noFaults } from './faults.ts';
import { Delivery } from './messages/delivery.ts';
import { IncomingTexts, type TextOptions, type TextOutcome } from './messages/incoming-texts.ts';
import { createMessageStore, type Journal } from './messages/message-store.ts';
import { SimContents } from './messages/sim-contents.ts';
import { type Bubble, type SimMessage, toBubble } from './messages/sim-message.ts';
import type { RestApiEnv } from './rest/create-resource.ts';
import { createRestApi } from './rest/rest-api.ts';
import { createWebhookSender } from './send-webhook.ts';

export type SimulatedCarrierOptions = {
  accountSid: string;
  authToken: string;
  /** The base URL of the hotline's webhooks; the signatures cover it. */
  publicUrl: string;
  hotlineNumber: string;
  /** Hotline time. */
  now: () => number;
  /** Runs it after so many milliseconds of hotline time. */
  later: (ms: number, run: () => void) => void;
  /** How the carrier reaches the hotline: `fetch`, or an app's own in a test. The form is also the request's body. */
  webhook: (request: Request, form: Readonly<Record<string, string>>) => Promise<Response>;
  /** Without one, messages are in memory only. */
  journal?: Journal;
  /** Seeds the faults' chances. */
  seed?: number;
  /** May be changed at any time. */
  faults?: Faults;
  /** Receives each fault as it occurs. */
  onFault?: FaultListener;
  /**
   * Real milliseconds the hotline has to answer one webhook with all its tries, for Twilio's 15 s (docs/facts.md#twilio).
   * Read for each webhook.
   */
  webhookTimeoutMs?: number;
  /** The number's settings for texts, with the overrides in the fragment; by default what docs/operate.md asks for. */
  smsUrl?: string;
  /** null: the number has no such setting. */
  smsFallbackUrl?: string | null;
  /** False: STOP, START and HELP are texts like any other, as no page of Exotel's says otherwise. */
  actsOnWords?: boolean;
  /** The document for a call that could not be played; `${publicUrl}/twilio/voice/fallback` by default. */
  voiceFallbackUrl?: string;
  /** A second number that phones can call. */
  missedCallNumber?: string;
  /** Further numbers that phones can call, such as those of a yes and a no. */
  moreNumbers?: readonly string[];
  /** Outgoing calls that start to ring in a second: Twilio's default is 1 (its glossary, "CPS"). */
  callsPerSecond?: number;
};

/**
 * accepted: the hotline handed the message over. arrived: the phone shows it, its own texts included. status: any other
 * change. Each message arrives once.
 */
export type MessageNews = 'accepted' | 'arrived' | 'status';
export type MessageListener = (bubble: Bubble, news: MessageNews) => void;

export type SimulatedCarrier = {
  /** Twilio's REST API. */
  app: Hono<RestApiEnv>;
  faults: Faults;
  hotlineNumber: string;
  missedCallNumber: string | undefined;
  calls: SimCalls;
  /** A phone texts the hotline; the sid of an earlier text posts that one again. */
  text(from: string, body: string, options?: TextOptions): Promise<TextOutcome>;
  /** A phone taps a button of a message that it has. */
  tap(messageSid: string, title: string): Promise<TextOutcome>;
  /** The account's content templates. */
  contents: SimContents;
  /** Both directions, in the order in which the phone shows them, including those that have not arrived. */
  messagesOf(phone: string): Bubble[];
  /** Every phone with a message or a call. */
  phones(): string[];
  isOptedOut(phone: string): boolean;
  /** Returns a function that removes the listener. */
  onMessage(listener: MessageListener): () => void;
  /** Settles when no webhook is under way any more. */
  idle(): Promise<void>;
  /** After a restart with a journal, once the hotline can be reached: messages under way go on. */
  resume(): void;
  /** Nothing changes or is recorded any more; messages under way go on after a restart. */
  stop(): void;
};

/** Twilio, as far as the hotline uses it (docs/architecture.md), and the phones of the people it reaches. */
export const createSimulatedCarrier = (options: SimulatedCarrierOptions): SimulatedCarrier => {
  const { faults = noFaults(), seed = 1, hotlineNumber } = options;
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const rng = createRng(faults, seed, options.onFault);
  const listeners = new Set<MessageListener>();

  const later = (ms: number, run: () => void): void =>
    options.later(ms, () => {
      if (!store.isClosed()) run();
    });
  const store = createMessageStore(options.journal, (message, before) => {
    const news = newsOf(message, before);
    for (const listener of listeners) listener(toBubble(message), news);
  });
  const webhooks = createWebhookSender({
    ...options,
    later,
    faults,
    rng,
    get timeoutMs() {
      return options.webhookTimeoutMs ?? longestMs;
    },
  });
  const contents = new SimContents();
  const shared = { ...options, publicUrl, later, store, contents, webhooks, faults, rng };
  const urls = createWebhookUrls(publicUrl);
  const { smsUrl = urls.sms, smsFallbackUrl = urls.smsFallback } = options;
  const { missedCallNumber } = options;
  const calls = createCalls({ ...shared, missedCallNumber });
  const delivery = new Delivery(shared);
  const incoming = new IncomingTexts({
    ...shared,
    smsUrl,
    smsFallbackUrl: smsFallbackUrl ?? undefined,
  });

  return {
    app: createRestApi({ ...shared, deliver: (message) => delivery.start(message), calls }),
    faults,
    hotlineNumber,
    missedCallNumber,
    calls: calls.calls,
    text: (from, body, sent) => incoming.text(from, body, sent),
    tap: (messageSid, title) => incoming.tap(messageSid, title),
    contents,
    messagesOf(phone) {
      const number = parsePhoneNumber(phone);
      const bubbles = number ? store.ofPhone(number).map(toBubble) : [];
      return bubbles.sort((a, b) => a.at - b.at);
    },
    phones: () => [...new Set([...store.all(), ...calls.calls.all()].map(({ phone }) => phone))],
    isOptedOut: (phone) => store.isOptedOut(phone),
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    idle: webhooks.idle,
    resume() {
      delivery.resume();
      incoming.resume();
    },
    stop: store.close,
  };
};

const newsOf = (message: SimMessage, before: SimMessage | undefined): MessageNews => {
  if (message.arrivedAt !== undefined && before?.arrivedAt === undefined) return 'arrived';
  return before === undefined ? 'accepted' : 'status';
};
