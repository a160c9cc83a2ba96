import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { CarrierProbes, WebhookProbe } from '../../ports/carrier-definition.ts';

const signed =
  (form: Readonly<Record<string, string>>): WebhookProbe['render'] =>
  (url, token) => ({
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'X-Twilio-Signature':
        token === undefined
          ? Buffer.alloc(20, 'wrong').toString('base64')
          : twilioWebhooks.getExpectedTwilioSignature(token, url, form),
    },
    body: new URLSearchParams(form).toString(),
  });

/** The exact shape of a message's id, and of no message. */
const probeSid = `SM${'0'.repeat(32)}`;

/**
 * A text from a sender that is not a phone (so nothing is stored), a status of no message of ours, a call without an id.
 */
export const twilioProbes = {
  text: {
    render: signed({ MessageSid: probeSid, From: 'DOCTOR', To: 'DOCTOR', Body: 'How are you?' }),
    expects: ({ status, body }) => status === 200 && body.includes('<Response'),
  },
  status: {
    render: signed({ MessageStatus: 'sent' }),
    expects: ({ status }) => status === 204,
  },
  call: {
    render: signed({ From: 'DOCTOR' }),
    expects: ({ status, body }) => status === 400 && body.includes('not a call'),
  },
} satisfies CarrierProbes;
