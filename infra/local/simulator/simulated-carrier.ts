import type { Hono } from 'hono';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { createCalls } from './calls/calls.ts';
import type { SimCalls } from './calls/sim-call.ts';
import { createRng, type FaultListener, type Faults, noFaults } from './faults.ts';
import { createDelivery } from './messages/delivery.ts';
import {
  createIncomingTexts,
  type TextOptions,
  type TextOutcome,
} from './messages/incoming-texts.ts';
import { createMessageStore, type Journal } from './messages/message-store.ts';
import { type Bubble, type SimMessage, toBubble } from './messages/sim-message.ts';
import { createRestApi, type RestApiEnv } from './rest/rest-api.ts';
import { createWebhookSender } from './send-webhook.ts';

export type SimulatedCarrierOptions = {
  accountSid: string;
  authToken: string;
  /** The base URL of the hotline's webhooks; what is signed. */
  publicUrl: string;
  hotlineNumber: string;
  /** Hotline time. */
  now: () => number;
  /** Run that after so many milliseconds of hotline time. */
  later: (ms: number, run: () => void) => void;
  /** How the carrier reaches the hotline: `fetch`, or an app's own in a test. */
  webhook: (request: Request) => Promise<Response>;
  /** Without one, everything is forgotten with the process. */
  journal?: Journal;
  /** Of the faults' chances. */
  seed?: number;
  /** May be changed at any time. */
  faults?: Faults;
  /** Hears of each fault as it befalls. */
  onFault?: FaultListener;
  /** Real milliseconds the hotline has to answer one webhook (FACTS §6). */
  webhookTimeoutMs?: number;
  /** Where a call goes that could not be played; `${publicUrl}/twilio/voice/fallback` unless said. */
  voiceFallbackUrl?: string;
  /** A second number that can be called. */
  missedCallNumber?: string;
  /** How many calls out start to ring in a second: Twilio's default is 1 (its glossary, "CPS"). */
  callsPerSecond?: number;
};

/**
 * accepted: the hotline handed it over. arrived: the phone shows it, an own text included. status: anything else
 * changed. Each message arrives once.
 */
export type News = 'accepted' | 'arrived' | 'status';
export type MessageListener = (bubble: Bubble, news: News) => void;

export type SimulatedCarrier = {
  /** Twilio's REST API. */
  app: Hono<RestApiEnv>;
  faults: Faults;
  hotlineNumber: string;
  missedCallNumber: string | undefined;
  calls: SimCalls;
  /** Somebody texts the hotline; the sid of an earlier text posts that one again. */
  text(from: string, body: string, options?: TextOptions): Promise<TextOutcome>;
  /** Both ways, in the order in which the phone shows them; those that have not arrived are among them. */
  messagesOf(phone: string): Bubble[];
  /** Every phone that has texted or been texted, has called or been called. */
  phones(): string[];
  isOptedOut(phone: string): boolean;
  /** Returns how to stop listening. */
  onMessage(listener: MessageListener): () => void;
  /** When no webhook is under way any more. */
  idle(): Promise<void>;
  /** After a restart with a journal, once the hotline can be reached: what was under way goes on. */
  resume(): void;
  /** Nothing moves or is written down any more; what was under way goes on after a restart. */
  stop(): void;
};

/** Twilio, as far as the hotline knows it (DESIGN), and the phones of the people on its other side. */
export const createSimulatedCarrier = (options: SimulatedCarrierOptions): SimulatedCarrier => {
  const { faults = noFaults(), seed = 1, webhookTimeoutMs = 15_000, hotlineNumber } = options;
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const dice = createRng(faults, seed, options.onFault);
  const listeners = new Set<MessageListener>();

  const later = (ms: number, run: () => void): void =>
    options.later(ms, () => {
      if (!book.isClosed()) run();
    });
  const book = createMessageStore(options.journal, (message, before) => {
    const news = newsOf(message, before);
    for (const listener of listeners) listener(toBubble(message), news);
  });
  const webhooks = createWebhookSender({
    ...options,
    later,
    faults,
    dice,
    timeoutMs: webhookTimeoutMs,
  });
  const shared = { ...options, publicUrl, later, book, webhooks, faults, dice };
  const { missedCallNumber } = options;
  const calls = createCalls({ ...shared, missedCallNumber });
  const delivery = createDelivery(shared);
  const incoming = createIncomingTexts(shared);

  return {
    app: createRestApi({ ...shared, deliver: delivery.start, calls }),
    faults,
    hotlineNumber,
    missedCallNumber,
    calls: calls.calls,
    text: incoming.text,
    messagesOf(phone) {
      const number = parsePhoneNumber(phone);
      const bubbles = number ? book.ofPhone(number).map(toBubble) : [];
      return bubbles.sort((a, b) => a.at - b.at);
    },
    phones: () => [
      ...new Set([...book.all(), ...calls.calls.all()].map((carried) => carried.phone)),
    ],
    isOptedOut: (phone) => book.isOptedOut(phone),
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    idle: webhooks.idle,
    resume() {
      delivery.resume();
      incoming.resume();
    },
    stop: book.close,
  };
};

const newsOf = (message: SimMessage, before: SimMessage | undefined): News => {
  if (message.arrivedAt !== undefined && before?.arrivedAt === undefined) return 'arrived';
  return before === undefined ? 'accepted' : 'status';
};
