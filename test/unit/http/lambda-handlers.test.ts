import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { messageSid } from '../../fixtures/message-sid.ts';

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
const handlers: Record<string, Handler> = {};

vi.mock('#functions/adapters/read-secret.ts', () => ({
  createSecretReader: () => async () =>
    JSON.stringify({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' }),
}));

beforeAll(async () => {
  vi.stubEnv('AWS_REGION', 'ap-south-1');
  vi.stubEnv('STAGE', 'dev');
  vi.stubEnv('TABLE_NAME', `test-${randomUUID()}`);
  vi.stubEnv('PUBLIC_URL', 'https://hotline.example.org');
  vi.stubEnv('HOTLINE_NUMBER', '+915320000000');
  vi.stubEnv('MISSED_CALL_NUMBER', '+915320000001');
  vi.stubEnv('TWILIO_SECRET_ARN', 'arn:aws:secretsmanager:ap-south-1:1:secret:twilio');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const sms = await import('#functions/receive-sms.ts');
  const status = await import('#functions/receive-status.ts');
  const voice = await import('#functions/receive-call.ts');
  const website = await import('#functions/website.ts');
  handlers['/twilio/sms'] = sms.handler as unknown as Handler;
  handlers['/twilio/status'] = status.handler as unknown as Handler;
  handlers['/twilio/voice'] = voice.handler as unknown as Handler;
  handlers['/recordings/01rec'] = website.handler as unknown as Handler;
});

/** The event as an HTTP API sends it (payload 2.0). */
const call = (path: string, query: string, fields: Record<string, string>, encoded: boolean) => {
  const url = `https://hotline.example.org${path}${query && `?${query}`}`;
  const signature = twilioWebhooks.getExpectedTwilioSignature('token', url, fields);
  const body = new URLSearchParams(fields).toString();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: {
      host: 'abc.execute-api.ap-south-1.amazonaws.com',
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
    },
    requestContext: {
      domainName: 'abc.execute-api.ap-south-1.amazonaws.com',
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '1.2.3.4', userAgent: '' },
    },
    body: encoded ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: encoded,
  } as unknown as APIGatewayProxyEventV2;
};
const answerTo = (path: string, event: APIGatewayProxyEventV2) => handlers[path]?.(event);

describe.each([false, true])('on Lambda, body in base64: %s', (encoded) => {
  it('checks the signature, then the form, of a text', async () => {
    const fields = { From: 'VM-HDFCBK', MessageSid: messageSid('1'), Body: 'ख़ून & more' };
    const answer = await answerTo('/twilio/sms', call('/twilio/sms', '', fields, encoded));
    expect(answer?.statusCode).toBe(200);
    expect(answer?.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  it('checks the signature of a callback over its query', async () => {
    const fields = { MessageSid: 'SM1', MessageStatus: 'unheard-of' };
    const event = call('/twilio/status', 'm=01abc%2Fd', fields, encoded);
    expect((await answerTo('/twilio/status', event))?.statusCode).toBe(204);
    const moved = { ...event, rawQueryString: 'm=02' };
    expect((await answerTo('/twilio/status', moved))?.statusCode).toBe(403);
  });

  it('checks the signature of a queued callback over its query', async () => {
    const fields = { MessageSid: 'SM1', MessageStatus: 'unheard-of' };
    const { body, headers } = call('/twilio/status/message', 'm=01abc', fields, encoded);
    const attribute = (stringValue = '') => ({ stringValue, dataType: 'String' });
    const queued = (path: string) => ({
      Records: [
        {
          messageId: '1',
          body,
          attributes: { SentTimestamp: '1796000000000' },
          messageAttributes: {
            path: attribute(path),
            signature: attribute(headers['x-twilio-signature']),
          },
        },
      ],
    });
    const log = vi.mocked(process.stdout.write);
    const take = async (path: string) => {
      log.mockClear();
      const event = queued(path) as unknown as APIGatewayProxyEventV2;
      const result = await answerTo('/twilio/status', event);
      return { result, log: log.mock.calls.join('') };
    };
    const done = { batchItemFailures: [] };
    const whole = await take('/twilio/status/message?m=01abc');
    expect(whole).toEqual({ result: done, log: expect.not.stringContaining('not-signed') });
    const moved = await take('/twilio/status/message?m=02');
    expect(moved).toEqual({ result: done, log: expect.stringContaining('webhook-not-signed') });
  });

  it('answers a call of another country without the table, and one on the missed-call number', async () => {
    const fields = { CallSid: 'CA1', From: '+14155550100', To: '+915320000000' };
    const answered = await answerTo('/twilio/voice', call('/twilio/voice', '', fields, encoded));
    expect([answered?.statusCode, answered?.body]).toEqual([
      200,
      expect.stringContaining('<Reject'),
    ]);
    const missed = { ...fields, To: '+915320000001' };
    const rejected = await answerTo('/twilio/voice', call('/twilio/voice', '', missed, encoded));
    expect(rejected?.body).toContain('<Reject');
    const moved = call('/twilio/voice', 'c=other', fields, encoded);
    const unsigned = await answerTo('/twilio/voice', { ...moved, rawQueryString: '' });
    expect(unsigned?.statusCode).toBe(403);
  });

  it('shows a browser the login page', async () => {
    const path = '/recordings/01rec';
    const form = { phone: 'nobody' };
    const asked = await answerTo(path, call(path, '', form, encoded));
    expect([asked?.statusCode, asked?.body]).toEqual([
      400,
      expect.stringContaining('Your phone number'),
    ]);
    const left = await answerTo(path, call(path, '', { leave: '1' }, encoded));
    expect([left?.statusCode, left?.cookies]).toEqual([
      303,
      [expect.stringContaining('Path=/recordings')],
    ]);
  });
});
