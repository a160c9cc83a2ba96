import { type IncomingMessage, request } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { createWebhookApp } from '#functions/http/webhooks/webhook-app.ts';
import type { Services } from '#functions/ports/services.ts';
import { callRoutes } from '#functions/routes/call-routes.ts';
import { statusRoutes } from '#functions/routes/status-routes.ts';
import { textRoutes } from '#functions/routes/text-routes.ts';
import { twilioSettings } from '#test/world/twilio-settings.ts';

/* Over a real connection: a body is refused after 64 KB. */

const limit = 64 * 1024;
let server: ServerType;
let port = 0;

beforeAll(async () => {
  const services = {
    store: createMemoryStore(),
    log: { error() {} },
    publicUrl: 'https://hotline.example.org',
  } as unknown as Services;
  const app = createWebhookApp({ services, ...twilioSettings('token') }, [
    textRoutes,
    statusRoutes,
    callRoutes,
  ]);
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      port = info.port;
      resolve();
    });
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The status of a POST of so many bytes, or the error of its connection. */
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

/** 403: the body was read, and it is not signed. */
const sizes = [
  [0, 403],
  [limit - 1, 403],
  [limit, 403],
  [limit + 1, 413],
  [2 * limit, 413],
] as const;

describe.each(['/twilio/sms', '/twilio/status'])('%s', (path) => {
  test.each(sizes)('answers %d bytes with a Content-Length with %d', async (bytes, status) => {
    expect(await post(path, bytes, { 'Content-Length': String(bytes) })).toBe(status);
  });

  test.each(sizes)('answers %d bytes in chunks with %d', async (bytes, status) => {
    expect(await post(path, bytes, { 'Transfer-Encoding': 'chunked' })).toBe(status);
  });
});

test('refuses a body over 64 KB on every path of a call', async () => {
  for (const path of ['/twilio/voice', '/twilio/voice/heard', '/twilio/voice/leg/heard'])
    expect(await post(path, limit + 1, { 'Transfer-Encoding': 'chunked' })).toBe(413);
});

test('does not read a body that states two sizes', async () => {
  const both = { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' };
  expect(await post('/twilio/sms', 2 * limit, both)).toBe(400);
});
