import type { DynamoDBStreamEvent } from 'aws-lambda';
import { createFreshHandler } from './fresh-handler.ts';
import { processStream } from './http/process-stream.ts';

/** Handles the table's stream on Lambda. */
export const handler = await createFreshHandler(
  ({ services }) =>
    (event: DynamoDBStreamEvent) =>
      processStream(services, event),
);
