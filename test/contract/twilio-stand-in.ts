import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createTwilioCarrier,
  type TwilioOptions,
} from '#functions/adapters/twilio/twilio-carrier.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { CarrierFault, CarrierWorld } from './carrier.contract.ts';

type Message = { sid: string; body: string; to: string; from: string; date_created: string };

/** The two REST calls of Twilio's that the adapter makes, with its paths, its login and its JSON. */
export const openStandIn = async (
  change: Partial<TwilioOptions> = {},
): Promise<
  CarrierWorld & {
    url: string;
    /** What a list is answered with instead. */
    listing(status: number, body?: string): void;
    requests: { method: string; url: string; authorization: string; type: string }[];
    close(): Promise<void>;
  }
> => {
  let fault: CarrierFault = { type: 'none' };
  let listing: { status: number; body: string } | undefined;
  const messages: Message[] = [];
  const accepted: ReturnType<CarrierWorld['accepted']> = [];
  const requests: { method: string; url: string; authorization: string; type: string }[] = [];

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };

  const create = (form: URLSearchParams, response: ServerResponse): void => {
    if (fault.type === 'status') {
      const { status, code } = fault;
      if (code === undefined) response.writeHead(status).end('<html>away</html>');
      else json(response, status, { code, message: 'no', status });
      return;
    }
    if (fault.type === 'time-out-before-accepting') return;
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
    if (method === 'POST') return create(new URLSearchParams(body), response);
    if (listing) return void response.writeHead(listing.status).end(listing.body);
    const to = new URL(url, 'http://x').searchParams.get('To');
    json(response, 200, { messages: messages.filter((m) => m.to === to), page: 0 });
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
    timeoutMs: 150,
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
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
