import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { dueInRecord } from '../adapters/dynamodb/due-in-record.ts';
import type { Services } from '../ports/services.ts';
import { handleDue } from '../use-cases/run-due-steps.ts';

/**
 * The table's stream: whatever was just written and is due already is done now, messages first of all, instead of
 * with the next minute's sweep. Never fails a batch: what went wrong here is still due, and the sweep finds it.
 */
export const wakeFromStream = async (
  services: Services,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> => {
  const now = services.clock.now();
  const due = event.Records.map(dueInRecord).filter((d) => d !== undefined && d.at <= now);
  await handleDue(
    services,
    due.filter((d) => d !== undefined),
  );
  return { batchItemFailures: [] };
};
