import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Hono } from 'hono';

/**
 * Handles webhooks that API Gateway put into a queue (docs/adr/0025): each goes to the app as if it had just arrived, with
 * its signature. A 5xx leaves it in the queue; the queue's limits repeat it. Everything else is final.
 */
export const processQueue = async (
  app: Hono,
  { Records }: Pick<SQSEvent, 'Records'>,
): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const record of Records) {
    const queuedAt = Number(record.attributes.SentTimestamp);
    const response = await app.fetch(toRequest(record), { queuedAt });
    if (response.status >= 500) batchItemFailures.push({ itemIdentifier: record.messageId });
  }
  return { batchItemFailures };
};

/** Only the path and query of the URL count (functions/carriers/twilio/inbound/twilio-signature.ts). */
const toRequest = ({ body, messageAttributes }: SQSRecord): Request => {
  const attribute = (name: string): string => messageAttributes[name]?.stringValue ?? '';
  return new Request(`https://queue.invalid${attribute('path')}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': attribute('signature'),
    },
    body: toForm(body),
  });
};

/**
 * API Gateway hands forms to Lambda in base64; what it hands to SQS is not documented, so both are read, and the
 * signature tells whether it arrived whole. A form of several fields has an `&`, base64 never has.
 */
const toForm = (body: string): string =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64').toString('utf8') : body;
