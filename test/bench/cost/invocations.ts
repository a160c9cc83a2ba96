import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseCall } from '../metered-table.ts';

/** As the stack names its functions (infra/aws/hotline-stack.ts). */
export const functionNames = [
  'ReceiveSms',
  'ReceiveCall',
  'ReceiveStatus',
  'SendOutbox',
  'RunDueSteps',
  'Website',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** One run of one function: what it did, and the milliseconds it took on this machine. */
export type Invocation = {
  function: FunctionName;
  /** Hotline time. */
  at: number;
  ms: number;
  databaseCalls: number;
  carrierCalls: number;
  logBytes: number;
  /** Out to the internet: replies, and what is sent to the carrier. */
  bytesOut: number;
  reads: number;
  writes: number;
};

/** Which function serves which webhook (infra/aws/hotline-stack.ts). */
export const functionOf = (path: string): FunctionName => {
  if (path === '/twilio/sms') return 'ReceiveSms';
  if (path.startsWith('/twilio/voice')) return 'ReceiveCall';
  return path === '/twilio/status' ? 'ReceiveStatus' : 'Website';
};

/** Whatever is done inside `run` is counted for that run, however it branches. */
export const createInvocations = (now: () => number) => {
  const running = new AsyncLocalStorage<Invocation>();
  const all: Invocation[] = [];
  const note = (change: (invocation: Invocation) => void): void => {
    const invocation = running.getStore();
    if (invocation) change(invocation);
  };
  return {
    all,
    async run<T>(name: FunctionName, work: () => Promise<T>): Promise<T> {
      const counted = { databaseCalls: 0, carrierCalls: 0, logBytes: 0, bytesOut: 0 };
      const invocation = { function: name, at: now(), ms: 0, ...counted, reads: 0, writes: 0 };
      all.push(invocation);
      const start = performance.now();
      try {
        return await running.run(invocation, work);
      } finally {
        invocation.ms = performance.now() - start;
      }
    },
    /** Whether a function runs: what setting up does is no function's work. */
    isRunning: (): boolean => running.getStore() !== undefined,
    database: ({ reads, writes }: DatabaseCall): void =>
      note((invocation) => {
        invocation.databaseCalls += 1;
        invocation.reads += reads;
        invocation.writes += writes;
      }),
    carrier: (bytes: number): void =>
      note((invocation) => {
        invocation.carrierCalls += 1;
        invocation.bytesOut += bytes;
      }),
    log: (line: string): void =>
      note((invocation) => {
        invocation.logBytes += Buffer.byteLength(line) + 1;
      }),
    reply: (bytes: number): void =>
      note((invocation) => {
        invocation.bytesOut += bytes;
      }),
  };
};
