import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { deliver, type StreamHandler } from '#infra/local/runtime/stream-delivery.ts';

const record = (n: number): DynamoDBRecord => ({ dynamodb: { SequenceNumber: String(n) } });
const records = [1, 2, 3, 4].map(record);

/** Delivers four records to a handler that fails at some of them. Returns the handler's calls and the notices. */
const run = async (failsAt: (call: number) => number[] | 'throw') => {
  const calls: string[] = [];
  const notices: string[] = [];
  const handle: StreamHandler = async ({ Records }) => {
    calls.push(Records.map(({ dynamodb }) => dynamodb?.SequenceNumber).join(''));
    const failed = failsAt(calls.length);
    if (failed === 'throw') throw new Error('broken');
    return { batchItemFailures: failed.map((n) => ({ itemIdentifier: String(n) })) };
  };
  const signal = new AbortController().signal;
  await deliver(records, handle, { notice: (what) => notices.push(what), signal });
  return { calls, notices };
};

describe('the delivery of a stream batch', () => {
  it('calls the handler once when nothing fails', async () => {
    expect(await run(() => [])).toEqual({ calls: ['1234'], notices: [] });
  });

  it('repeats the batch from the first failed record', async () => {
    const { calls } = await run((call) => (call === 1 ? [4, 3] : []));
    expect(calls).toEqual(['1234', '34']);
  });

  it('skips a record that fails three times, and goes on', async () => {
    const { calls, notices } = await run((call) => (call < 4 ? [2] : []));
    expect(calls).toEqual(['1234', '234', '234', '34']);
    expect(notices).toEqual(['1 stream records failed 3 times and are left to the next sweep']);
  });

  it('skips the batch when the handler throws three times', async () => {
    const { calls, notices } = await run(() => 'throw');
    expect(calls).toEqual(['1234', '1234', '1234']);
    expect(notices.at(-1)).toBe('4 stream records failed 3 times and are left to the next sweep');
  });
});
