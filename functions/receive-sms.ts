import { createFreshHandler } from './fresh-handler.ts';
import { createQueueableHandler } from './http/lambda-handler.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';
import { textRoutes } from './routes/text-routes.ts';

/** POST /twilio/sms on Lambda, behind an HTTP API, and the queue of texts whose webhook failed. */
export const handler = await createFreshHandler((settings) =>
  createQueueableHandler(createWebhookApp(settings, [textRoutes])),
);
