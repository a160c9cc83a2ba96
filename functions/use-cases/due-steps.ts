import type { EpochMs } from '#shared/terms/time.ts';
import type { ReceiveText } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import { type Due, dueKinds } from '../ports/store.ts';
import { endIdleCall } from './calls/record-call-status.ts';
import { remindDonor } from './donors/remind-donor.ts';
import { takeInMissedTexts } from './late-texts/missed-texts.ts';
import { expireAudit } from './operator/expire-audit.ts';
import { sendMessage } from './outbox/send-message.ts';
import { eraseRecording } from './privacy/erase-recordings.ts';
import { expirePerson } from './privacy/expire-person.ts';
import { redactRequest } from './privacy/redact-request.ts';
import { advanceRequest } from './requests/advance-request.ts';
import { auditRequest } from './requests/audit-request.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/** Due items read at once, and handled concurrently. */
const pageSize = 100;
const concurrency = 10;
/** Pages of one kind in one run; the next run continues. */
const maxPages = 20;

/**
 * The sweep, every minute: handles due requests, messages, reminders, idle calls, expired recordings and people, and
 * audits of open requests; then texts that never reached us (late-texts/missed-texts.ts). A missed run or two concurrent runs are harmless, because a version fences every step. The
 * end of the run and its number of repairs are saved last (/health). Returns how many items were handled. A kind that
 * cannot be listed does not stop the others; the first error is thrown at the end, so that the run counts as failed.
 * `receiveText` is given, because the stream's function imports this file and takes no texts.
 */
export const runDueSteps = async (
  services: Services,
  receiveText: ReceiveText,
): Promise<number> => {
  let handled = 0;
  let repaired = 0;
  const errors: unknown[] = [];
  for (const kind of dueKinds) {
    try {
      const run = await runKind(services, kind);
      handled += run.handled;
      repaired += run.repaired;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  await endSweep(services, receiveText, repaired);
  return handled;
};

type Run = { handled: number; repaired: number };

const runKind = async (services: Services, kind: Due['kind']): Promise<Run> => {
  // Failed items stay first in the index until the next run, so the limit grows past them.
  const seen = new Set<string>();
  let repaired = 0;
  for (let i = 0; i < maxPages; i += 1) {
    const limit = pageSize + seen.size;
    const queue = await services.store.due(kind, services.clock.now(), limit);
    const due = queue.filter(({ id }) => !seen.has(id));
    repaired += await handleDue(services, due);
    for (const { id } of due) seen.add(id);
    if (queue.length < limit) break;
  }
  return { handled: seen.size, repaired };
};

/**
 * Handles due items a few at a time, in order. A failed item is logged and is due again in the next run; the others go
 * on. Returns how many violations were repaired.
 */
export const handleDue = async (services: Services, due: Due[]): Promise<number> => {
  const waiting = [...due];
  let repaired = 0;
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const found = await handleOne(services, item);
      repaired += found;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, due.length) }, worker));
  return repaired;
};

/** Reads the carrier's list of texts when it is time, and saves the end of this run. Of two concurrent runs both are saved. */
const endSweep = async (
  services: Services,
  receiveText: ReceiveText,
  repaired: number,
): Promise<void> => {
  const before = await services.store.sweep();
  const upTo = await takeInMissedTexts(services, receiveText, before);
  let latest = before;
  let isFirst = true;
  await retryOnConflict(services, async () => {
    if (!isFirst) latest = await services.store.sweep();
    isFirst = false;
    const textsUpTo = laterOf(upTo, latest?.textsUpTo);
    const at = services.clock.now();
    const put = { kind: 'sweep', version: latest?.version ?? 0, at, mended: repaired } as const;
    const saved = await services.store.save([
      { put: { ...put, ...(textsUpTo !== undefined && { textsUpTo }) } },
    ]);
    return saved === 'saved' ? 'done' : 'conflict';
  });
};

const laterOf = (a: EpochMs | undefined, b: EpochMs | undefined): EpochMs | undefined =>
  a !== undefined && (b === undefined || a > b) ? a : b;

type DueOf = { [D in Due as D['kind']]: D };
type Step<D> = (services: Services, due: D) => Promise<unknown>;

/** One step per kind of due item: a kind without a step does not compile. A number counts what was repaired. */
const steps: { [K in keyof DueOf]: Step<DueOf[K]> } = {
  request: (services, { id }) => advanceRequest(services, id),
  outbox: (services, { id }) => sendMessage(services, id),
  person: async (services, { id }) => {
    await remindDonor(services, id);
    await expirePerson(services, id);
  },
  call: (services, { id }) => endIdleCall(services, id),
  recording: (services, { id }) => eraseRecording(services, id),
  audit: (services, { id }) => expireAudit(services, id),
  over: (services, { id }) => redactRequest(services, id),
  code: (services, { id }) => auditRequest(services, id),
};

const runStep = <K extends keyof DueOf>(
  services: Services,
  due: DueOf[K] & { kind: K },
): Promise<unknown> => steps[due.kind](services, due);

const handleOne = async (services: Services, due: Due): Promise<number> => {
  try {
    const repaired = await runStep(services, due);
    return typeof repaired === 'number' ? repaired : 0;
  } catch (error) {
    services.log.error('due-step-failed', {
      kind: due.kind,
      error: error instanceof Error ? error.name : 'unknown',
    });
    return 0;
  }
};
