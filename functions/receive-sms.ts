import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createWebhookApp } from './http/webhook-app.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';

/** POST /twilio/sms on Lambda, behind an HTTP API. */
export const handler = handle(
  createWebhookApp({ ...(await buildServices(process.env)), receiveText }),
);
