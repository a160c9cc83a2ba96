import { isCompatible } from '#shared/matching/fits-need.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { AlertRef } from '#shared/people/alert-refs.ts';
import {
  openAlert,
  withEndedAlert,
  withPledge,
  withSparedAlert,
} from '#shared/people/donor-updates.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import type { Person } from '#shared/people/person.ts';
import { withoutYes, withYes } from '#shared/people/response-history.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import { arrivalTime } from '#shared/request/deadlines.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import { dayOf, type EpochMs } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import { countNumber, findSharing } from '../donors/contact-preferences.ts';
import { findPledges, pledgeStatus } from '../pledges/find-pledges.ts';
import { withdrawPledge } from '../pledges/withdraw-pledge.ts';
import { repeatedAlert } from '../requests/close-alerts.ts';
import { alertChangedMessage } from '../requests/withdraw-alerts.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { learnFrom } from './learn-from.ts';
import { refusedYesMessage } from './refused-yes.ts';

/** `arriveBy`: the donor's own time. */
type Answer = { digit: number; code?: string | undefined; arriveBy?: EpochMs };

/** Handles 1 or 2 to an alert, with or without its code. Late, repeated, changed and wrong-code answers each get their own reply. */
export const answerAlert = async (
  work: UnitOfWork,
  from: Person['phone'],
  answer: Answer,
): Promise<void> => {
  const person = await work.person(from);
  const ref = findMeantAlert(person, answer, work);
  const asked = ref && (await loadAsked(work, ref));
  if (!asked) return work.reply(noAlertMessage(answer.code));
  if (answer.digit === 1) return handleYes(work, from, asked, answer.arriveBy);
  if (answer.digit === 2) return handleNo(work, from, asked);
  const { request, alert } = asked;
  const pledge = request.pledges.find((p) => p.alertId === alert.id);
  // A digit without a meaning, from a donor who has agreed.
  if (pledge && holdsPlace(pledge.state)) return work.reply(pledgeStatus({ request, pledge }));
  const { policy } = work.services.config;
  const arriveBy = arrivalTime(request, alert.arriveBy, work.now, policy);
  return work.reply(repeatedAlert(request, arriveBy));
};

const findMeantAlert = (
  person: Person,
  { code }: Answer,
  work: UnitOfWork,
): AlertRef | undefined => {
  if (code !== undefined) return person.alerts.findLast((a) => a.code === code);
  const { question } = person;
  const lastAsked =
    question?.about === 'alert'
      ? person.alerts.findLast((a) => a.requestId === question.requestId)
      : undefined;
  return lastAsked ?? openAlert(person, work.now);
};

type Asked = { ref: AlertRef; request: Request; alert: Alert };

const loadAsked = async (work: UnitOfWork, ref: AlertRef): Promise<Asked | undefined> => {
  const [request, alert] = await Promise.all([
    work.request(ref.requestId),
    work.alert(ref.requestId, ref.alertId),
  ]);
  return request && alert && { ref, request, alert };
};

/** The same for a code of another person and for one that does not exist. */
const noAlertMessage = (code: string | undefined): Message =>
  code === undefined
    ? { key: 'nothingToAnswer', params: {} }
    : { key: 'codeUnknown', params: { code } };

const handleYes = async (
  work: UnitOfWork,
  from: Person['phone'],
  { ref, request, alert }: Asked,
  arriveBy?: EpochMs,
): Promise<void> => {
  const person = await work.person(from);
  const { donor } = person;
  if (!donor) return work.reply({ key: 'nothingToAnswer', params: {} });
  const { pausedUntil: _, ...rested } = donor;
  const mayGive = mayGiveFrom(rested, request.component, work.services.config.policy.donation);
  const pledge = request.pledges.find((p) => p.alertId === alert.id);
  const isPledged = pledge !== undefined;
  if (mayGive > work.now && !isPledged) {
    endAlert(work, person, ref, { ...alert, state: 'no', answeredAt: work.now });
    if (isOpen(alert)) await applyDecision(work, request, { type: 'say-no', alertId: alert.id });
    return work.reply({
      key: 'alertYesNotYet',
      params: { code: request.code, from: dayOf(mayGive) },
    });
  }
  if (!isCompatible(donor.group, request) && !isPledgeHeld(pledge)) {
    // The request was corrected after this donor was asked.
    endAlert(work, person, ref, { ...alert, state: 'no', answeredAt: work.now });
    return work.reply(alertChangedMessage(request, false));
  }
  const elsewhere = await otherPledgeStatus(work, person, request);
  if (elsewhere && !isPledged) {
    endAlert(work, person, ref, { ...alert, state: 'no', answeredAt: work.now });
    if (isOpen(alert)) await applyDecision(work, request, { type: 'say-no', alertId: alert.id });
    return work.reply(elsewhere);
  }
  const sharing = await findSharing(work, request, from);
  const learnt =
    alert.state === 'yes'
      ? person
      : learnFrom(work, person, { isYes: true, weight: 1 }, (r) => withYes(r, isOpen(alert)));
  endAlert(work, learnt, ref, { ...alert, state: 'yes', answeredAt: work.now });
  const result = await applyDecision(work, request, {
    type: 'say-yes',
    alertId: alert.id,
    ...(alert.arriveBy !== undefined && { offered: alert.arriveBy }),
    ...(arriveBy !== undefined && { arriveBy }),
    donor: {
      phone: from,
      name: person.name ?? '',
      sex: donor.sex,
      sharing,
      ...(alert.yes > 0 && { gives: alert.chance / alert.yes }),
    },
  });
  if (typeof result !== 'string')
    return sharing === 'bridge' ? undefined : countNumber(work, result);
  work.reply(refusedYesMessage(result, request, alert));
  // A repeated yes keeps the pledge.
  if (result === 'already-confirmed' || result === 'already-standby')
    work.change(withPledge(await work.person(from), alert.id));
  const isNews = !pledge || pledge.state === 'released';
  if (isNews && (result === 'enough' || result === 'over'))
    work.change(withSparedAlert(await work.person(from), alert.id));
};

const isPledgeHeld = (pledge: Pledge | undefined): boolean =>
  pledge !== undefined && (holdsPlace(pledge.state) || pledge.state === 'donated');

/** The status of a pledge for another request: a donor gives for one patient at a time. */
const otherPledgeStatus = async (
  work: UnitOfWork,
  person: Person,
  request: Request,
): Promise<Message | undefined> => {
  const held = (await findPledges(work, person)).find(
    ({ request: other, pledge }) => other.id !== request.id && holdsPlace(pledge.state),
  );
  return held && pledgeStatus(held);
};

const endAlert = (work: UnitOfWork, person: Person, ref: AlertRef, alert: Alert): void => {
  work.change(withEndedAlert(person, ref.alertId));
  work.put(alert);
};

const handleNo = async (work: UnitOfWork, from: Person['phone'], asked: Asked): Promise<void> => {
  const { request, alert } = asked;
  const { code } = request;
  const pledge = pledgeFor(asked);
  if (pledge && holdsPlace(pledge.state)) return withdrawPledge(work, from, code);
  if (pledge?.state === 'donated') return work.reply({ key: 'alreadyGiven', params: { code } });
  if (alert.state === 'no') return work.reply({ key: 'alreadySaidNo', params: { code } });
  await recordNo(work, from, asked);
  const isSearching = request.phase.type === 'searching';
  work.reply({ key: isSearching ? 'alertThanksNo' : 'alertNoLate', params: { code } });
};

/** Records a no to an alert without a reply. The caller replies. */
export const declineAlert = async (
  work: UnitOfWork,
  from: Person['phone'],
  ref: AlertRef,
): Promise<void> => {
  const asked = await loadAsked(work, ref);
  if (asked && asked.alert.state !== 'no') await recordNo(work, from, asked);
};

const pledgeFor = ({ request, alert }: Asked): Pledge | undefined =>
  request.pledges.find((p) => p.alertId === alert.id);

const recordNo = async (work: UnitOfWork, from: Person['phone'], asked: Asked): Promise<void> => {
  const { ref, request, alert } = asked;
  const wasOpen = isOpen(alert);
  // An ended pledge keeps its end, and its alert keeps the yes.
  if (!pledgeFor(asked)) {
    const person = await work.person(from);
    const silence = { isYes: false, weight: alert.fair };
    const learnt = wasOpen
      ? learnFrom(work, person, silence, (r) => withoutYes(r, alert.fair))
      : person;
    endAlert(work, learnt, ref, { ...alert, state: 'no', answeredAt: work.now });
  }
  // Only an open alert leaves a place to fill. A no to a covered request changes nothing else.
  if (wasOpen) await applyDecision(work, request, { type: 'say-no', alertId: alert.id });
};
