import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SegmentedMessage } from 'sms-segments-calculator';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';

/*
 * A carrier of its own, for testing the hotline from outside: it shares no code with infra/local/carrier and knows
 * only CONTRACT.md and Twilio's documents. REST in, signed webhooks out, and phones that remember what they got.
 */

/** One text a phone got from the hotline, by REST or as the reply to a webhook. */
export type Received = {
  sid: string;
  to: string;
  text: string;
  segments: number;
  /** The hotline's own id out of the status callback; empty for a reply. */
  messageId: string;
  /** Real time, ms. */
  at: number;
  /** In the order in which the carrier took them, over all phones. */
  order: number;
};

/** What the carrier does with one POST to Messages.json. */
export type Treatment =
  | { do: 'accept'; afterMs?: number }
  | { do: 'refuse'; status: number; code?: number }
  /** Takes the message and never answers. */
  | { do: 'accept-silently' }
  /** Takes the message and cuts the line. */
  | { do: 'accept-and-hang-up' }
  | { do: 'lose' };

type Report = { status: string; code?: number };

/** A call the hotline asked for. */
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
  /** false: GET Messages.json answers 404, as carriers without a list do. */
  lists?: boolean;
  /** How a message is treated; accepted at once unless it says otherwise. */
  treat?: (message: { to: string; text: string; tries: number }) => Treatment;
  /** The status callbacks of an accepted message, in the order they are posted. */
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

/** The words of a TwiML reply; empty for `<Response/>`. */
const wordsOf = (twiml: string): string =>
  [...twiml.matchAll(/<Message[^>]*>(.*?)<\/Message>/gs)]
    .map(([, inner = '']) => unescapeXml(inner))
    .join('\n');

export const startForeignCarrier = async (options: CarrierOptions) => {
  const { accountSid, authToken, hotlineNumber } = options;
  const change = { ...options };
  const messages: Received[] = [];
  const calls: PlacedCall[] = [];
  const restCalls: { method: string; url: string; status: number }[] = [];
  const tries = new Map<string, number>();
  const failedCallbacks: string[] = [];
  const heard: { from: string; text: string }[] = [];
  /** Status 0: there was no answer, or none in fifteen seconds. */
  const webhooks: { path: string; status: number; ms: number }[] = [];
  /** Posts to the hotline, signed, and notes how long the answer took. Throws when there is none. */
  const postTo = async (url: string, fields: Record<string, string>, more = {}) => {
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
        signal: AbortSignal.timeout(15_000),
      });
      const body = await response.text();
      return { status: response.status, body, ms: note(response.status) };
    } catch (error) {
      note(0);
      throw error;
    }
  };
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
    const answer = await postTo(hotline + path, fields, headers);
    return { ...answer, reply: wordsOf(answer.body) };
  };

  /** The callback goes to the URL the hotline gave, one after the other, whatever becomes of each. */
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
      try {
        const answer = await postTo(callback, fields);
        if (answer.status !== 204) failedCallbacks.push(`${status}: ${answer.status}`);
      } catch {
        // Nobody there: the carrier does not try again.
      } finally {
        posting -= 1;
      }
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
      const found = messages.filter((m) => m.messageId !== '' && (to === null || m.to === to));
      searchParams.set('Page', String(page + 1));
      const goesOn = found.length > (page + 1) * size;
      return reply(200, {
        next_page_uri: goesOn ? `${pathname}?${searchParams}` : null,
        messages: found
          .reverse()
          .slice(page * size, (page + 1) * size)
          .map(({ sid, to: number, text, at }) => ({
            sid,
            to: number,
            from: hotlineNumber,
            body: text,
            direction: 'outbound-api',
            status: 'delivered',
            date_created: new Date(at).toUTCString(),
          })),
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
    /** Everything that reached a phone, oldest first. */
    messages,
    /** Every call the hotline asked for, oldest first. */
    calls,
    restCalls,
    /** Everything that was texted to the hotline, well signed, each time it was sent; and who called it. */
    heard,
    /** Every webhook and callback that was answered: with what, and how long it took. */
    webhooks,
    /** Status callbacks the hotline did not answer with 204. */
    failedCallbacks,
    /** From now on: other faults, other reports, a list or none. */
    change: (next: Partial<CarrierOptions>): void => void Object.assign(change, next),
    /** Where the hotline's webhooks are. */
    webhooksAt: (publicUrl: string): void => {
      hotline = publicUrl;
    },
    post,
    nextSid,
    isQuiet: (): boolean => posting === 0,
    /** Somebody texts the hotline; the reply is on their phone when this resolves. */
    async texts(from: string, text: string, more: Record<string, string> = {}) {
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
      return got;
    },
    /** What a phone got, oldest first. */
    inbox: (phone: string): Received[] => messages.filter((m) => m.to === phone),
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type ForeignCarrier = Awaited<ReturnType<typeof startForeignCarrier>>;
