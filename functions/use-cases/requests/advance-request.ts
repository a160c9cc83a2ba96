import type { Candidate } from '#shared/matching/candidate.ts';
import { repliedShare } from '#shared/matching/response-time.ts';
import { coverProbability, type StageSituation } from '#shared/matching/stage-size.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { withAskedAlert, withEndedAlert, withHistory } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { withoutYes } from '#shared/people/response-history.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import { dueCommand } from '#shared/request/deadlines.ts';
import { withDue } from '#shared/request/decide.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { alertMessage } from '#shared/request/request-messages.ts';
import {
  isStillLeaving,
  nextReviewAt,
  stageSituation,
  targetProbability,
} from '#shared/request/stage-forecast.ts';
import { restUntil } from '#shared/terms/quiet-hours.ts';
import { alertIdSchema, type RequestId } from '#shared/terms/request-code.ts';
import { after, hours, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import type { RequestFile } from '../../ports/store.ts';
import { callUnanswered } from '../alerts/call-unanswered.ts';
import { findCandidates } from '../alerts/find-candidates.ts';
import { searchFor } from '../alerts/search-for.ts';
import { applyDecision } from '../apply-decision.ts';
import { type Conflict, retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { coordinatorsFor, volunteersFor } from '../volunteers/find-volunteers.ts';

/** Alerts closed in one transaction: alert, person and notice each, under the limit of 100. */
const closedAtOnce = 30;
/** A safety line: more steps than any request needs in one minute. */
const stepsAtOnce = 50;

/** Everything that is due for one request now, one transaction after the other. Fenced by the request's version. */
export const advanceRequest = async (services: Services, id: RequestId): Promise<void> => {
  for (let i = 0; i < stepsAtOnce; i += 1) {
    if ((await retryOnConflict(services, () => step(services, id))) === 'idle') return;
  }
};

const step = async (services: Services, id: RequestId): Promise<'done' | 'idle' | Conflict> => {
  const file = await services.store.requestFile(id);
  const now = services.clock.now();
  if (!file || file.request.dueAt === undefined || file.request.dueAt > now) return 'idle';
  const work = new UnitOfWork(services, now);
  await takeStep(work, file);
  return work.save('done');
};

const takeStep = async (work: UnitOfWork, file: RequestFile): Promise<void> => {
  const { request } = file;
  const { phase } = request;
  const { policy } = work.services.config;
  if (request.alertsToClose) return closeAlerts(work, file);
  if (dueCommand(request, work.now, policy)) {
    await applyDecision(work, request, { type: 'tick' });
    return;
  }
  if ('callAt' in phase && phase.callAt !== undefined && phase.callAt <= work.now)
    return callUnanswered(work, file);
  if (phase.type === 'verifying' && phase.nextRoundAt <= work.now)
    return askVolunteers(work, request, phase.round);
  if (phase.type === 'searching')
    return runStage(work, file, phase.nextStageAt <= work.now ? undefined : phase.toReplace);
  // Nothing is due after all: write down the true moment, so that the index forgets the old one.
  work.put(withDue(request, work.now, policy));
};

/** Verifiers on duty, then more of them, then the coordinators; a round with nobody in it is passed over at once. */
const askVolunteers = async (
  work: UnitOfWork,
  request: Request,
  lastRound: number,
): Promise<void> => {
  for (const round of ([1, 2, 3] as const).filter((r) => r > lastRound || r === 3)) {
    const volunteers = await volunteersFor(work.services, request, round);
    if (volunteers.length === 0 && round < 3) continue;
    if (volunteers.length === 0)
      work.services.log.error('nobody-to-verify', { code: request.code, zone: request.place.zone });
    // Written as they were listed: whoever goes off duty or is forgotten in this very moment is not asked.
    for (const volunteer of volunteers) work.change(volunteer);
    const phones = volunteers.map(({ phone }) => phone);
    await applyDecision(work, request, { type: 'ask-volunteers', round, phones });
    return;
  }
};

/** A stage, or donors in place of so many who have refused. Nobody is asked while those asked are likely enough. */
const runStage = async (work: UnitOfWork, file: RequestFile, toReplace?: number): Promise<void> => {
  const { request } = file;
  const { policy } = work.services.config;
  const quiet = restUntil(request, work.now, policy.quietHours);
  if (quiet !== undefined) {
    await applyDecision(work, request, { type: 'postpone-stage', until: quiet });
    return;
  }
  if (toReplace === undefined && isStillLeaving(file)) {
    const interval = minutes(policy.stages[request.urgency].intervalMinutes);
    await applyDecision(work, request, {
      type: 'postpone-stage',
      until: after(work.now, interval),
    });
    return;
  }
  const situation = stageSituation(file, work.now);
  const wanted = targetProbability(file, toReplace, work.now, policy);
  if (coverProbability(situation, 0, policy.asking) < wanted)
    await askMore(work, file, situation, wanted);
  else await waitForThem(work, request, situation);
};

/** Those asked are likely enough: the stage keeps its time, or gets its next. */
const waitForThem = async (
  work: UnitOfWork,
  request: Request,
  situation: StageSituation,
): Promise<void> => {
  const { phase } = request;
  const keepsTime = phase.type === 'searching' && phase.nextStageAt > work.now;
  const next = nextReviewAt(request, situation, work.now, work.services.config.policy);
  await applyDecision(work, request, {
    type: 'postpone-stage',
    until: keepsTime ? phase.nextStageAt : next,
  });
};

const askMore = async (
  work: UnitOfWork,
  { request, alerts }: RequestFile,
  situation: StageSituation,
  wanted: number,
): Promise<void> => {
  const { policy } = work.services.config;
  const most = policy.stages[request.urgency].maxDonors;
  const search = searchFor(request, alerts);
  const { chosen, reach } = await findCandidates(
    work.services,
    request,
    search,
    { situation, wanted, most, isFirst: alerts.every(neverArrived) },
    work.now,
  );
  const coordinators = chosen.length === 0 ? await coordinatorsFor(work.services, request) : [];
  const asked = chosen.map(({ yes, gives, night }) => ({ yes, gives, night, askedMinutesAgo: 0 }));
  const then = { ...situation, waiting: [...situation.waiting, ...asked] };
  const decided = await applyDecision(work, request, {
    type: 'ask-donors',
    asked: chosen.length,
    reach,
    nextLookAt: nextReviewAt(request, then, work.now, policy),
    alertsSoFar: alerts.length,
    saidNo: alerts.filter((a) => a.state === 'no').length,
    coordinators: coordinators.map((p) => p.phone),
  });
  if (typeof decided === 'string') return;
  for (const candidate of chosen) askDonor(work, decided, candidate);
};

/** Nobody has been asked by it. */
const neverArrived = ({ state }: Alert): boolean => state === 'undelivered';

const askDonor = (
  work: UnitOfWork,
  request: Request,
  { person, distanceKm, chance, yes, fair, night }: Candidate,
): void => {
  const id = alertIdSchema.parse(work.services.ids.next());
  const openUntil = after(work.now, hours(work.services.config.policy.alertOpenHours));
  const { id: requestId, code } = request;
  work.change(
    withAskedAlert(person, {
      requestId,
      alertId: id,
      code,
      at: work.now,
      openUntil,
      state: 'open',
    }),
  );
  work.put({
    kind: 'alert',
    id,
    requestId,
    version: 0,
    phone: person.phone,
    stage: Math.max(1, request.stages),
    at: work.now,
    distanceKm,
    chance,
    yes,
    fair,
    night,
    state: 'queued',
  });
  work.put({ ...work.outboxRow(id, person.phone, alertMessage(request), request), alertId: id });
};

/** Enough, or over: every open alert ends; those it has reached hear so once, the others never hear of it. */
const closeAlerts = async (work: UnitOfWork, { request, alerts }: RequestFile): Promise<void> => {
  const open = alerts.filter(isOpen);
  const now = open.slice(0, closedAtOnce);
  for (const alert of now) await closeAlert(work, request, alert);
  await applyDecision(work, request, {
    type: 'close-alerts',
    told: now.filter((a) => a.state === 'sent').length,
    more: open.length > now.length,
  });
};

const closeAlert = async (work: UnitOfWork, request: Request, alert: Alert): Promise<void> => {
  work.put({ ...alert, state: 'withdrawn' });
  if (!alert.phone) return;
  const person = await work.otherPerson(alert.phone);
  if (!person || person.version === 0) return;
  const ended = withEndedAlert(person, alert.id);
  work.change(alert.state === 'sent' ? learntSilence(work, ended, alert) : ended);
  if (alert.state === 'sent') await work.notify(alert.phone, noLongerAsked(request), { request });
};

/** The question is taken back: it counts as a try for as much of the answer as should have come by now. */
const learntSilence = (work: UnitOfWork, person: Person, { at, fair, night }: Alert): Person => {
  const { asking } = work.services.config.policy;
  const answered = repliedShare((work.now - at) / minutes(1), night, asking);
  return withHistory(person, (record) => withoutYes(record, fair * answered));
};

/** Why a donor with an open alert need not answer any more. */
export const noLongerAsked = (request: Request): Message => ({
  key:
    isClosed(request) && request.phase.type === 'closed' ? 'alertNoLongerNeeded' : 'alertCovered',
  params: { code: request.code },
});
