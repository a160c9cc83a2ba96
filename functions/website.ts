import { handle } from 'hono/aws-lambda';
import { createRecordingsApp } from './edge/recordings-app.ts';
import { buildServices } from './services.ts';

/** What a browser may see, on Lambda, behind an HTTP API: for now what callers have said, for coordinators. */
export const handler = handle(createRecordingsApp(await buildServices(process.env)));
