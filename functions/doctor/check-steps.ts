import { setTimeout as wait } from 'node:timers/promises';
import { after, minutes, seconds } from '#shared/terms/time.ts';
import { dueKinds } from '../ports/store.ts';
import { type CheckResult, fail, pass, renderError } from './check-result.ts';
import type { DoctorTarget } from './target.ts';

/** Hotline time after which a due item is overdue: two runs of the minute, and a slow one. */
const overdueMs = minutes(3);
/** The saved time of a running hotline may be one real second ahead, more hotline time if it runs fast. */
const longDueMs = -minutes(2);
/** The delay that leaves a test message to the minute's run. */
const dueInMs = seconds(15);
const pollMs = 250;

/** Real milliseconds. */
type Patience = { streamMs: number; betweenMs: number; minuteMs: number };
const usual: Patience = {
  /** The stream must have woken a handler within this, a cold start included. */
  streamMs: 10_000,
  /** Longer than that, so that one run of the minute cannot handle both test messages. */
  betweenMs: 12_000,
  /** Enough for the next minute's run to end. */
  minuteMs: 90_000,
};

/** No item waits long past its due time. */
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
      'Either due steps do not run (see below), or this one fails each minute: the log of its function says "due-step-failed".',
    );
  } catch (error) {
    return fail(check, renderError(error), 'See the table.');
  }
};

const renderWait = (ms: number): string => `${Math.round(ms / 1000)} s`;

/**
 * Whether the stream is consumed, seen from outside: writes a test message that is due at once, and a second one later.
 * The handler withdraws it because it has no recipient, so nothing is ever sent.
 */
export const checkStream = async (
  target: DoctorTarget,
  { streamMs, betweenMs } = usual,
): Promise<CheckResult> => {
  const check = 'the stream wakes the outbox';
  try {
    const first = await timeTestMessage(target, { dueInMs: longDueMs, patienceMs: streamMs });
    await wait(Math.max(0, betweenMs - (first ?? betweenMs)));
    const second = await timeTestMessage(target, {
      dueInMs: longDueMs,
      patienceMs: streamMs,
    });
    if (first !== undefined && second !== undefined)
      return pass(check, `two test messages were handled in ${first} and ${second} ms`);
    return fail(
      check,
      `a test message was not handled in ${streamMs / 1000} s`,
      'On AWS: is the event source of SendOutbox enabled, and is its failed queue empty? Its log has details. Until then messages go out each minute.',
    );
  } catch (error) {
    return fail(check, renderError(error), 'See the table.');
  }
};

/** Whether the minute's run works, with a test message that is not due yet when the stream reports it. */
export const checkMinute = async (
  target: DoctorTarget,
  { minuteMs } = usual,
): Promise<CheckResult> => {
  const check = 'due steps run each minute';
  try {
    const took = await timeTestMessage(target, { dueInMs, patienceMs: minuteMs });
    return took === undefined
      ? fail(
          check,
          `a test message was not handled ${Math.round((minuteMs - dueInMs) / 1000)} s after it was due`,
          'On AWS: is the rule EveryMinute enabled, and does RunDueSteps succeed? Its log has details. Until then no stage goes on.',
        )
      : pass(
          check,
          `handled ${Math.max(0, Math.round((took - dueInMs) / 1000))} s after it was due`,
        );
  } catch (error) {
    return fail(check, renderError(error), 'See the table.');
  }
};

let written = 0;

/** Real milliseconds until a test message was handled; undefined if it was not. Deletes the message. */
const timeTestMessage = async (
  { store, removeMessage, now }: DoctorTarget,
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
      await wait(pollMs);
      const row = await store.outboxRow(id);
      if (row?.state !== 'queued') return Date.now() - began;
    }
    return undefined;
  } finally {
    await removeMessage(id);
  }
};
