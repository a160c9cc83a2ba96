import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';
import { textRoutes } from './text-routes.ts';

/** POST /twilio/sms on Lambda, behind an HTTP API. */
export const handler = handle(createWebhookApp(await buildServices(process.env), [textRoutes]));
