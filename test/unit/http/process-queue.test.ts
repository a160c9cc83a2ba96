import type { SQSRecord } from 'aws-lambda';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { processQueue } from '#functions/http/process-queue.ts';

const form = 'MessageSid=SM1&Body=%E0%A4%96%E0%A5%82%E0%A4%A8+1+%26+2';

const record = (messageId: string, body: string): SQSRecord =>
  ({
    messageId,
    body,
    attributes: { SentTimestamp: '1796000000000' },
    messageAttributes: {
      path: { stringValue: '/twilio/sms/fallback', dataType: 'String' },
      signature: { stringValue: 'signed', dataType: 'String' },
    },
  }) as unknown as SQSRecord;

const hotline = (status: (body: string) => 204 | 403 | 500) => {
  const heard: unknown[] = [];
  const app = new Hono();
  app.post('/twilio/sms/fallback', async (c) => {
    const body = await c.req.text();
    heard.push({ body, signature: c.req.header('x-twilio-signature'), env: c.env });
    return c.body(null, status(body));
  });
  return { app, heard };
};

describe('a queued webhook', () => {
  it.each([
    ['as it came', form],
    ['in base64', Buffer.from(form).toString('base64')],
  ])('reaches the app with its signature and the time it was queued, %s', async (_, body) => {
    const { app, heard } = hotline(() => 204);
    const result = await processQueue(app, { Records: [record('1', body)] });
    expect(result).toEqual({ batchItemFailures: [] });
    expect(heard).toEqual([
      { body: form, signature: 'signed', env: { queuedAt: 1_796_000_000_000 } },
    ]);
  });

  it('fails its batch, as an error that alarms see, when every one of it failed', async () => {
    const { app } = hotline(() => 500);
    await expect(processQueue(app, { Records: [record('1', form)] })).rejects.toThrow(
      'no webhook of the batch could be handled',
    );
    expect(await processQueue(app, { Records: [] })).toEqual({ batchItemFailures: [] });
  });

  it('stays in the queue after a 5xx, and only then', async () => {
    const { app } = hotline((body) =>
      body.includes('broken') ? 500 : body.includes('forged') ? 403 : 204,
    );
    const Records = ['a=1&b=broken', 'a=1&b=forged', 'a=1&b=2'].map((body, i) =>
      record(String(i), body),
    );
    expect(await processQueue(app, { Records })).toEqual({
      batchItemFailures: [{ itemIdentifier: '0' }],
    });
  });
});
