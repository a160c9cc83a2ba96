import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { callRoutes } from './call-routes.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';

/** POST /twilio/voice and the paths below it on Lambda, behind an HTTP API. */
export const handler = handle(createWebhookApp(await buildServices(process.env), [callRoutes]));
