import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createPlivoCalls } from '#functions/carriers/plivo/outbound/plivo-calls.ts';
import type { CallSender } from '#functions/ports/carrier-definition.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { CallSenderWorld, CarrierFault } from './carrier.contract.ts';

type Call = {
  uuid: string;
  request: string;
  to: string;
  at: number;
  place: 'queued' | 'live' | 'ended';
};

/** Plivo's REST API for calls, as its documentation has it (docs/facts.md#carriers). */
export const openPlivo = async (): Promise<
  CallSenderWorld & {
    carrier: CallSender;
    /** The calls that were ordered, newest first; a test may move them. */
    calls: Call[];
    /** What lists and items answer instead. */
    listing(status: number): void;
    requests: { method: string; url: string; authorization: string }[];
    close(): Promise<void>;
  }
> => {
  let fault: CarrierFault = { type: 'none' };
  let listing: number | undefined;
  const calls: Call[] = [];
  const ordered: URLSearchParams[] = [];
  const sounds = new Map<string, string>();
  const requests: { method: string; url: string; authorization: string }[] = [];
  let address = '';

  const json = (response: ServerResponse, status: number, body: unknown): unknown =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

  const order = (body: string, response: ServerResponse): unknown => {
    if (fault.type === 'status') return json(response, fault.status, { error: 'no' });
    if (fault.type === 'time-out-before-accepting') return undefined;
    const fields = JSON.parse(body) as Record<string, string | number>;
    const id = String(calls.length).padStart(12, '0');
    const request = `9834029e-58b6-11e1-b8b7-${id}`;
    calls.unshift({
      uuid: `4a2e1c1b-0000-4000-8000-${id}`,
      request,
      to: String(fields['to']),
      at: Date.now(),
      place: 'ended',
    });
    ordered.push(
      new URLSearchParams(
        Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      ),
    );
    return fault.type === 'none'
      ? json(response, 201, { message: 'call fired', request_uuid: request, api_id: 'a' })
      : undefined;
  };

  const list = (url: URL, response: ServerResponse): unknown => {
    const status = url.searchParams.get('status');
    if (status !== null)
      return json(response, 200, {
        calls: calls.filter(({ place }) => place === status).map(({ uuid }) => uuid),
      });
    // Ended calls alone, 20 a page, by a time in UTC.
    const after = Date.parse(`${url.searchParams.get('end_time__gte')?.replace(' ', 'T')}Z`);
    const start = Number(url.searchParams.get('offset'));
    const found = calls.filter(
      ({ place, to, at }) =>
        place === 'ended' && to === url.searchParams.get('to_number') && at >= after,
    );
    return json(response, 200, {
      meta: { limit: 20, offset: start },
      objects: found
        .slice(start, start + 20)
        .map(({ uuid, to }) => ({ call_uuid: uuid, to_number: to, call_direction: 'outbound' })),
    });
  };

  const answerRecording = (method: string, id: string, response: ServerResponse): unknown => {
    if (!sounds.has(id)) return json(response, 404, { error: 'not found' });
    if (method !== 'DELETE')
      return json(response, 200, { recording_id: id, recording_url: `${address}/media/${id}.mp3` });
    sounds.delete(id);
    return response.writeHead(204).end();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const { method = '', url: path = '' } = request;
    requests.push({ method, url: path, authorization: request.headers.authorization ?? '' });
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(path, address);
    const media = /^\/media\/([\w-]+)\.mp3$/.exec(url.pathname)?.[1];
    if (media !== undefined) {
      return response.writeHead(200, { 'Content-Type': 'audio/mpeg' }).end(sounds.get(media));
    }
    const recording = /\/Recording\/([\w-]+)\/$/.exec(url.pathname)?.[1];
    if (recording !== undefined) return answerRecording(method, recording, response);
    if (method === 'POST') return order(body, response);
    if (listing !== undefined) return json(response, listing, {});
    const one = /\/Call\/([\w-]+)\/$/.exec(url.pathname)?.[1];
    if (one === undefined) return list(url, response);
    const call = calls.find(({ uuid }) => uuid === one);
    if (!call) return json(response, 404, { error: 'not found' });
    return json(response, 200, { to: call.to, direction: 'outbound', request_uuid: call.request });
  };

  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
  const values = { PLIVO_AUTH_ID: 'MA1', PLIVO_AUTH_TOKEN: 'secret', PLIVO_API_URL: address };
  const from = phoneNumberSchema.parse('+915320000000');
  const options = { from, publicUrl: 'https://hotline.example.org/' };
  return {
    carrier: createPlivoCalls(values, options, { timeoutMs: 1000 }),
    calls,
    requests,
    fault: (next) => {
      fault = next;
    },
    listing: (status) => {
      listing = status;
    },
    ordered: () => ordered,
    async record(words) {
      const id = `rec-${sounds.size}`;
      sounds.set(id, words);
      return id;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
