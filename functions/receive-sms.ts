import { buildServices } from './build-services.ts';
import { createQueueableHandler } from './http/lambda-handler.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';
import { textRoutes } from './text-routes.ts';

/** POST /twilio/sms on Lambda, behind an HTTP API. */
export const handler = createQueueableHandler(
  createWebhookApp(await buildServices(process.env), [textRoutes]),
);
