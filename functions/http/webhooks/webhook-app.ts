import { Hono } from 'hono';
import { describeError } from '../describe-error.ts';
import type { HotlineSettings, MountWebhooks } from './mount-webhook.ts';

/**
 * The carrier's webhooks. Each Lambda mounts its own webhooks and carries no other's code; on one machine all are
 * mounted. A use case that throws answers 500 without a body: the carrier then does what the URL's overrides and the
 * fallback say (docs/facts.md#twilio).
 */
export const createWebhookApp = (
  settings: HotlineSettings,
  webhooks: readonly MountWebhooks[],
): Hono => {
  const { services } = settings;
  const app = new Hono();
  for (const mount of webhooks) mount(app, settings);
  app.notFound((c) => c.text('not found', 404));
  app.onError((error, c) => {
    services.log.error('webhook-failed', { path: c.req.path, ...describeError(error) });
    return c.body(null, 500);
  });
  return app;
};
