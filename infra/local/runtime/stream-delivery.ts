import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

/** The function that Lambda calls with a batch. It returns the records that failed, or nothing. */
export type StreamHandler = (
  event: DynamoDBStreamEvent,
) => Promise<DynamoDBBatchResponse | undefined>;

type Notice = (what: string) => void;
type Records = DynamoDBStreamEvent['Records'];

const tries = 3;

/**
 * Passes a batch to the handler as Lambda does with ReportBatchItemFailures: it is repeated from the first failed
 * record, three times at most; then that record is skipped. When the handler throws, all remaining records have failed.
 */
export const deliver = async (
  records: Records,
  handle: StreamHandler,
  { notice, signal }: { notice: Notice; signal: AbortSignal },
): Promise<void> => {
  let left = records;
  let failures = 0;
  while (left.length > 0 && !signal.aborted) {
    const { handled, skip } = await attempt(left, handle, notice);
    if (handled === left.length) return;
    failures = handled > 0 ? 1 : failures + 1;
    left = left.slice(handled);
    if (failures < tries) {
      await wait(50 * 2 ** failures, undefined, { signal }).catch(() => {});
    } else {
      notice(`${skip} stream records failed ${tries} times and are left to the next sweep`);
      left = left.slice(skip);
      failures = 0;
    }
  }
};

/** The number of records handled before the first failure, and the number to skip if it keeps failing. */
const attempt = async (
  records: Records,
  handle: StreamHandler,
  notice: Notice,
): Promise<{ handled: number; skip: number }> => {
  try {
    const failures = (await handle({ Records: records }))?.batchItemFailures ?? [];
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
    return { handled: first === -1 ? records.length : first, skip: 1 };
  } catch (error) {
    notice(`The stream's handler threw: ${String(error)}`);
    return { handled: 0, skip: records.length };
  }
};
