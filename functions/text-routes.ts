import { twilioTexts } from './carriers/twilio/inbound/text-webhooks.ts';
import { createSmsApp } from './http/webhooks/sms-app.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';

/** The carrier's webhook of incoming texts. */
export const textRoutes = createSmsApp({ carrier: twilioTexts, receiveText });
