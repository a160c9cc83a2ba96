import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createTwilioCarrier,
  type TwilioOptions,
} from '#functions/carriers/twilio/twilio-carrier.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { CarrierFault, CarrierWorld } from './carrier.contract.ts';

/** Like Twilio's: a client that follows `next_page_uri` gets every page, one that does not gets PageSize items. */
const pageOf = <T extends { to: string }>(name: string, items: T[], url: string) => {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const size = Number(searchParams.get('PageSize'));
  const start = Number(searchParams.get('PageToken')?.slice(2) ?? 0);
  const found = items.filter(({ to }) => to === searchParams.get('To'));
  const end = start + size;
  searchParams.set('PageToken', `PA${end}`);
  const next_page_uri = end < found.length ? `${pathname}?${searchParams}` : null;
  return { [name]: found.slice(start, end), next_page_uri };
};

type Message = { sid: string; body: string; to: string; from: string; date_created: string };

/** The part of Twilio's REST API that the adapter uses, with its paths, login and JSON. */
export const openStandIn = async (
  change: Partial<TwilioOptions> = {},
): Promise<
  CarrierWorld & {
    url: string;
    /** The answer to a request for a list, instead of the list. */
    listing(status: number, body?: string): void;
    requests: { method: string; url: string; authorization: string; type: string }[];
    close(): Promise<void>;
  }
> => {
  let fault: CarrierFault = { type: 'none' };
  let listing: { status: number; body: string } | undefined;
  const messages: Message[] = [];
  const accepted: ReturnType<CarrierWorld['accepted']> = [];
  const ordered: URLSearchParams[] = [];
  const calls: { sid: string; to: string; direction: string; date_created: string }[] = [];
  const sounds = new Map<string, string>();
  const photos = new Map<string, string>();
  const requests: { method: string; url: string; authorization: string; type: string }[] = [];

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };

  /** True when the fault keeps the request from being accepted. */
  const isRefused = (response: ServerResponse): boolean => {
    if (fault.type === 'status') {
      const { status, code } = fault;
      if (code === undefined) response.writeHead(status).end('<html>away</html>');
      else json(response, status, { code, message: 'no', status });
      return true;
    }
    return fault.type === 'time-out-before-accepting';
  };

  const createCall = (form: URLSearchParams, response: ServerResponse): void => {
    const sid = `CA${String(calls.length).padStart(32, '0')}`;
    const date_created = new Date().toUTCString();
    calls.unshift({ sid, to: form.get('To') ?? '', direction: 'outbound-api', date_created });
    ordered.push(form);
    if (fault.type === 'none') json(response, 201, { sid, status: 'queued' });
  };

  const answerSound = (method: string, sid: string, response: ServerResponse): void => {
    const words = sounds.get(sid);
    if (words === undefined) json(response, 404, { code: 20404, status: 404 });
    else if (method === 'DELETE') {
      sounds.delete(sid);
      response.writeHead(204).end();
    } else response.writeHead(200, { 'Content-Type': 'audio/mpeg' }).end(words);
  };

  const answerPhoto = (method: string, url: string, response: ServerResponse): void => {
    const id = /\/Messages\/(\w+\/Media\/\w+)/.exec(url)?.[1]?.replace('/Media', '') ?? '';
    const bytes = photos.get(id);
    if (bytes === undefined) json(response, 404, { code: 20404, status: 404 });
    else if (method === 'DELETE') {
      photos.delete(id);
      response.writeHead(204).end();
    } else response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(bytes);
  };

  const create = (form: URLSearchParams, response: ServerResponse): void => {
    const [to = '', from = '', body = ''] = ['To', 'From', 'Body'].map((n) => form.get(n) ?? '');
    const sid = `SM${String(messages.length).padStart(32, '0')}`;
    messages.unshift({ sid, body, to, from, date_created: new Date().toUTCString() });
    accepted.push({ to, from, text: body, callback: form.get('StatusCallback') ?? '' });
    if (fault.type === 'none') json(response, 201, { sid, status: 'queued', error_code: null });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request;
    const { authorization = '' } = headers;
    requests.push({ method, url, authorization, type: headers['content-type'] ?? '' });
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const sound = /\/Recordings\/(\w+)/.exec(url)?.[1];
    if (sound !== undefined) return answerSound(method, sound, response);
    if (url.includes('/Media/')) return answerPhoto(method, url, response);
    if (method === 'POST' && isRefused(response)) return;
    if (method === 'POST' && url.endsWith('/Calls.json')) return createCall(form, response);
    if (method === 'POST') return create(form, response);
    if (listing) return void response.writeHead(listing.status).end(listing.body);
    if (url.includes('/Calls.json')) json(response, 200, pageOf('calls', calls, url));
    else json(response, 200, pageOf('messages', messages, url));
  };

  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const carrier = createTwilioCarrier({
    accountSid: 'AC1',
    authToken: 'secret',
    from: phoneNumberSchema.parse('+915320000000'),
    publicUrl: 'https://hotline.example.org/',
    apiUrl: url,
    timeoutMs: 1500,
    ...change,
  });
  return {
    carrier,
    url,
    requests,
    fault: (next) => {
      fault = next;
    },
    listing: (status, body = '') => {
      listing = { status, body };
    },
    accepted: () => accepted,
    ordered: () => ordered,
    async record(words) {
      const sid = `RE${String(sounds.size).padStart(32, '0')}`;
      sounds.set(sid, words);
      return sid;
    },
    async photograph(words) {
      const id = `MM${'a'.repeat(32)}/ME${'b'.repeat(32)}`;
      photos.set(id, words);
      return id;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
