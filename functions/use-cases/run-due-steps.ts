import type { Services } from '../ports/services.ts';
import { type Due, dueKinds } from '../ports/store.ts';
import { endIdleCall } from './calls/record-call-status.ts';
import { remindDonor } from './donors/remind-donor.ts';
import { sendMessage } from './outbox/send-message.ts';
import { expirePerson } from './privacy/expire-person.ts';
import { eraseRecording } from './privacy/forget-recording.ts';
import { redactRequest } from './privacy/redact-request.ts';
import { advanceRequest } from './requests/advance-request.ts';
import { auditRequest } from './requests/audit-request.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/** Due items read at once, and handled at once. */
const page = 100;
const atOnce = 10;
/** Pages of one kind in one run: the next minute goes on where this one stopped. */
const pages = 20;

/**
 * The minute's sweep: whatever is due, requests first, then what is to be sent, then reminders, then
 * calls nobody has ended, recordings and people whose days are over, open requests to be looked over. Missing a
 * minute is harmless, running twice at once too: every step is fenced by a version. That it came to its end, and how
 * much it had to mend, is written down last (/health). Returns how many items were handled. A kind that cannot be
 * listed stops no other; then the first fault is thrown, so that the run counts as failed.
 */
export const runDueSteps = async (services: Services): Promise<number> => {
  let handled = 0;
  let mended = 0;
  const faults: unknown[] = [];
  for (const kind of dueKinds) {
    try {
      const run = await runKind(services, kind);
      handled += run.handled;
      mended += run.mended;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  await note(services, mended);
  return handled;
};

type Run = { handled: number; mended: number };

const runKind = async (services: Services, kind: Due['kind']): Promise<Run> => {
  // Those that failed stay at the head of the line until the next minute: the others are read past them.
  const met = new Set<string>();
  let mended = 0;
  for (let i = 0; i < pages; i += 1) {
    const limit = page + met.size;
    const line = await services.store.due(kind, services.clock.now(), limit);
    const due = line.filter(({ id }) => !met.has(id));
    mended += await handleDue(services, due);
    for (const { id } of due) met.add(id);
    if (line.length < limit) break;
  }
  return { handled: met.size, mended };
};

/**
 * A few at a time, in order; one that fails is logged and comes again next minute, the others go on. Returns how much
 * there was that should not exist.
 */
export const handleDue = async (services: Services, due: Due[]): Promise<number> => {
  const waiting = [...due];
  let mended = 0;
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const found = await handleOne(services, item);
      mended += found;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, worker));
  return mended;
};

/** Of two sweeps at once both are written down. */
const note = (services: Services, mended: number): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const version = (await services.store.sweep())?.version ?? 0;
    const at = services.clock.now();
    const saved = await services.store.save([{ put: { kind: 'sweep', version, at, mended } }]);
    return saved === 'saved' ? 'done' : 'conflict';
  });

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
