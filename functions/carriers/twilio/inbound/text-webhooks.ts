import type { TextWebhooks } from '../../../ports/webhooks.ts';
import { parseSmsForm } from './sms-form.ts';
import { renderReply } from './sms-twiml.ts';
import { twilioSigned } from './twilio-signature.ts';

/** Twilio's webhook of an incoming SMS or WhatsApp message. */
export const twilioTexts: TextWebhooks = {
  ...twilioSigned,
  parseText: ({ form }) => parseSmsForm(form),
  renderReply: (reply) => ({
    contentType: 'text/xml; charset=utf-8',
    body: renderReply(reply),
  }),
};
