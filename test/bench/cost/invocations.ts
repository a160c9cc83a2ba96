import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseCall } from '../metered-table.ts';

/** The names of the functions in the stack (infra/aws/hotline-stack.ts). */
export const functionNames = [
  'ReceiveSms',
  'ReceiveCall',
  'ReceiveStatus',
  'SendOutbox',
  'RunDueSteps',
  'Website',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** One invocation of a function: its work, and its milliseconds on this machine. */
export type Invocation = {
  function: FunctionName;
  /** The hotline's time of the start. */
  at: number;
  ms: number;
  databaseCalls: number;
  carrierCalls: number;
  logBytes: number;
  /** Bytes sent to the internet: replies, and requests to the carrier. */
  bytesOut: number;
  reads: number;
  writes: number;
  /** A sweep without due items, which has looked for a request's texts. */
  isIdle?: boolean;
};

/** The function of each webhook (infra/aws/hotline-stack.ts). */
export const functionOf = (path: string): FunctionName => {
  if (path === '/twilio/sms') return 'ReceiveSms';
  if (path.startsWith('/twilio/voice')) return 'ReceiveCall';
  return path.startsWith('/twilio/status') ? 'ReceiveStatus' : 'Website';
};

/** Counts all work inside `run` for that invocation, across asynchronous calls. */
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
      const invocation: Invocation = {
        function: name,
        at: now(),
        ms: 0,
        ...counted,
        reads: 0,
        writes: 0,
      };
      all.push(invocation);
      const start = performance.now();
      try {
        return await running.run(invocation, work);
      } finally {
        invocation.ms = performance.now() - start;
      }
    },
    /** True while a function runs; the set-up does not count. */
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
