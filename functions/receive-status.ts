import { handle } from 'hono/aws-lambda';
import { createWebhookApp } from './edge/webhook-app.ts';
import { buildServices } from './services.ts';
import { settleCall } from './use-cases/calls/record-call-status.ts';
import { settleMessage } from './use-cases/outbox/record-delivery.ts';

/** POST /twilio/status on Lambda: a function of its own, so that a flood of callbacks never keeps a text waiting. */
export const handler = handle(
  createWebhookApp({ ...(await buildServices(process.env)), settleMessage, settleCall }),
);
