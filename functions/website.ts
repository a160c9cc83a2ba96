import { handle } from 'hono/aws-lambda';
import { buildServices } from './build-services.ts';
import { createRecordingsApp } from './http/recordings-app.ts';

/** What a browser may see, on Lambda, behind an HTTP API: for now what callers have said, for coordinators. */
export const handler = handle(createRecordingsApp(await buildServices(process.env)));
