import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { dueInRecord } from '../adapters/dynamodb/due-in-record.ts';
import { skipInvalid } from '../adapters/stored-entities.ts';
import type { Services } from '../ports/services.ts';
import type { Due } from '../ports/store.ts';
import { reportInvalidItem } from '../use-cases/report-invalid-item.ts';
import { handleDue } from '../use-cases/run-due-steps.ts';

/**
 * The table's stream: whatever was just written and is due already is done now, messages first of all, instead of
 * with the next minute's sweep. Never fails a batch: what went wrong here is still due, and the sweep finds it.
 */
export const processStream = async (
  services: Services,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> => {
  const now = services.clock.now();
  // What only decides first: a slow carrier holds up no decision.
  const isSlow = (d: Due): boolean => d.kind === 'outbox';
  const report = reportInvalidItem(services.log);
  const due = event.Records.flatMap((record) => skipInvalid(() => dueInRecord(record), report));
  const waiting = due.filter((d) => d !== undefined).filter((d) => d.at <= now);
  await handleDue(
    services,
    waiting.sort((a, b) => Number(isSlow(a)) - Number(isSlow(b))),
  );
  return { batchItemFailures: [] };
};
