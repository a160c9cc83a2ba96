import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createWebhookApp } from './http/webhook-app.ts';
import { recordCallStatus } from './use-cases/calls/record-call-status.ts';
import { recordDelivery } from './use-cases/outbox/record-delivery.ts';

/** POST /twilio/status on Lambda: a function of its own, so that a flood of callbacks never keeps a text waiting. */
export const handler = handle(
  createWebhookApp({
    ...(await buildServices(process.env)),
    settleMessage: recordDelivery,
    settleCall: recordCallStatus,
  }),
);
