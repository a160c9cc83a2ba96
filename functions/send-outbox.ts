import type { DynamoDBStreamHandler } from 'aws-lambda';
import { buildServices } from './build-services.ts';
import { processStream } from './http/process-stream.ts';

const { services } = await buildServices(process.env);

/** Handles the table's stream on Lambda. */
export const handler: DynamoDBStreamHandler = (event) => processStream(services, event);
