import fc from 'fast-check';
import plivo from 'plivo';
import { describe, expect, it } from 'vitest';
import {
  plivoSigned,
  signedText,
  signPlivo,
} from '#functions/carriers/plivo/inbound/plivo-signature.ts';
import type { Form } from '#functions/ports/webhooks.ts';
import { plivoWebhook } from '#test/world/carriers/plivo-webhook.ts';

const token = 'token-of-the-test';
const nonce = 'nonce-of-the-test';

/** What Plivo's own package says of our signature. */
const isRight = (url: string, form: Form): boolean =>
  Boolean(
    plivo.validateV3Signature(
      'POST',
      url,
      nonce,
      token,
      signPlivo(signedText(url, form), nonce, token),
      structuredClone(form),
    ),
  );

describe('Plivo’s signature V3', () => {
  it('is that of the vector (docs/facts.md#carriers)', () => {
    const url = 'https://hotline.example/plivo/voice?b=2&a=1';
    const text = signedText(url, { Digits: '1', CallUUID: 'u1' });
    expect(text).toBe('https://hotline.example/plivo/voice?a=1&b=2.CallUUIDu1Digits1');
    expect(signPlivo(text, nonce, token)).toBe('+x6uHnM/EM1KPIYmjNzFQHqUn9Fg910Az0EhmEAV8Z8=');
  });

  it.each<[string, string, Form]>([
    ['fields alone', 'https://a.example/plivo/voice', { B: '2', A: '1' }],
    ['a query alone', 'https://a.example/plivo/voice?c=01x', {}],
    ['neither', 'https://a.example/plivo/voice', {}],
    ['both', 'https://a.example/plivo/voice/heard?s=3&c=01x', { Digits: '1#' }],
    ['a port', 'http://127.0.0.1:3000/plivo/voice', { A: '1' }],
    ['an escaped query', 'https://a.example/plivo/voice?c=a%2Fb%20c', { A: '1' }],
    ['a name that comes twice', 'https://a.example/plivo/voice', { A: ['2', '1'], B: 'x' }],
    ['an empty value', 'https://a.example/plivo/voice', { A: '', B: 'x' }],
  ])('agrees with Plivo’s own package on %s', (_, url, form) => {
    expect(isRight(url, form)).toBe(true);
  });

  it('agrees with Plivo’s own package on any fields', () => {
    const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,12}$/);
    const value = fc.stringMatching(/^[\w +#*.:-]{0,20}$/);
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 8 }), fc.boolean(), (form, asked) =>
        isRight(`https://a.example/plivo/voice${asked ? '?c=01x&s=2' : ''}`, { ...form }),
      ),
      { numRuns: 200 },
    );
  });
});

describe('a webhook signed by Plivo', () => {
  const publicUrl = 'https://hotline.example';
  const uuid = '4a2e1c1b-0000-4000-8000-000000000001';
  const keys = { publicUrl, authTokens: [token] };
  const check = (form: Record<string, string>) =>
    plivoSigned.checkSignature(plivoWebhook(publicUrl, '/plivo/voice', form, token), keys);
  const call = { CallUUID: uuid, From: '919415012345', To: '915320000000', Direction: 'inbound' };

  it('counts with one right signature of several', () => {
    const webhook = plivoWebhook(publicUrl, '/plivo/voice', call, token);
    const header = (name: string): string | undefined => {
      const value = webhook.header(name);
      return name === 'x-plivo-signature-v3'
        ? `${Buffer.alloc(32, 1).toString('base64')}, ${value}`
        : value;
    };
    expect(plivoSigned.checkSignature({ ...webhook, header }, keys)).toBe('signed');
  });

  it('may come from a caller with any name', () => {
    expect(check({ ...call, CallerName: 'Ramesh Kumar, Prayagraj' })).toBe('signed');
    expect(check({ ...call, ForwardedFrom: '919450000001' })).toBe('signed');
  });

  it.each([
    ['another caller', { CallerName: 'xFrom919999999999Z' }],
    ['another call', { CallerName: `xCallUUID${uuid.replace('1b', '2b')}` }],
    ['other keys', { CallerName: 'xDigits1' }],
  ])('is refused when a caller’s name can be read as %s', (_, name) => {
    expect(check({ ...call, ...name })).toBe('wrong');
  });
});
