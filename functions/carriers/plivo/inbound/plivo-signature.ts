import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Form, SignedWebhooks } from '../../../ports/webhooks.ts';
import { plivoDefinition } from '../plivo-definition.ts';
import { hasOneReading } from './one-reading.ts';

/** The fields in the order of their names; a name that came twice has its values in order. */
export const sortedFields = (form: Form): { name: string; value: string }[] =>
  Object.keys(form)
    .sort()
    .flatMap((name) =>
      [form[name] ?? []]
        .flat()
        .sort()
        .map((value) => ({ name, value })),
    );

/** The query as it is signed: decoded, and sorted by name. */
const sortedQuery = (query: string): string => {
  const asked = new URLSearchParams(query);
  const byName = Object.fromEntries([...asked.keys()].map((name) => [name, asked.getAll(name)]));
  return sortedFields(byName)
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
};

/**
 * What Plivo signs (docs/facts.md#carriers, "Signature V3"): the URL, the sorted query and the fields without
 * separators. Agrees with the package `plivo` (test/unit/carriers/plivo-signature.test.ts).
 */
export const signedText = (url: string, form: Form): string => {
  const [address = '', query = ''] = url.split('#')[0]?.split(/\?(.*)/s) ?? [];
  const asked = sortedQuery(query);
  const fields = sortedFields(form).map(({ name, value }) => name + value);
  const mark = asked !== '' || fields.length > 0 ? '?' : '';
  const dot = asked !== '' && fields.length > 0 ? '.' : '';
  return `${address}${mark}${asked}${dot}${fields.join('')}`;
};

export const signPlivo = (text: string, nonce: string, token: string): string =>
  createHmac('sha256', token).update(`${text}.${nonce}`).digest('base64');

/** The base64 of 32 bytes. Anything else is refused before the form is parsed. */
const isSha256 = (signature: string): boolean => /^[\w+/]{43}=$/.test(signature);

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Where Plivo's webhooks arrive, and the check of their signature over the configured public URL. */
export const plivoSigned: SignedWebhooks = {
  name: plivoDefinition.name,
  path: plivoDefinition.path,
  bodyType: 'form',
  checkSignature(webhook, { publicUrl, authTokens }) {
    const header = webhook.header('x-plivo-signature-v3');
    const nonce = webhook.header('x-plivo-signature-v3-nonce');
    if (header === undefined || nonce === undefined) return 'missing';
    // During a rotation Plivo may sign with two tokens.
    const signatures = header
      .split(',')
      .map((one) => one.trim())
      .filter(isSha256);
    if (signatures.length === 0) return 'wrong';
    const path = webhook.url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
    const text = signedText(publicUrl.replace(/\/+$/, '') + path, webhook.form);
    const isSigned = authTokens.some(
      (token) =>
        token !== '' && signatures.some((one) => isSame(one, signPlivo(text, nonce, token))),
    );
    return isSigned && hasOneReading(webhook.form) ? 'signed' : 'wrong';
  },
};
