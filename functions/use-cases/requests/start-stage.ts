import type { Candidate } from '#shared/matching/candidate.ts';
import {
  coverProbability,
  findSmallestStage,
  type StageSituation,
} from '#shared/matching/stage-size.ts';
import { withAskedAlert } from '#shared/people/donor-updates.ts';
import type { Alert } from '#shared/request/alert.ts';
import { arrivalDeadline } from '#shared/request/deadlines.ts';
import { countAsked } from '#shared/request/lifecycle/sent-home.ts';
import type { Request } from '#shared/request/request.ts';
import { alertAgainMessage, alertMessage } from '#shared/request/request-messages.ts';
import {
  isStageUnsent,
  nextReviewAt,
  stageSituation,
  targetProbability,
} from '#shared/request/stage-forecast.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { alertsRestUntil } from '#shared/terms/quiet-hours.ts';
import { after, hours, minutes } from '#shared/terms/time.ts';
import type { AlertedRequest } from '../../ports/store.ts';
import { type AskedAgain, candidatesSentHome } from '../alerts/candidates-sent-home.ts';
import { type Chosen, findCandidates, toSearch } from '../alerts/find-candidates.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { coordinatorsFor } from '../volunteers/find-volunteers.ts';

/**
 * Starts a stage, or with `toReplace` asks donors in place of those who refused. Postpones it in quiet hours, while
 * the last stage is still unsent, and while the donors asked so far are likely enough to cover the request.
 */
export const startStage = async (
  work: UnitOfWork,
  file: AlertedRequest,
  toReplace?: number,
): Promise<void> => {
  const { request } = file;
  const { policy } = work.services.config;
  const quiet = alertsRestUntil(request, work.now, policy.quietHours);
  if (quiet !== undefined) {
    await applyDecision(work, request, { type: 'postpone-stage', until: quiet });
    return;
  }
  if (toReplace === undefined && isStageUnsent(file)) {
    const interval = minutes(policy.stages[request.urgency].intervalMinutes);
    const until = after(work.now, interval);
    await applyDecision(work, request, { type: 'postpone-stage', until });
    return;
  }
  const situation = stageSituation(file, work.now);
  const wanted = targetProbability(file, toReplace, work.now, policy);
  if (coverProbability(situation, 0, policy.asking) < wanted)
    await askDonors(work, file, situation, wanted);
  else await waitForReplies(work, request, situation);
};

/** The donors asked so far are likely enough: a stage that lies ahead keeps its time, a due one gets its next time. */
const waitForReplies = async (
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

/** Donors who were told that it is covered come first; others make up what they leave open. */
const chooseDonors = async (
  work: UnitOfWork,
  file: AlertedRequest,
  situation: StageSituation,
  wanted: number,
): Promise<Chosen & { again: AskedAgain[] }> => {
  const { services, now } = work;
  const { request, alerts } = file;
  const { stages, asking } = services.config.policy;
  const search = toSearch(request, alerts);
  const most = stages[request.urgency].maxDonors;
  const home = (await candidatesSentHome(services, file, search, now)).slice(0, most);
  const { size, enough } = findSmallestStage(situation, home, wanted, asking);
  const again = home.slice(0, size);
  const reach = request.phase.type === 'searching' ? request.phase.reach : 0;
  if (enough || size === most) return { again, chosen: [], reach, unlikely: 0 };
  const isFirst = alerts.every(isUndelivered);
  const stage = { situation: withAsked(situation, again), wanted, most: most - size, isFirst };
  const found = await findCandidates(services, request, search, stage, now);
  // Only donors who are asked there widen the search.
  const widens = found.chosen.length > 0 || again.length === 0;
  return { ...found, again, reach: widens ? found.reach : reach };
};

const withAsked = (situation: StageSituation, asked: Candidate[]): StageSituation => ({
  ...situation,
  waiting: [
    ...situation.waiting,
    ...asked.map(({ yes, gives, night }) => ({ yes, gives, night, askedMinutesAgo: 0 })),
  ],
});

const askDonors = async (
  work: UnitOfWork,
  file: AlertedRequest,
  situation: StageSituation,
  wanted: number,
): Promise<void> => {
  const { request, alerts } = file;
  const { policy } = work.services.config;
  const {
    again,
    chosen: others,
    reach,
    unlikely,
  } = await chooseDonors(work, file, situation, wanted);
  const chosen: (Candidate | AskedAgain)[] = [...again, ...others];
  const coordinators = chosen.length === 0 ? await coordinatorsFor(work.services, request) : [];
  const decided = await applyDecision(work, request, {
    type: 'ask-donors',
    asked: chosen.length,
    reach,
    nextLookAt: nextReviewAt(request, withAsked(situation, chosen), work.now, policy),
    soFar: { ...countAsked(alerts), unlikely },
    coordinators: coordinators.map((p) => p.phone),
  });
  if (typeof decided === 'string') return;
  for (const candidate of chosen) askDonor(work, decided, candidate);
};

/** This alert reached no donor. */
const isUndelivered = ({ state }: Alert): boolean => state === 'undelivered';

const askDonor = (work: UnitOfWork, request: Request, candidate: Candidate | AskedAgain): void => {
  const { person, distanceKm, chance, yes, weight, night } = candidate;
  const isAgain = 'again' in candidate && candidate.again;
  const { phone } = person;
  const id = alertIdSchema.parse(work.services.ids.next());
  const openUntil = after(work.now, hours(work.services.config.policy.alertOpenHours));
  const { id: requestId, code } = request;
  const arriveBy = arrivalDeadline(request, work.now, work.services.config.policy);
  const ref = { requestId, alertId: id, code, at: work.now, openUntil, state: 'open' } as const;
  work.change(withAskedAlert(person, ref));
  work.put({
    kind: 'alert',
    id,
    requestId,
    version: 0,
    phone,
    stage: Math.max(1, request.stages),
    at: work.now,
    distanceKm,
    chance,
    yes,
    fair: weight,
    night,
    state: 'queued',
    arriveBy,
    ...(isAgain && { again: true }),
  });
  const message = (isAgain ? alertAgainMessage : alertMessage)(request, arriveBy);
  work.put({ ...work.outboxRow(id, phone, message, request), alertId: id });
};
