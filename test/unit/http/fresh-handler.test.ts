import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { twilioStatuses } from '#functions/carriers/twilio/inbound/status-webhooks.ts';
import { createFreshHandler } from '#functions/fresh-handler.ts';
import { createStatusApp } from '#functions/http/webhooks/status-app.ts';
import { createWebhookApp } from '#functions/http/webhooks/webhook-app.ts';

const publicUrl = 'https://hotline.example.org';
const env = {
  AWS_REGION: 'ap-south-1',
  STAGE: 'dev',
  RELEASE: '1a2b3c4',
  TABLE_NAME: 'hotline',
  PUBLIC_URL: publicUrl,
  HOTLINE_NUMBER: '+915320000000',
  TWILIO_SECRET_ARN: 'arn:aws:secretsmanager:ap-south-1:1:secret:twilio',
};
const secretOf = (token: string): string =>
  JSON.stringify({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: token });
const minute = 60_000;

let time = 0;
const readSecret = vi.fn<(arn: string) => Promise<string>>();
const options = { env, readSecret, now: () => time };
const lines: string[] = [];

beforeEach(() => {
  time = 0;
  lines.length = 0;
  readSecret.mockReset();
  vi.stubEnv('AWS_REGION', 'ap-south-1');
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A function that answers with the token it would accept first. */
const tokenHandler = () =>
  createFreshHandler(
    ({ authTokens }) =>
      async (_event: object, _context: object) =>
        authTokens['twilio']?.[0],
    options,
  );

describe('a handler with fresh secrets', () => {
  it('reads a secret once, and again after five minutes', async () => {
    readSecret.mockResolvedValue(secretOf('old'));
    const handler = await tokenHandler();
    expect(await handler({}, {})).toBe('old');
    readSecret.mockResolvedValue(secretOf('new'));
    time = 4.9 * minute;
    expect(await handler({}, {})).toBe('old');
    expect(readSecret).toHaveBeenCalledOnce();
    time = 5 * minute;
    expect(await handler({}, {})).toBe('new');
    expect(readSecret).toHaveBeenCalledTimes(2);
  });

  it('loses no event to a read that failed at the start', async () => {
    readSecret.mockRejectedValueOnce(new Error('slow')).mockResolvedValue(secretOf('token'));
    const handler = await tokenHandler();
    expect(await handler({}, {})).toBe('token');
  });

  it('keeps what it has when a later read fails, and tries again after half a minute', async () => {
    readSecret.mockResolvedValueOnce(secretOf('old')).mockRejectedValueOnce(new Error('slow'));
    readSecret.mockResolvedValue(secretOf('new'));
    const handler = await tokenHandler();
    time = 5 * minute;
    expect(await handler({}, {})).toBe('old');
    expect(await handler({}, {})).toBe('old');
    expect(readSecret).toHaveBeenCalledTimes(2);
    time = 5.5 * minute;
    expect(await handler({}, {})).toBe('new');
  });

  it('does not start with a wrong value, and keeps the right one when a later one is wrong', async () => {
    readSecret.mockResolvedValueOnce('{}');
    await expect(tokenHandler()).rejects.toThrow('TWILIO_ACCOUNT_SID is missing');
    readSecret.mockResolvedValueOnce(secretOf('right')).mockResolvedValue('{}');
    const handler = await tokenHandler();
    time = 5 * minute;
    expect(await handler({}, {})).toBe('right');
    expect(lines.join('')).toContain('"what":"secret-not-read"');
  });

  it('answers the smoke test of a deployment with its release, and does no work', async () => {
    readSecret.mockResolvedValue(secretOf('token'));
    const work = vi.fn();
    const handler = await createFreshHandler(() => work, options);
    expect(await handler({ smoke: true }, {})).toEqual({ smoke: 'started', release: '1a2b3c4' });
    expect(work).not.toHaveBeenCalled();
  });

  it('writes its release and the id of the invocation into every line of its log', async () => {
    readSecret.mockResolvedValue(secretOf('token'));
    const handler = await createFreshHandler(
      ({ services }) =>
        async (_event: object, _context: object) =>
          services.log.info('worked'),
      options,
    );
    await handler({}, { awsRequestId: 'request-1' });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      what: 'worked',
      release: '1a2b3c4',
      requestId: 'request-1',
    });
  });
});

describe('a webhook signed with a token that is newer than the one that was read', () => {
  const path = '/twilio/status?m=m1';
  const fields = { MessageSid: 'SM1', MessageStatus: 'unheard-of' };
  const statusHandler = () =>
    createFreshHandler((settings) => {
      const mount = createStatusApp({
        carrier: twilioStatuses,
        recordDelivery: async () => undefined,
        recordCallStatus: async () => undefined,
      });
      const app = createWebhookApp(settings, [mount]);
      return async (token: string, _context: object) => {
        const signature = twilioWebhooks.getExpectedTwilioSignature(
          token,
          publicUrl + path,
          fields,
        );
        const headers = {
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-Twilio-Signature': signature,
        };
        const body = new URLSearchParams(fields).toString();
        return (await app.request(path, { method: 'POST', headers, body })).status;
      };
    }, options);

  it('is accepted at once; strangers make the secret be read twice a minute at most', async () => {
    readSecret.mockResolvedValue(secretOf('old'));
    const handler = await statusHandler();
    time = minute;
    for (let i = 0; i < 20; i += 1) expect(await handler('a stranger', {})).toBe(403);
    expect(readSecret).toHaveBeenCalledTimes(2);
    readSecret.mockResolvedValue(secretOf('new'));
    time = 1.5 * minute;
    expect(await handler('new', {})).toBe(204);
    expect(await handler('old', {})).toBe(403);
  });
});
