import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createRecordingsApp } from './http/recordings-app.ts';

/** Pages for browsers on Lambda, behind an HTTP API: for now the recordings, for coordinators. */
export const handler = handle(createRecordingsApp(await buildServices(process.env)));
