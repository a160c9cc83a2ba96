import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createHealthApp } from './http/health-app.ts';
import { createRecordingsApp } from './http/recordings-app.ts';

const settings = await buildServices(process.env);

/** Pages for browsers on Lambda, behind an HTTP API: /health, and the recordings, for coordinators. */
export const handler = handle(
  new Hono()
    .route('/', createRecordingsApp(settings))
    .route('/', createHealthApp(settings.services, { keptMs: 10_000 })),
);
