import { setTimeout as wait } from 'node:timers/promises';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { outboxKey } from '#functions/adapters/dynamodb/keys.ts';
import { dueKinds } from '#functions/ports/store.ts';
import { after, minutes, seconds } from '#shared/terms/time.ts';
import { type CheckResult, fail, pass, renderError } from './check-result.ts';
import type { DoctorTarget } from './target.ts';

/** Hotline time after which whatever is due must have been done: two runs of the minute, and a slow one. */
const overdueMs = minutes(3);
/** The time that a running hotline has written down may be a second of its own ahead, a fast one's more. */
const longDueMs = -minutes(2);
/** When the message that only the minute may take is due. */
const dueInMs = seconds(15);
const lookEveryMs = 250;

/** Real milliseconds. */
type Patience = { streamMs: number; betweenMs: number; minuteMs: number };
const usual: Patience = {
  /** Within which the stream must have woken somebody, a cold start included. */
  streamMs: 10_000,
  /** Longer than that, so that one run of the minute cannot have done both. */
  betweenMs: 12_000,
  /** Until the next minute's run has ended. */
  minuteMs: 90_000,
};

/** Nothing waits long past its time: somebody does what is due. */
export const checkOverdue = async ({ store, now }: DoctorTarget): Promise<CheckResult> => {
  const check = 'nothing is overdue';
  const at = now();
  try {
    const due = await Promise.all(dueKinds.map((kind) => store.due(kind, at, 1)));
    const oldest = due.flat().sort((a, b) => a.at - b.at)[0];
    if (!oldest || at - oldest.at <= overdueMs)
      return pass(check, oldest ? `the oldest waits ${renderWait(at - oldest.at)}` : 'nothing is');
    return fail(
      check,
      `one of kind ${oldest.kind} waits ${renderWait(at - oldest.at)}`,
      'Either nobody does due steps (see below), or that one fails each minute: its function’s log says "due-step-failed".',
    );
  } catch (error) {
    return fail(check, renderError(error), 'See the table.');
  }
};

const renderWait = (ms: number): string => `${Math.round(ms / 1000)} s`;

/**
 * The stream is consumed, seen from outside: a message to nobody is written that is due at once, and again a while
 * later. Whoever takes one up withdraws it, since it has no number: nothing is ever sent.
 */
export const checkStream = async (
  patient: DoctorTarget,
  { streamMs, betweenMs } = usual,
): Promise<CheckResult> => {
  const check = 'the stream wakes the outbox';
  try {
    const first = await takesMessage(patient, { dueInMs: longDueMs, patienceMs: streamMs });
    await wait(Math.max(0, betweenMs - (first ?? betweenMs)));
    const second = await takesMessage(patient, {
      dueInMs: longDueMs,
      patienceMs: streamMs,
    });
    if (first !== undefined && second !== undefined)
      return pass(check, `two messages to nobody were taken up in ${first} and ${second} ms`);
    return fail(
      check,
      `a message to nobody lay for ${streamMs / 1000} s`,
      'On AWS: is the event source of SendOutbox enabled, is there anything in its failed queue? Its log says more. Until then messages go out each minute.',
    );
  } catch (error) {
    return fail(check, renderError(error), 'See the table.');
  }
};

/** The minute's run, in the same way: a message that was not due yet when the stream spoke of it. */
export const checkMinute = async (
  patient: DoctorTarget,
  { minuteMs } = usual,
): Promise<CheckResult> => {
  const check = 'due steps run each minute';
  try {
    const took = await takesMessage(patient, { dueInMs, patienceMs: minuteMs });
    return took === undefined
      ? fail(
          check,
          `a message to nobody lay ${Math.round((minuteMs - dueInMs) / 1000)} s past its time`,
          'On AWS: is the rule EveryMinute enabled, and does RunDueSteps end well? Its log says more. No stage goes on until then.',
        )
      : pass(check, `taken up ${Math.max(0, Math.round((took - dueInMs) / 1000))} s past its time`);
  } catch (error) {
    return fail(check, renderError(error), 'See the table.');
  }
};

let written = 0;

/** Real milliseconds until a message to nobody was taken up; undefined: it was not. It is gone afterwards. */
const takesMessage = async (
  { store, client, tableName, now }: DoctorTarget,
  { dueInMs, patienceMs }: { dueInMs: number; patienceMs: number },
): Promise<number | undefined> => {
  const began = Date.now();
  written += 1;
  const id = `DOCTOR-${began}-${written}`;
  const at = now();
  const message = {
    kind: 'outbox',
    id,
    version: 0,
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    dueAt: after(at, dueInMs),
    createdAt: at,
  } as const;
  await store.save([{ put: message }]);
  try {
    while (Date.now() - began < patienceMs) {
      await wait(lookEveryMs);
      const row = await store.outboxRow(id);
      if (row?.state !== 'queued') return Date.now() - began;
    }
    return undefined;
  } finally {
    const { pk, sk } = outboxKey(id);
    const Key = { pk: { S: pk }, sk: { S: sk } };
    await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
  }
};
