import { type IncomingMessage, request } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { createWebhookApp } from '#functions/http/webhook-app.ts';
import type { Services } from '#functions/ports/services.ts';

/* Over a real connection: how much of a body is read before it is refused. */

const limit = 64 * 1024;
let server: ServerType;
let port = 0;

beforeAll(async () => {
  const app = createWebhookApp({
    services: { store: createMemoryStore(), log: { error() {} } } as unknown as Services,
    receiveText: async () => ({ reply: null }),
    settleMessage: async () => undefined,
    publicUrl: 'https://hotline.example.org',
    authTokens: ['token'],
  });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      port = info.port;
      resolve();
    });
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The status of a POST of so many bytes, or what became of the connection. */
const post = (path: string, bytes: number, headers: Record<string, string>): Promise<unknown> =>
  new Promise((resolve) => {
    const sending = request(
      { port, path, method: 'POST', headers, agent: false },
      (answer: IncomingMessage) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    sending.on('error', (error) => resolve('code' in error ? error.code : error.message));
    const piece = Buffer.alloc(8 * 1024, 'a');
    for (let left = bytes; left > 0; left -= piece.length)
      sending.write(piece.subarray(0, Math.min(left, piece.length)));
    sending.end();
  });

/** 403: it was read and nobody had signed it. */
const sizes = [
  [0, 403],
  [limit - 1, 403],
  [limit, 403],
  [limit + 1, 413],
  [2 * limit, 413],
] as const;

describe.each(['/twilio/sms', '/twilio/status'])('%s', (path) => {
  test.each(sizes)('%d bytes that say how many they are: %d', async (bytes, status) => {
    expect(await post(path, bytes, { 'Content-Length': String(bytes) })).toBe(status);
  });

  test.each(sizes)('%d bytes in chunks that do not: %d', async (bytes, status) => {
    expect(await post(path, bytes, { 'Transfer-Encoding': 'chunked' })).toBe(status);
  });
});

test('where there are calls, any path under them', async () => {
  for (const path of ['/twilio/voice', '/twilio/voice/heard', '/twilio/voice/leg/heard'])
    expect(await post(path, limit + 1, { 'Transfer-Encoding': 'chunked' })).toBe(413);
});

test('a body that says two sizes is not read at all', async () => {
  const both = { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' };
  expect(await post('/twilio/sms', 2 * limit, both)).toBe(400);
});
