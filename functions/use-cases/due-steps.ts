import { type EpochMs, minutes } from '#shared/terms/time.ts';
import type { ReceiveText } from '../ports/inbound.ts';
import type { Services } from '../ports/services.ts';
import { type Due, dueKinds, type Sweep } from '../ports/store.ts';
import { endIdleCall } from './calls/record-call-status.ts';
import { advanceCamp } from './camps/advance-camp.ts';
import { advanceSeat } from './camps/advance-seat.ts';
import { lookedUpBefore, takeInMissedTexts } from './late-texts/missed-texts.ts';
import { expireAudit } from './operator/expire-audit.ts';
import { sendMessage } from './outbox/send-message.ts';
import { watchCarrier } from './outbox/watch-carrier.ts';
import { runPersonSteps } from './person-steps.ts';
import { eraseRecording } from './privacy/erase-recordings.ts';
import { redactRequest } from './privacy/redact-request.ts';
import { advanceRequest } from './requests/advance-request.ts';
import { auditRequest } from './requests/audit-request.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { expireStory } from './stories/remove-story.ts';

/** Due items read at once, and handled concurrently. */
const pageSize = 100;
const concurrency = 10;
/** Pages of one kind in one run; the next run continues. */
const maxPages = 20;

/** Only these ask the carrier: they come last, so that a slow carrier starves no other kind. */
const asksCarrier: ReadonlySet<Due['kind']> = new Set(['recording', 'outbox']);
const sweptKinds = [...dueKinds.filter((kind) => !asksCarrier.has(kind)), ...asksCarrier];

/** What is deleted or taken off a list after days: a query of each of them every ten minutes is enough. */
const slowKinds: ReadonlySet<Due['kind']> = new Set([
  'over',
  'audit',
  'camp-over',
  'story',
  'story-shown',
]);
const slowEvery = minutes(10);

export type SweepOptions = {
  /** Given, because the stream's function imports this file and takes no texts. */
  receiveText: ReceiveText;
  /** False when no more items may be taken: a function that is killed stops in the middle of a message. */
  hasTime?: () => boolean;
};

/**
 * The sweep, every minute: handles due requests, reminders, idle calls, expired recordings and people, audits of open
 * requests and messages; then texts that never reached us (late-texts/missed-texts.ts). A missed run or two concurrent
 * runs are harmless, because a version fences every step. The end of the run and its number of repairs are saved last
 * (/health). Returns how many items were handled. A kind that cannot be listed does not stop the others; the first
 * error is thrown at the end, so that the run counts as failed. A run that ends early says so.
 */
export const runDueSteps = async (
  services: Services,
  { receiveText, hasTime = () => true }: SweepOptions,
): Promise<number> => {
  const { carrier, isSilent } = watchCarrier(services.carrier);
  const watched = { ...services, carrier };
  const total = { handled: 0, repaired: 0, isCut: false };
  const errors: unknown[] = [];
  // A fault here is met again at the end, after the due items.
  const last = await findLastRun(services).catch(() => undefined);
  const now = services.clock.now();
  const isSlow = last?.slowAt === undefined || now >= last.slowAt + slowEvery;
  for (const kind of sweptKinds.filter((one) => isSlow || !slowKinds.has(one))) {
    const mayGoOn = (): boolean => hasTime() && !(asksCarrier.has(kind) && isSilent());
    try {
      const run = await runKind(watched, kind, mayGoOn);
      total.handled += run.handled;
      total.repaired += run.repaired;
      if (!run.isCut) continue;
      total.isCut = true;
      services.log.error('sweep-cut-short', { kind, carrier: isSilent() ? 'silent' : 'answers' });
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  await endSweep(services, receiveText, { ...total, slowAt: isSlow ? now : last?.slowAt }, last);
  return total.handled;
};

/** A run that has changed nothing is saved this often: /health and the alarm NoSweepEnded wait for ten minutes. */
const markEvery = minutes(4);

type Run = { handled: number; repaired: number; isCut: boolean };

const runKind = async (
  services: Services,
  kind: Due['kind'],
  mayGoOn: () => boolean,
): Promise<Run> => {
  // Failed items stay first in the index until the next run, so the limit grows past them.
  const seen = new Set<string>();
  let repaired = 0;
  for (let i = 0; i < maxPages; i += 1) {
    const limit = pageSize + seen.size;
    const queue = await services.store.due(kind, services.clock.now(), limit);
    const due = queue.filter(({ id }) => !seen.has(id));
    const done = await handleDue(services, due, mayGoOn);
    repaired += done.repaired;
    for (const { id } of due) seen.add(id);
    if (done.left > 0) return { handled: seen.size - done.left, repaired, isCut: true };
    if (queue.length < limit) break;
  }
  return { handled: seen.size, repaired, isCut: false };
};

/**
 * Handles due items a few at a time, in order, while `mayGoOn`. A failed item is logged and is due again in the next run;
 * the others go on. Returns how many violations were repaired, and how many items were not taken.
 */
export const handleDue = async (
  services: Services,
  due: Due[],
  mayGoOn: () => boolean = () => true,
): Promise<{ repaired: number; left: number }> => {
  const waiting = [...due];
  let repaired = 0;
  const worker = async (): Promise<void> => {
    while (waiting.length > 0 && mayGoOn()) {
      const item = waiting.shift();
      if (item) {
        const found = await handleOne(services, item);
        repaired += found;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, due.length) }, worker));
  return { repaired, left: waiting.length };
};

/**
 * The last run, or an older one: then a few texts more are looked up. The first run of a new hotline saves itself
 * before it does anything: from then on every text is looked up, also when this run and the next ones die.
 */
const findLastRun = async ({ store, clock }: Services): Promise<Sweep | undefined> => {
  const last = (await store.sweep('may-lag')) ?? (await store.sweep());
  if (last) return last;
  const now = clock.now();
  const textsUpTo = lookedUpBefore(now);
  const first = { kind: 'sweep', version: 0, at: now, mended: 0, textsUpTo } as const;
  return (await store.save([{ put: first }])) === 'saved' ? { ...first, version: 1 } : undefined;
};

/** Reads the carrier's list of texts when it is time, and saves the end of this run. Of two concurrent runs both are saved. */
const endSweep = async (
  services: Services,
  receiveText: ReceiveText,
  { repaired, isCut, slowAt }: Run & { slowAt: EpochMs | undefined },
  last: Sweep | undefined,
): Promise<void> => {
  const before = last ?? (await services.store.sweep());
  const upTo = await takeInMissedTexts(services, receiveText, before);
  let latest = before;
  let isFirst = true;
  await retryOnConflict(services, async () => {
    if (!isFirst) latest = await services.store.sweep();
    isFirst = false;
    const textsUpTo = laterOf(upTo, latest?.textsUpTo);
    const at = services.clock.now();
    const isSame = repaired === 0 && !isCut && !latest?.isCut && slowAt === latest?.slowAt;
    if (isSame && textsUpTo === latest?.textsUpTo && latest && at < latest.at + markEvery)
      return 'done';
    const put = { kind: 'sweep', version: latest?.version ?? 0, at, mended: repaired } as const;
    const saved = await services.store.save([
      {
        put: {
          ...put,
          ...(textsUpTo !== undefined && { textsUpTo }),
          ...(slowAt !== undefined && { slowAt }),
          ...(isCut && { isCut: true as const }),
        },
      },
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
  person: (services, { id }) => runPersonSteps(services, id),
  call: (services, { id }) => endIdleCall(services, id),
  recording: (services, { id }) => eraseRecording(services, id),
  audit: (services, { id }) => expireAudit(services, id),
  over: (services, { id }) => redactRequest(services, id),
  code: (services, { id }) => auditRequest(services, id),
  camp: (services, { id }) => advanceCamp(services, id),
  'camp-over': (services, { id }) => advanceCamp(services, id),
  seat: (services, { id }) => advanceSeat(services, id),
  story: (services, { id }) => expireStory(services, id),
  'story-shown': (services, { id }) => expireStory(services, id),
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
