import { createFreshHandler } from './fresh-handler.ts';
import { createQueueableHandler } from './http/lambda-handler.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';
import { statusRoutes } from './routes/status-routes.ts';

/** POST /twilio/status on Lambda: a function of its own, so that a flood of callbacks never delays a text. */
export const handler = await createFreshHandler((settings) =>
  createQueueableHandler(createWebhookApp(settings, [statusRoutes])),
);
