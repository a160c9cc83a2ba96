import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TwilioOptions } from '#functions/carriers/twilio/twilio-carrier.ts';
import { epochMs } from '#shared/terms/time.ts';
import { aText, describeCarrier } from './carrier.contract.ts';
import { openSimulated } from './simulated-carrier-world.ts';
import { openStandIn } from './twilio-stand-in.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const open = async (change: Partial<TwilioOptions> = {}) => {
  const standIn = await openStandIn(change);
  closers.push(() => standIn.close());
  return standIn;
};
/** A port on which every connection meets this. */
const openPort = async (happens: (socket: Socket) => void): Promise<string> => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    happens(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};
/** A server with this answer. */
const openHttp = async (answer: RequestListener): Promise<string> => {
  const server = createHttpServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};
const here = '/2010-04-01/Accounts/AC1/Messages.json?Page=1';
const since = epochMs(Date.now() - 60_000);

describeCarrier('Twilio’s adapter on a stand-in of two REST calls', () => open());

describeCarrier('Twilio’s adapter on the simulated carrier', async () => {
  const simulated = await openSimulated();
  closers.push(() => simulated.close());
  return simulated;
});

describe('Twilio’s REST API', () => {
  it('gets our requests in its own format', async () => {
    const { carrier, requests, accepted } = await open();
    await carrier.send(aText({ messageId: 'a/b c' }));
    await carrier.find(aText(), since);
    const authorization = `Basic ${Buffer.from('AC1:secret').toString('base64')}`;
    const messages = '/2010-04-01/Accounts/AC1/Messages.json';
    expect(requests).toEqual([
      {
        method: 'POST',
        url: messages,
        authorization,
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
      },
      {
        method: 'GET',
        url: `${messages}?To=%2B919415012345&PageSize=100`,
        authorization,
        type: '',
      },
    ]);
    expect(accepted()[0]?.callback).toMatch(
      /^https:\/\/hotline\.example\.org\/twilio\/status\/message\?m=a%2Fb%20c#/,
    );
  });

  it.each([
    [400, 21211, { type: 'refused', code: '21211', failure: 'no-such-number' }],
    [403, undefined, { type: 'refused', code: 'http-403', failure: 'other' }],
    [302, undefined, { type: 'refused', code: 'http-302', failure: 'other' }],
    [400, 20429, { type: 'busy', code: '20429', failure: 'other' }],
    [429, undefined, { type: 'busy', code: 'http-429', failure: 'other' }],
    [400, 10004, { type: 'busy', code: '10004', failure: 'other' }],
    [401, 20003, { type: 'busy', code: '20003', failure: 'other' }],
    [408, undefined, { type: 'unknown', code: 'http-408', failure: 'other' }],
    [503, 20503, { type: 'unknown', code: '20503', failure: 'other' }],
    [201, undefined, { type: 'unknown', code: 'no-answer', failure: 'other' }],
  ])('maps %i %s to its result', async (status, code, result) => {
    const { carrier, fault } = await open();
    await fault({ type: 'status', status, ...(code !== undefined && { code }) });
    expect(await carrier.send(aText())).toEqual(result);
  });

  it.each([404, 405, 501, 403, 200])(
    'returns cannot-tell when a list is answered with %i',
    async (status) => {
      const { carrier, listing } = await open();
      listing(status, '<html>');
      expect(await carrier.find(aText(), since)).toEqual({ type: 'cannot-tell' });
    },
  );

  it.each([429, 500, 503])(
    'throws, to ask again later, when a list is answered with %i',
    async (status) => {
      const { carrier, listing } = await open();
      listing(status);
      await expect(carrier.find(aText(), since)).rejects.toThrow(`the carrier answered ${status}`);
    },
  );

  it('stops reading when everything is older', async () => {
    const { carrier, listing, requests } = await open();
    const message = {
      sid: 'SM1',
      body: 'x',
      date_created: new Date(since - 3_600_000).toUTCString(),
    };
    listing(200, JSON.stringify({ messages: [message], next_page_uri: here }));
    expect(await carrier.find(aText(), since)).toEqual({ type: 'not-found' });
    expect(requests).toHaveLength(1);
  });

  it('returns cannot-tell for a list that never ends', async () => {
    const { carrier, listing, requests } = await open();
    listing(200, JSON.stringify({ messages: [{ sid: 'SM1', body: 'x' }], next_page_uri: here }));
    expect(await carrier.find(aText(), since)).toEqual({ type: 'cannot-tell' });
    expect(requests).toHaveLength(10);
  });

  it.each([
    ['another host', 'https://elsewhere.invalid/2010-04-01/Accounts/AC1/Messages.json'],
    ['another account', '/2010-04-01/Accounts/AC2/Messages.json'],
    ['no address', 'http://'],
  ])('sends its credentials to Twilio only: %s', async (_, next_page_uri) => {
    const { carrier, listing, requests } = await open();
    listing(200, JSON.stringify({ messages: [], next_page_uri }));
    expect(await carrier.find(aText(), since)).toEqual({ type: 'cannot-tell' });
    expect(requests).toHaveLength(1);
  });

  it('searches in real time for what was sent in hotline time', async () => {
    const realOf = (at: number) => at - 10 * 3_600_000;
    const { carrier } = await open({ toRealMoment: realOf });
    await carrier.send(aText());
    const now = Date.now() + 10 * 3_600_000;
    expect(await carrier.find(aText(), epochMs(now))).toMatchObject({ type: 'found' });
    expect(await carrier.find(aText(), epochMs(now + 3_600_000))).toEqual({ type: 'not-found' });
  });
});

describe('a carrier that cannot be reached', () => {
  it('has accepted nothing when no connection was made', async () => {
    const apiUrl = await openPort(() => {});
    for (const close of closers.splice(0)) await close();
    const { carrier } = await open({ apiUrl });
    expect(await carrier.send(aText())).toEqual({
      type: 'busy',
      code: 'ECONNREFUSED',
      failure: 'other',
    });
    const nowhere = await open({ apiUrl: 'http://carrier.invalid' });
    expect(await nowhere.carrier.send(aText())).toMatchObject({ type: 'busy' });
  });

  it.each([
    ['closes at once', (socket: Socket) => socket.destroy()],
    ['closes after reading', (socket: Socket) => socket.once('data', () => socket.destroy())],
    ['resets after reading', (s: Socket) => s.once('data', () => s.resetAndDestroy())],
    ['stays silent', () => {}],
    ['talks nonsense', (s: Socket) => s.once('data', () => s.end('hello\r\n\r\n'))],
    [
      'stops in mid-answer',
      (s: Socket) =>
        s.once('data', () => s.end('HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{"sid":')),
    ],
  ])('may have accepted the message when it %s', async (_, happens) => {
    const { carrier } = await open({ apiUrl: await openPort(happens) });
    expect(await carrier.send(aText())).toMatchObject({ type: 'unknown' });
  });
});

describe('a recording', () => {
  const soundAt = async (answer: RequestListener) => {
    const { carrier } = await open({ apiUrl: await openHttp(answer) });
    return carrier.sound('RE1');
  };

  it('may be on another host, which does not get our credentials', async () => {
    const shown: (string | undefined)[] = [];
    const elsewhere = await openHttp((request, response) => {
      shown.push(request.headers.authorization);
      response.writeHead(200, { 'Content-Type': 'audio/mpeg' }).end('sound');
    });
    const sound = await soundAt((request, response) => {
      shown.push(request.headers.authorization?.slice(0, 5));
      response.writeHead(302, { Location: `${elsewhere}/media/RE1.mp3` }).end();
    });
    expect(Buffer.from(sound?.bytes ?? []).toString()).toBe('sound');
    expect(shown).toEqual(['Basic', undefined]);
  });

  it('is gone, or unavailable for now, and is never an HTML page', async () => {
    const answers = (status: number, type: string) =>
      soundAt((_, r) => r.writeHead(status, { 'Content-Type': type }).end('x'));
    expect(await answers(410, 'text/html')).toBeUndefined();
    await expect(answers(500, 'audio/mpeg')).rejects.toThrow('the carrier answered 500');
    await expect(answers(200, 'text/html')).rejects.toThrow('the carrier answered 200');
  });
});
