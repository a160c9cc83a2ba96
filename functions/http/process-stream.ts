import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { parseDueRecord } from '../adapters/dynamodb/due-in-record.ts';
import { skipInvalid } from '../adapters/stored-entities.ts';
import type { Services } from '../ports/services.ts';
import type { Due } from '../ports/store.ts';
import { handleDue } from '../use-cases/due-steps.ts';
import { reportInvalidItem } from '../use-cases/report-invalid-item.ts';

/**
 * Handles the items of a stream batch that are already due, instead of leaving them to the next minute's sweep. Never
 * fails a batch: an item that fails here is still due, and the sweep finds it.
 */
export const processStream = async (
  services: Services,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> => {
  const now = services.clock.now();
  // Messages come last, so that a slow carrier does not delay a decision.
  const isMessage = (d: Due): boolean => d.kind === 'outbox';
  const onInvalid = reportInvalidItem(services.log);
  const found = event.Records.flatMap((record) =>
    skipInvalid(() => parseDueRecord(record), onInvalid),
  );
  const due = found.filter((d) => d !== undefined).filter((d) => d.at <= now);
  await handleDue(
    services,
    due.sort((a, b) => Number(isMessage(a)) - Number(isMessage(b))),
  );
  return { batchItemFailures: [] };
};
