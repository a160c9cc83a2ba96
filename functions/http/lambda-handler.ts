import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { processQueue } from './process-queue.ts';

type HttpHandler = ReturnType<typeof handle>;
type Answer = Awaited<ReturnType<HttpHandler>> | SQSBatchResponse;

/** The handler of a function behind an HTTP API. */
export const createHttpHandler = (app: Hono) => {
  const answer = handle(app);
  return (event: Parameters<HttpHandler>[0], context: Parameters<HttpHandler>[1]) =>
    answer(event, context);
};

/** The handler of a function behind an HTTP API and a queue of webhooks. */
export const createQueueableHandler = (app: Hono) => {
  const answer = handle(app);
  return (
    event: Parameters<HttpHandler>[0] | Pick<SQSEvent, 'Records'>,
    context?: Parameters<HttpHandler>[1],
  ): Promise<Answer> => ('Records' in event ? processQueue(app, event) : answer(event, context));
};
