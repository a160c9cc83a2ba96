import { XMLValidator } from 'fast-xml-parser';
import { hasOneReading } from '#functions/carriers/plivo/inbound/one-reading.ts';
import { signedText, signPlivo } from '#functions/carriers/plivo/inbound/plivo-signature.ts';
import { parseForm } from '#functions/http/form.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { exotelValues, plivoValues } from '../../../world/carriers/far-carriers.ts';
import { publicUrl } from '../../../world/world.ts';
import { aWebhook, formType, paths, type RandomBelow, type Webhook } from '../bodies.ts';
import { refuseBrokenXml, text, type Wire } from './wire.ts';

/*
 * Exotel's texts and Plivo's calls, with the same wild bodies: the fields have these carriers' names. The path of an
 * Exotel webhook has no secret yet; signing adds it.
 */

const { EXOTEL_SID: account, EXOTEL_WEBHOOK_SECRET: secret } = exotelValues;
const { PLIVO_AUTH_TOKEN: token } = plivoValues;

const names: readonly (readonly [string, string])[] = [
  ['MessageSid', 'SmsSid'],
  ['MessageStatus', 'Status'],
  ['SmsStatus', 'DetailedStatus'],
  ['CallSid', 'CallUUID'],
  ['RecordingSid', 'RecordingID'],
  ['DialCallStatus', 'DialStatus'],
  ['DialBridged', 'DialBLegUUID'],
  ['ErrorCode', 'HangupCauseCode'],
];

/** Bytes as letters, so that what is no UTF-8 stays as it is. */
const changeBytes = (body: Webhook['body'], change: (letters: string) => string): Webhook['body'] =>
  new Uint8Array(Buffer.from(change(Buffer.from(body).toString('latin1')), 'latin1'));

const rename = (letters: string): string =>
  names.reduce((all, [from, to]) => all.replaceAll(`${from}=`, `${to}=`), letters);

/** The word that Exotel's callback brings in JSON. */
const words = ['DELIVERED_TO_HANDSET', 'FAILED_DND', 'sent', '', 'x'.repeat(80), '"'];

const isExotel = ({ path }: Webhook): boolean => path.startsWith('/exotel');
const splitPath = (path: string): [string, string] => {
  const [address = '', ...query] = path.split('?');
  return [address, query.length > 0 ? `?${query.join('?')}` : ''];
};

const toIndian = (webhook: Webhook, randomBelow: RandomBelow): Webhook => {
  const [address, query] = splitPath(webhook.path);
  const isText = address === '/twilio/sms';
  const isOfText = address === '/twilio/status' && !query.includes('c=');
  const carrier = isText || isOfText ? 'exotel' : 'plivo';
  const path = address.replace('/twilio', `/${carrier}`) + query;
  if (isOfText && randomBelow(3) === 0) {
    const json = { SmsSid: `SM${randomBelow(1000)}`, Status: words[randomBelow(words.length)] };
    const written = JSON.stringify(json).slice(0, randomBelow(8) === 0 ? 20 : undefined);
    return { path, contentType: 'application/json', body: new TextEncoder().encode(written) };
  }
  const named = carrier === 'exotel' && randomBelow(30) > 0 ? `&AccountSid=${account}` : '';
  return {
    ...webhook,
    path,
    body: changeBytes(webhook.body, (letters) => rename(letters) + named),
  };
};

type Guarded = { path: string; headers?: Record<string, string> };
const requestOf = (webhook: Webhook, { path, headers = {} }: Guarded): Request =>
  new Request(publicUrl + path, {
    method: 'POST',
    headers: { 'Content-Type': webhook.contentType, ...headers },
    body: webhook.body,
  });

const withSecret = ({ path }: Webhook, end: string): string => {
  const [address, query] = splitPath(path);
  return `${address}${end === '' ? '' : `/${end}`}${query}`;
};

const formOf = ({ contentType, body }: Webhook) => parseForm(contentType, text.decode(body));
const signature = (webhook: Webhook, with_ = token, nonce = 'n-1', base = publicUrl): string =>
  signPlivo(
    signedText(new URL(webhook.path, base).href.replace(publicUrl, base), formOf(webhook)),
    nonce,
    with_,
  );
const plivoHeaders = (v3: string | undefined, nonce: string | undefined = 'n-1') => ({
  ...(v3 !== undefined && { 'X-Plivo-Signature-V3': v3 }),
  ...(nonce !== undefined && { 'X-Plivo-Signature-V3-Nonce': nonce }),
});

/** Ends of an Exotel path that are not our secret. */
const ends: ((randomBelow: RandomBelow) => string)[] = [
  () => '',
  () => 'another-secret-of-twenty-four-letters',
  () => secret.toUpperCase(),
  () => secret.slice(0, -1),
  () => `${secret}x`,
  () => encodeURIComponent(`${secret} ${account}`),
  () => `x/${secret}`,
  (randomBelow) => 'abcdef'.charAt(randomBelow(6)).repeat(randomBelow(64)),
];

type Forge = (webhook: Webhook, randomBelow: RandomBelow) => Guarded;
const plivoForgeries: ((webhook: Webhook, randomBelow: RandomBelow) => Record<string, string>)[] = [
  () => ({}),
  () => plivoHeaders('', ''),
  (_, randomBelow) =>
    plivoHeaders(
      Buffer.from(Array.from({ length: 32 }, () => randomBelow(256))).toString('base64'),
    ),
  (webhook, randomBelow) => plivoHeaders(signature(webhook, `token-${randomBelow(1000)}`)),
  (webhook) => plivoHeaders(signature(webhook, 'x')),
  (webhook) => plivoHeaders(signature(webhook), 'n-2'),
  (webhook) => ({ 'X-Plivo-Signature-V3': signature(webhook) }),
  (webhook) => plivoHeaders(signature(webhook, token, 'n-1', 'https://evil.example')),
  (webhook) => plivoHeaders(signature(webhook).toLowerCase()),
  (webhook) => plivoHeaders(signature(webhook).slice(0, -2)),
  (webhook) => ({
    'X-Plivo-Signature-V2': signature(webhook),
    'X-Plivo-Signature-V2-Nonce': 'n-1',
  }),
];
const forgePlivo: Forge = (webhook, randomBelow) => {
  const headers = plivoForgeries[randomBelow(plivoForgeries.length)]?.(webhook, randomBelow) ?? {};
  return { path: webhook.path, headers };
};
const forgeExotel: Forge = (webhook, randomBelow) => ({
  path: withSecret(webhook, ends[randomBelow(ends.length)]?.(randomBelow) ?? ''),
});

/** The right secret with another account, which is no account of ours. */
const ofAnotherAccount = (webhook: Webhook): Request => {
  const body = new TextEncoder().encode(
    'SmsSid=e0001234&From=%2B919415012345&Body=BLOOD&AccountSid=other',
  );
  return requestOf(
    { ...webhook, contentType: formType, body },
    { path: withSecret(webhook, secret) },
  );
};

export const indianWire: Wire = {
  world: {
    carriers: { texts: 'exotel', calls: 'plivo' },
    answerNumber: phoneNumberSchema.parse('+915320000002'),
  },
  paths: [
    '/exotel/sms',
    '/exotel/status',
    ...paths
      .filter((path) => path !== '/twilio/sms')
      .map((path) => path.replace('twilio', 'plivo')),
  ],
  secrets: [secret, token],
  make: (randomBelow, seen) => toIndian(aWebhook(randomBelow, seen), randomBelow),
  signed: (webhook) =>
    isExotel(webhook)
      ? requestOf(webhook, { path: withSecret(webhook, secret) })
      : requestOf(webhook, { path: webhook.path, headers: plivoHeaders(signature(webhook)) }),
  forged(webhook, randomBelow) {
    if (!isExotel(webhook)) return requestOf(webhook, forgePlivo(webhook, randomBelow));
    const kind = randomBelow(16);
    if (kind === 0) return ofAnotherAccount(webhook);
    // A carrier that is not chosen.
    if (kind === 1) return requestOf(webhook, { path: '/twilio/sms' });
    return requestOf(webhook, forgeExotel(webhook, randomBelow));
  },
  mayRefuse(webhook) {
    const form = formOf(webhook);
    if (!isExotel(webhook)) return !hasOneReading(form);
    const isJson = text.decode(webhook.body.subarray(0, 1)) === '{';
    return !isJson && form['AccountSid'] !== account;
  },
  read(path, answer) {
    if (path.startsWith('/exotel')) {
      if (answer !== '') throw new Error('Exotel reads no answer');
      return;
    }
    refuseBrokenXml(answer);
    const valid = XMLValidator.validate(answer);
    if (valid !== true) throw new Error(`Invalid: ${valid.err.msg}`);
    if (!/<Response\/>|<Response>[\s\S]*<\/Response>\s*$/.test(answer))
      throw new Error('not closed');
  },
};
