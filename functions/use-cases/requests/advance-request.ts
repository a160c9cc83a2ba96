import { dueEvent } from '#shared/request/deadlines.ts';
import { withDue } from '#shared/request/decide.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import type { AlertedRequest, Freshness } from '../../ports/store.ts';
import { callUnanswered } from '../alerts/call-unanswered.ts';
import { applyDecision } from '../apply-decision.ts';
import { findLookalikes } from '../intake/find-lookalikes.ts';
import { type Conflict, retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { volunteersFor } from '../volunteers/find-volunteers.ts';
import { closeAlerts } from './close-alerts.ts';
import { startStage } from './start-stage.ts';
import { withdrawAlerts } from './withdraw-alerts.ts';

/** A safety limit: more steps than any request needs in one minute. */
const stepsAtOnce = 50;

/** Runs every step that is due for one request, one transaction each. The request's version fences each step. */
export const advanceRequest = async (services: Services, id: RequestId): Promise<void> => {
  for (let i = 0; i < stepsAtOnce; i += 1) {
    let freshness: Freshness | undefined = 'may-lag';
    const step = (): ReturnType<typeof runStep> => {
      const tried = runStep(services, id, freshness);
      freshness = undefined;
      return tried;
    };
    if ((await retryOnConflict(services, step)) === 'idle') return;
  }
};

/** `freshness`: of what is read only to be saved. */
const runStep = async (
  services: Services,
  id: RequestId,
  freshness: Freshness | undefined,
): Promise<'done' | 'idle' | Conflict> => {
  const file = await services.store.alertedRequest(id);
  const now = services.clock.now();
  if (!file || file.request.dueAt === undefined || file.request.dueAt > now) return 'idle';
  const work = new UnitOfWork(services, now);
  await takeStep(work, file, freshness);
  const { dueAt } = work.pending(file.request);
  // What becomes due later has its own moment: nothing is read to find it.
  return work.save(dueAt !== undefined && dueAt <= services.clock.now() ? 'done' : 'idle');
};

const takeStep = async (
  work: UnitOfWork,
  file: AlertedRequest,
  freshness: Freshness | undefined,
): Promise<void> => {
  const { request } = file;
  const { phase } = request;
  const { policy } = work.services.config;
  if (request.alertsToClose) return closeAlerts(work, file, freshness);
  if (request.alertsToFit) return withdrawAlerts(work, file);
  if (dueEvent(request, work.now, policy)) {
    await applyDecision(work, request, { type: 'tick' });
    return;
  }
  if ('callAt' in phase && phase.callAt !== undefined && phase.callAt <= work.now)
    return callUnanswered(work, file);
  if (phase.type === 'verifying' && phase.notReached?.some(isCallDue(work.now)))
    return askToCallAgain(work, request);
  if (phase.type === 'verifying' && phase.nextRoundAt <= work.now)
    return askVolunteers(work, request, phase.round);
  if (phase.type === 'searching')
    return startStage(work, file, phase.nextStageAt <= work.now ? undefined : phase.toReplace);
  // Nothing is due after all: saving the true time corrects the due index.
  work.put(withDue(request, work.now, policy));
};

const isCallDue =
  (now: EpochMs) =>
  ({ callAgainAt }: { callAgainAt?: EpochMs | undefined }): boolean =>
    callAgainAt !== undefined && callAgainAt <= now;

/** Asks volunteers who could not reach the family to call again, if they are still on duty. */
const askToCallAgain = async (work: UnitOfWork, request: Request): Promise<void> => {
  const missed = request.phase.type === 'verifying' ? (request.phase.notReached ?? []) : [];
  const due = missed.filter(isCallDue(work.now));
  const people = await Promise.all(due.map(({ by }) => work.otherPerson(by)));
  const volunteers = people
    .filter((person) => person !== undefined)
    .filter(({ volunteer, optedOut }) => volunteer?.onDuty && !optedOut);
  for (const volunteer of volunteers) work.change(volunteer);
  const phones = volunteers.map(({ phone }) => phone);
  await applyDecision(work, request, { type: 'ask-to-call-again', phones });
};

/** Asks verifiers on duty, then more verifiers, then coordinators. Skips a round without volunteers at once. */
const askVolunteers = async (
  work: UnitOfWork,
  request: Request,
  lastRound: number,
): Promise<void> => {
  // Read before the volunteers: who gets room for this request meanwhile is asked too.
  const alike = await findLookalikes(work, request);
  for (const round of ([1, 2, 3] as const).filter((r) => r > lastRound || r === 3)) {
    const volunteers = await volunteersFor(work.services, request, round);
    if (volunteers.length === 0 && round < 3) continue;
    if (volunteers.length === 0) {
      const { code, place } = request;
      work.services.log.error('no-volunteer-to-verify', { code, zone: place.zone });
    }
    // Saves each volunteer as listed: one who goes off duty or is erased meanwhile makes the save conflict.
    for (const volunteer of volunteers) work.change(volunteer);
    const phones = volunteers.map(({ phone }) => phone);
    await applyDecision(work, request, { type: 'ask-volunteers', round, phones, alike });
    return;
  }
};
