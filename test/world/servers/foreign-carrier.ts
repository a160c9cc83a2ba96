import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SegmentedMessage } from 'sms-segments-calculator';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { secondTry, withOwnCodes } from '../own-code.ts';
import { postWithTries } from './carrier-tries.ts';

/*
 * An independent carrier for tests from outside. It shares no code with infra/local/simulator and follows only
 * docs/contract.md and Twilio's documentation. It takes REST requests, posts signed webhooks and keeps the messages of
 * each phone.
 */

/** A text from the hotline to a phone, by REST or as the reply to a webhook. */
export type Received = {
  sid: string;
  to: string;
  text: string;
  segments: number;
  /** The hotline's id from the status callback URL; empty for a reply. */
  messageId: string;
  /** Real time in milliseconds. */
  at: number;
  /** The position in the carrier's order over all phones. */
  order: number;
};

/** How the carrier handles a POST to Messages.json. */
export type Treatment =
  | { do: 'accept'; afterMs?: number }
  | { do: 'refuse'; status: number; code?: number }
  /** Accepts the message and never answers. */
  | { do: 'accept-silently' }
  /** Accepts the message and closes the connection. */
  | { do: 'accept-and-hang-up' }
  | { do: 'lose' };

type Report = { status: string; code?: number };

/** A call that the hotline requested. */
export type PlacedCall = {
  sid: string;
  to: string;
  url: string;
  statusCallback: string;
  at: number;
};

export type CarrierOptions = {
  accountSid: string;
  authToken: string;
  hotlineNumber: string;
  /** False: GET Messages.json answers 404, like a carrier without a message list. */
  lists?: boolean;
  /** How each message is handled; by default it is accepted at once. */
  treat?: (message: { to: string; text: string; tries: number }) => Treatment;
  /** The status callbacks of an accepted message, in order. */
  report?: (message: Received) => Report[];
};

export type WebhookAnswer = { status: number; body: string; reply: string; ms: number };

export const segmentsOf = (text: string): number => new SegmentedMessage(text).segmentsCount;

const unescapeXml = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replaceAll('&amp;', '&');

/** The text of a TwiML reply; empty for `<Response/>`. */
const wordsOf = (twiml: string): string =>
  [...twiml.matchAll(/<Message[^>]*>(.*?)<\/Message>/gs)]
    .map(([, inner = '']) => unescapeXml(inner))
    .join('\n');

/** The fragment that docs/contract.md asks for. */
const overrides = '#rc=3&rp=all&rt=4500';

type Listed = {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: 'inbound' | 'outbound-api';
  at: number;
};
const toListed = ({ sid, from, to, body, direction, at }: Listed) => ({
  sid,
  to,
  from,
  body,
  direction,
  status: direction === 'inbound' ? 'received' : 'delivered',
  num_media: '0',
  date_created: new Date(at).toUTCString(),
});

export const startForeignCarrier = async (options: CarrierOptions) => {
  const { accountSid, authToken, hotlineNumber } = options;
  const change = { ...options };
  const messages: Received[] = [];
  const calls: PlacedCall[] = [];
  const restCalls: { method: string; url: string; status: number }[] = [];
  const tries = new Map<string, number>();
  const failedCallbacks: string[] = [];
  const heard: { from: string; text: string }[] = [];
  /** Status 0: no answer within fifteen seconds. */
  const webhooks: { path: string; status: number; ms: number }[] = [];
  /** Posts a signed webhook and records the duration of the answer. Throws without an answer. */
  const postTo = async (
    given: string,
    fields: Record<string, string>,
    more = {},
    timeoutMs = 15_000,
  ) => {
    // The connection overrides are neither sent nor signed.
    const [url = ''] = given.split('#');
    const signature = twilioWebhooks.getExpectedTwilioSignature(authToken, url, fields);
    const start = performance.now();
    if (fields['From']) heard.push({ from: fields['From'], text: fields['Body'] ?? '' });
    const note = (status: number): number => {
      const ms = performance.now() - start;
      webhooks.push({ path: new URL(url).pathname, status, ms });
      return ms;
    };
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'X-Twilio-Signature': signature, ...more },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = await response.text();
      return { status: response.status, body, ms: note(response.status) };
    } catch (error) {
      note(0);
      throw error;
    }
  };
  /** Texts of people by their sid. */
  const incoming = new Map<string, { sid: string; from: string; body: string; at: number }>();
  let posting = 0;
  let hotline = '';
  let sequence = 0;

  const nextSid = (): string => {
    sequence += 1;
    return `SM${String(sequence).padStart(6, '0')}${Math.random().toString(16).slice(2).padEnd(26, '0').slice(0, 26)}`;
  };
  const remember = (to: string, text: string, messageId: string): Received => {
    const sid = nextSid();
    const order = messages.length;
    const kept = { sid, to, text, segments: segmentsOf(text), messageId, at: Date.now(), order };
    messages.push(kept);
    return kept;
  };

  const post = async (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<WebhookAnswer> => {
    // No carrier waits so long, but a busy machine is slow: speed belongs to the load bench.
    const answer = await postTo(hotline + path, fields, headers, 60_000);
    return { ...answer, reply: wordsOf(answer.body) };
  };

  /**
   * Delivers a text as the number's settings say (docs/contract.md): all tries, then the fallback. The reply is undefined
   * when its webhook brought none: then it may come as a text. The text stands in the list of incoming messages.
   */
  const deliver = async (fields: {
    MessageSid: string;
    From: string;
    Body: string;
  }): Promise<{ reply: string | undefined; tries: number }> => {
    const { MessageSid: sid, From: from, Body: body } = fields;
    if (!incoming.has(sid)) incoming.set(sid, { sid, from, body, at: Date.now() });
    const form = { ...fields, To: hotlineNumber, AccountSid: accountSid, NumMedia: '0' };
    const post = (url: string, timeoutMs: number) => postTo(url, form, {}, timeoutMs);
    const first = await postWithTries(`${hotline}/twilio/sms${overrides}`, post);
    if (first.answer) return { reply: wordsOf(first.answer.body), tries: first.tries };
    const second = await postWithTries(`${hotline}/twilio/sms/fallback${overrides}`, post);
    return { reply: undefined, tries: first.tries + second.tries };
  };

  /** Posts the callbacks one after the other to the hotline's URL, whatever each result. */
  const callBack = async (callback: string, message: Received): Promise<void> => {
    const reports = change.report?.(message) ?? [{ status: 'sent' }, { status: 'delivered' }];
    for (const { status, code } of reports) {
      const fields = {
        MessageSid: message.sid,
        SmsSid: message.sid,
        MessageStatus: status,
        SmsStatus: status,
        To: message.to,
        From: hotlineNumber,
        AccountSid: accountSid,
        ...(code !== undefined && { ErrorCode: String(code) }),
      };
      posting += 1;
      await postWithTries(callback, async (url, timeoutMs) => {
        const answer = await postTo(url, fields, {}, timeoutMs);
        if (answer.status !== 204) failedCallbacks.push(`${status}: ${answer.status}`);
        return answer;
      });
      posting -= 1;
    }
  };

  const answerCalls = (method: string, body: string, query: URLSearchParams): [number, unknown] => {
    if (method === 'GET') {
      const found = calls.filter((c) => !query.get('To') || c.to === query.get('To'));
      const shown = found.map((c) => ({
        sid: c.sid,
        to: c.to,
        from: hotlineNumber,
        direction: 'outbound-api',
        status: 'completed',
        date_created: new Date(c.at).toUTCString(),
      }));
      return [200, { calls: shown.reverse() }];
    }
    const form = new URLSearchParams(body);
    const placed: PlacedCall = {
      sid: nextSid().replace('SM', 'CA'),
      to: form.get('To') ?? '',
      url: form.get('Url') ?? '',
      statusCallback: form.get('StatusCallback') ?? '',
      at: Date.now(),
    };
    calls.push(placed);
    return [201, { sid: placed.sid, status: 'queued' }];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request;
    let body = '';
    for await (const chunk of request) body += chunk;
    const reply = (status: number, json: unknown): void => {
      restCalls.push({ method, url, status });
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    };
    const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
    if (headers.authorization !== `Basic ${login}`)
      return reply(401, { code: 20003, message: 'Authenticate', status: 401 });
    const { pathname, searchParams } = new URL(url, 'http://carrier');
    if (pathname === `/2010-04-01/Accounts/${accountSid}/Calls.json`)
      return reply(...answerCalls(method, body, searchParams));
    if (pathname !== `/2010-04-01/Accounts/${accountSid}/Messages.json`)
      return reply(404, { code: 20404, message: 'not found', status: 404 });
    if (method === 'GET') {
      if (change.lists === false)
        return reply(404, { code: 20404, message: 'no list', status: 404 });
      const to = searchParams.get('To');
      const size = Number(searchParams.get('PageSize') ?? 50);
      const page = Number(searchParams.get('Page') ?? 0);
      const isToHotline = to?.replace('whatsapp:', '') === hotlineNumber;
      const texts = to === hotlineNumber ? [...incoming.values()] : [];
      const found = isToHotline
        ? texts.map((text) => toListed({ ...text, to: hotlineNumber, direction: 'inbound' }))
        : messages
            .filter((m) => m.messageId !== '' && (to === null || m.to === to))
            .map(({ text, ...m }) =>
              toListed({ ...m, body: text, from: hotlineNumber, direction: 'outbound-api' }),
            );
      searchParams.set('Page', String(page + 1));
      const goesOn = found.length > (page + 1) * size;
      return reply(200, {
        next_page_uri: goesOn ? `${pathname}?${searchParams}` : null,
        messages: found.reverse().slice(page * size, (page + 1) * size),
      });
    }
    const form = new URLSearchParams(body);
    const to = form.get('To') ?? '';
    const text = form.get('Body') ?? '';
    const callback = form.get('StatusCallback') ?? '';
    const key = `${to} ${text}`;
    tries.set(key, (tries.get(key) ?? 0) + 1);
    const treatment = change.treat?.({ to, text, tries: tries.get(key) ?? 1 }) ?? { do: 'accept' };
    if (treatment.do === 'refuse') {
      const { status, code } = treatment;
      return reply(status, code === undefined ? {} : { code, message: 'refused', status });
    }
    if (treatment.do === 'lose') return;
    if (treatment.do === 'accept' && treatment.afterMs)
      await new Promise((resolve) => setTimeout(resolve, treatment.afterMs));
    const messageId = new URL(callback).searchParams.get('m') ?? '';
    const message = remember(to, text, messageId);
    if (treatment.do === 'accept') reply(201, { sid: message.sid, status: 'queued' });
    if (treatment.do === 'accept-and-hang-up') request.socket.destroy();
    void callBack(callback, message);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500).end(String(error));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  return {
    url,
    accountSid,
    authToken,
    /** All messages that reached a phone, oldest first. */
    messages,
    /** All calls that the hotline requested, oldest first. */
    calls,
    restCalls,
    /** All signed texts to the hotline, repetitions included, and its callers. */
    heard,
    /** The status and duration of every answered webhook and callback. */
    webhooks,
    /** Status callbacks that the hotline did not answer with 204. */
    failedCallbacks,
    /** Changes the faults, the reports or the message list from now on. */
    change: (next: Partial<CarrierOptions>): void => void Object.assign(change, next),
    /** Sets the base URL of the hotline's webhooks. */
    webhooksAt: (publicUrl: string): void => {
      hotline = publicUrl;
    },
    post,
    deliver,
    nextSid,
    isQuiet: (): boolean => posting === 0,
    /** Sends a text to the hotline. The reply is on the phone when this resolves. */
    /** A volunteer types their own code where the test names the request's, and takes it from the reply if need be. */
    async texts(
      from: string,
      typed: string,
      more: Record<string, string> = {},
    ): Promise<WebhookAnswer> {
      const read = messages.filter((m) => m.to === from).map((m) => m.text);
      const text = withOwnCodes(typed, read);
      const got = await post('/twilio/sms', {
        MessageSid: nextSid(),
        AccountSid: accountSid,
        From: from,
        To: hotlineNumber,
        Body: text,
        NumMedia: '0',
        ...more,
      });
      if (got.reply !== '') remember(from.replace('whatsapp:', ''), got.reply, '');
      const again = text === typed ? secondTry(text, got.reply) : undefined;
      return again ? this.texts(from, again, more) : got;
    },
    /** The messages of a phone, oldest first. */
    inbox: (phone: string): Received[] => messages.filter((m) => m.to === phone),
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type ForeignCarrier = Awaited<ReturnType<typeof startForeignCarrier>>;
