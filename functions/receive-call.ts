import { createFreshHandler } from './fresh-handler.ts';
import { createHttpHandler } from './http/lambda-handler.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';
import { callRoutes } from './routes/call-routes.ts';

/** POST /twilio/voice and the paths below it on Lambda, behind an HTTP API. */
export const handler = await createFreshHandler((settings) =>
  createHttpHandler(createWebhookApp(settings, [callRoutes])),
);
