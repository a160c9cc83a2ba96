import { handle } from 'hono/aws-lambda';
import { createWebhookApp } from './edge/webhook-app.ts';
import { buildServices } from './services.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';

/** POST /twilio/sms on Lambda, behind an HTTP API. */
export const handler = handle(
  createWebhookApp({ ...(await buildServices(process.env)), receiveText }),
);
