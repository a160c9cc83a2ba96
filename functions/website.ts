import { Hono } from 'hono';
import { createFreshHandler } from './fresh-handler.ts';
import { createHealthApp } from './http/health-app.ts';
import { createHttpHandler } from './http/lambda-handler.ts';
import { createRecordingsApp } from './http/recordings-app.ts';
import { createWebsiteApp } from './website/website-app.tsx';

/** Pages for browsers on Lambda, behind an HTTP API: the website, /health, and the recordings, for coordinators. */
export const handler = await createFreshHandler((settings) =>
  createHttpHandler(
    new Hono()
      .route('/', createRecordingsApp(settings))
      .route('/', createHealthApp(settings.services, { keptMs: 10_000, release: settings.release }))
      .route('/', createWebsiteApp(settings)),
  ),
);
