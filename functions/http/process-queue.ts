import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Hono } from 'hono';
import { carrierDefinitions } from '../carriers/registry.ts';
import type { CarrierDefinition } from '../ports/carrier-definition.ts';

/**
 * Handles webhooks that API Gateway put into a queue (docs/adr/0025): each goes to the app as if it had just arrived, with
 * its signature. A 5xx leaves it in the queue; the queue's limits repeat it. Everything else is final.
 * A batch without one success throws: the queue takes it the same way, and alarms on errors of the function count it.
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
  if (Records.length > 0 && batchItemFailures.length === Records.length)
    throw new Error('no webhook of the batch could be handled');
  return { batchItemFailures };
};

/** The headers of its carrier, which its path names. Only the path and query of the URL count (functions/ports/webhooks.ts). */
const toRequest = ({ body, messageAttributes }: SQSRecord): Request => {
  const attribute = (name: string): string => messageAttributes[name]?.stringValue ?? '';
  const path = attribute('path');
  const carriers: readonly CarrierDefinition[] = Object.values(carrierDefinitions);
  const carrier = carriers.find((one) => path.startsWith(`${one.path}/`));
  return new Request(`https://queue.invalid${path}`, {
    method: 'POST',
    headers: carrier
      ? {
          'Content-Type': carrier.webhooks.contentType,
          [carrier.webhooks.signatureHeader]: attribute('signature'),
        }
      : {},
    body: toText(body),
  });
};

/**
 * API Gateway hands forms to Lambda in base64; what it hands to SQS is not documented, so both are read, and the
 * signature tells whether it arrived whole. A form of several fields has an `&`, JSON has a `{`, base64 has neither.
 */
const toText = (body: string): string =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64').toString('utf8') : body;
