import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import type { CarrierProbes } from '../../ports/carrier-definition.ts';

/**
 * A text from a sender that is not a phone (so nothing is stored), a status of no message of ours, a call without an id.
 */
export const twilioProbes: CarrierProbes = {
  text: {
    form: { MessageSid: 'SMdoctor', From: 'DOCTOR', To: 'DOCTOR', Body: 'How are you?' },
    expects: ({ status, body }) => status === 200 && body.includes('<Response'),
  },
  status: { form: { MessageStatus: 'sent' }, expects: ({ status }) => status === 204 },
  call: {
    form: { From: 'DOCTOR' },
    expects: ({ status, body }) => status === 400 && body.includes('not a call'),
  },
  sign: (url, form, token) => ({
    'X-Twilio-Signature':
      token === undefined
        ? Buffer.alloc(20, 'wrong').toString('base64')
        : twilioWebhooks.getExpectedTwilioSignature(token, url, form),
  }),
};
