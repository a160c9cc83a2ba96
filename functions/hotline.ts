import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { Hono } from 'hono';
import { createHealthApp } from './http/health-app.ts';
import { processStream } from './http/process-stream.ts';
import { createRecordingsApp } from './http/recordings-app.ts';
import type { HotlineSettings } from './http/webhooks/mount-webhook.ts';
import { createWebhookApp } from './http/webhooks/webhook-app.ts';
import type { Services } from './ports/services.ts';
import { callRoutes } from './routes/call-routes.ts';
import { statusRoutes } from './routes/status-routes.ts';
import { textRoutes } from './routes/text-routes.ts';
import { runDueSteps } from './use-cases/due-steps.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';
import { createCertificateApp } from './website/certificate/certificate-app.ts';
import { createWebsiteApp } from './website/website-app.tsx';

export type Hotline = {
  /** Every route. */
  app: Hono;
  /** For each batch of the table's stream. */
  processStream(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse>;
  /** For each minute. Returns how many items were handled. */
  runDueSteps(): Promise<number>;
};

/**
 * The whole hotline in one process; each Lambda entry serves one part of it. `background`: the services of the stream
 * and of the due steps, when they differ.
 */
export const createHotline = (
  settings: HotlineSettings,
  background: Services = settings.services,
): Hotline => ({
  app: new Hono()
    .route('/', createWebhookApp(settings, [textRoutes, statusRoutes, callRoutes]))
    .route('/', createRecordingsApp(settings))
    .route('/', createHealthApp(settings.services, { keptMs: 0 }))
    .route('/', createCertificateApp(settings))
    .route('/', createWebsiteApp(settings, true)),
  processStream: (event) => processStream(background, event),
  runDueSteps: () => runDueSteps(background, { receiveText }),
});
