import {
  arrivalAt,
  parseOwnTime,
  saysLateBy,
} from '#shared/conversation/replies/parse-own-time.ts';
import { hasPledged, openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { after, type EpochMs } from '#shared/terms/time.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { applyDecision } from '../apply-decision.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findHeldPledge, type HeldPledge, pledgeStatus } from './find-pledges.ts';

type Phone = Person['phone'];

/**
 * Handles a donor's own time: "sham 5 baje" to an alert is a yes for that hour, from a confirmed donor it moves the
 * visit. A time after the blood is needed changes nothing, and the donor is told until when it is needed. Returns false
 * when the text names no time, or the sender has neither pledge nor alert.
 */
export const hearOwnTime = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<boolean> => {
  const at = parseOwnTime(text, work.now);
  if (at === undefined || parseRequestOnce(work, text).isRequest) return false;
  return comeAtSaid(work, from, text, at);
};

/** A donor comes at the time that a text names. "Running 30 minutes late": so long after the agreed time, not after now. */
export const comeAtSaid = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
  time: EpochMs,
): Promise<boolean> => {
  const held = saysLateBy(text) ? await findHeldPledge(work, await work.person(from)) : undefined;
  const agreed = held?.pledge.arriveBy ?? work.now;
  return comeAt(
    work,
    from,
    agreed > work.now ? after(agreed, time - work.now) : arrivalAt(text, time),
  );
};

/** A donor comes at this time. False: the sender has neither pledge nor alert. */
export const comeAt = async (work: UnitOfWork, from: Phone, at: EpochMs): Promise<boolean> => {
  const person = await work.person(from);
  const { question } = person;
  const isInDialogue = question !== undefined && !('requestId' in question);
  const asked = openAlert(person, work.now);
  const isLate = question?.about === 'still-coming';
  if (isInDialogue || !(asked || isLate || hasPledged(person))) return false;
  const held = await findHeldPledge(work, person);
  if (held) return moveVisit(work, held, at);
  const requestId = isLate ? question.requestId : asked?.requestId;
  const request = requestId && (await work.request(requestId));
  if (!request) return false;
  const { code, neededBy, asap } = request;
  if (at > neededBy) work.reply({ key: 'ownTimeTooLate', params: { code, neededBy, asap } });
  else await answerAlert(work, from, { digit: 1, code, arriveBy: at });
  return true;
};

const moveVisit = async (
  work: UnitOfWork,
  held: HeldPledge,
  arriveBy: EpochMs,
): Promise<boolean> => {
  const { request, pledge } = held;
  const { code, neededBy, asap } = request;
  // A donor who has arrived speaks of something else.
  if (pledge.arrivedAt !== undefined) return false;
  if (pledge.state === 'standby') work.reply(pledgeStatus(held));
  else if (arriveBy > neededBy)
    work.reply({ key: 'ownTimeTooLateAgreed', params: { code, neededBy, asap } });
  else await applyDecision(work, request, { type: 'come-at', alertId: pledge.alertId, arriveBy });
  return true;
};
