import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

/** What Lambda calls with a batch: it returns the records it failed at, or nothing. */
export type StreamHandler = (
  event: DynamoDBStreamEvent,
) => Promise<DynamoDBBatchResponse | undefined>;

type Notice = (what: string) => void;
type Records = DynamoDBStreamEvent['Records'];

const tries = 3;

/**
 * Hands a batch to the handler the way Lambda does with ReportBatchItemFailures: it comes again from the first failed
 * record on, three times at most; then that record is left behind and the rest goes on. Where the handler throws, the
 * whole rest has failed.
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

/** How many records were handled before the first failure, and how many to leave behind should it keep failing. */
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
