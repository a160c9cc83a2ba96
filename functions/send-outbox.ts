import type { DynamoDBStreamHandler } from 'aws-lambda';
import { wakeFromStream } from './edge/wake-from-stream.ts';
import { buildServices } from './services.ts';

const { services } = await buildServices(process.env);

/** The table's stream on Lambda. */
export const handler: DynamoDBStreamHandler = (event) => wakeFromStream(services, event);
