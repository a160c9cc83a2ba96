import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { hasSingleReading } from '#functions/carriers/twilio/inbound/single-reading.ts';
import { parseForm } from '#functions/http/form.ts';
import { parseTwiml } from '#infra/local/simulator/twiml/parse-twiml.ts';
import { readTwiml } from '../../../world/servers/foreign-calls.ts';
import { account, publicUrl } from '../../../world/world.ts';
import { aWebhook, paths, type RandomBelow, type Webhook } from '../bodies.ts';
import { refuseBrokenXml, text, type Wire } from './wire.ts';

const requestOf = ({ path, contentType, body }: Webhook, signature?: string): Request =>
  new Request(publicUrl + path, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      ...(signature !== undefined && { 'X-Twilio-Signature': signature }),
    },
    body,
  });

const signatureOf = (webhook: Webhook, token: string, url = publicUrl + webhook.path): string =>
  twilioWebhooks.getExpectedTwilioSignature(
    token,
    url,
    parseForm(webhook.contentType, text.decode(webhook.body)),
  );

/** The parsed URL, which the carrier would have signed. */
const arrivedAt = (webhook: Webhook): string => new URL(publicUrl + webhook.path).href;

/** All kinds of invalid signatures. */
const forgeries: ((webhook: Webhook, randomBelow: RandomBelow) => string | undefined)[] = [
  () => undefined,
  () => '',
  (_, randomBelow) =>
    Buffer.from(Array.from({ length: 20 }, () => randomBelow(256))).toString('base64'),
  (webhook, randomBelow) => signatureOf(webhook, `token-${randomBelow(1000)}`, arrivedAt(webhook)),
  (webhook) => signatureOf(webhook, '', arrivedAt(webhook)),
  (webhook) => signatureOf(webhook, account.authToken, `https://evil.example${webhook.path}`),
  (webhook) => signatureOf(webhook, account.authToken, `${arrivedAt(webhook)}&`),
  (webhook) => signatureOf(webhook, account.authToken, arrivedAt(webhook)).toLowerCase(),
  (webhook) => signatureOf(webhook, account.authToken, arrivedAt(webhook)).slice(0, -2),
  (webhook) =>
    signatureOf(
      { ...webhook, body: new TextEncoder().encode(`${text.decode(webhook.body)}&Body=1`) },
      account.authToken,
      arrivedAt(webhook),
    ),
  (webhook) => `${signatureOf(webhook, account.authToken, arrivedAt(webhook))}, x`,
];

export const twilioWire: Wire = {
  world: { carriers: {} },
  paths,
  secrets: [account.authToken],
  make: aWebhook,
  signed: (webhook) =>
    requestOf(webhook, signatureOf(webhook, account.authToken, arrivedAt(webhook))),
  forged(webhook, randomBelow) {
    const made = forgeries[randomBelow(forgeries.length)]?.(webhook, randomBelow);
    // A body that is no form is neither signed nor read, so changing it is no forgery.
    const isRight = made === signatureOf(webhook, account.authToken, arrivedAt(webhook));
    return requestOf(webhook, isRight ? 'AAAA' : made);
  },
  // A changed byte can join two fields: then the form has two readings, and it is refused.
  mayRefuse: (webhook) =>
    !hasSingleReading(
      arrivedAt(webhook),
      parseForm(webhook.contentType, text.decode(webhook.body)),
    ),
  read(path, xml) {
    refuseBrokenXml(xml);
    if (path.startsWith('/twilio/sms')) parseTwiml(xml);
    else readTwiml(xml);
  },
};
