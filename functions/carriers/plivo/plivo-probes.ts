import type { CarrierProbes, WebhookProbe } from '../../ports/carrier-definition.ts';
import { signedText, signPlivo } from './inbound/plivo-signature.ts';

const nonce = 'doctor';
const signed =
  (form: Readonly<Record<string, string>>): WebhookProbe['render'] =>
  (url, token) => ({
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'X-Plivo-Signature-V3-Nonce': nonce,
      'X-Plivo-Signature-V3':
        token === undefined
          ? Buffer.alloc(32, 'wrong').toString('base64')
          : signPlivo(signedText(url, form), nonce, token),
    },
    body: new URLSearchParams(form).toString(),
  });

/** A status of no call of ours, a call without an id. */
export const plivoProbes = {
  status: {
    render: signed({ CallStatus: 'completed' }),
    expects: ({ status }) => status === 204,
  },
  call: {
    render: signed({ From: 'DOCTOR' }),
    expects: ({ status, body }) => status === 400 && body.includes('not a call'),
  },
} satisfies CarrierProbes;
