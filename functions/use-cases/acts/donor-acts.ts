import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { hours } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import { changeAvailability } from '../donors/change-availability.ts';
import { startRegistration } from '../donors/register-donor.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { findHeldPledge, type HeldPledge, pledgeStatus } from '../pledges/find-pledges.ts';
import { runPledgeReply } from '../pledges/handle-pledge-reply.ts';
import { comeAtSaid } from '../pledges/hear-own-time.ts';
import { isElsewhere } from '../pledges/is-elsewhere.ts';
import { restForWords } from '../pledges/rest-donor.ts';
import { answerAbout } from '../texts/answer-asked.ts';
import { answerDigit } from '../texts/answer-question.ts';
import { isAlertOver } from '../texts/text-answer.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { ActHandlers } from './act-handler.ts';

/* What a donor's words do: an answer to an alert, and news of a promised visit. */

const heldBy = async (work: UnitOfWork, from: Person['phone']): Promise<HeldPledge | undefined> =>
  findHeldPledge(work, await work.person(from));

/** Answers the open alert. False: none is open, or it is over. */
const answerOpenAlert = async (
  work: UnitOfWork,
  from: Person['phone'],
  digit: 1 | 2,
  text: string,
): Promise<boolean> => {
  const person = await work.person(from);
  if (!openAlert(person, work.now) || isAlertOver(work, person)) return false;
  await answerDigit(work, from, { digit }, text);
  return true;
};

const setsOutWithin = hours(2);
/** A confirmed donor who is expected so soon, and has not arrived. */
const isSoon = ({ pledge }: HeldPledge, { now }: UnitOfWork): boolean =>
  pledge.state === 'confirmed' &&
  pledge.arrivedAt === undefined &&
  pledge.arriveBy !== undefined &&
  pledge.arriveBy <= now + setsOutWithin;

export const donorActs: ActHandlers<
  'yes' | 'no' | 'later' | 'arrived' | 'gave' | 'drop' | 'pause' | 'join'
> = {
  yes: async (work, _act, { from, text }) => {
    if (await answerOpenAlert(work, from, 1, text)) return true;
    const held = await heldBy(work, from);
    if (held && isSoon(held, work)) {
      // "Nikal gaya": near the agreed time it is a word from the road.
      const { request, pledge } = held;
      await applyDecision(work, request, { type: 'be-on-the-way', alertId: pledge.alertId });
    } else if (held) work.reply(pledgeStatus(held));
    return held !== undefined;
  },
  no: async (work, _act, { from, text }) => {
    if (!(await answerOpenAlert(work, from, 2, text))) return false;
    await restForWords(work, from, text);
    return true;
  },
  later: async (work, { time }, { from, text }) => {
    if (time !== undefined) return comeAtSaid(work, from, text, time);
    const held = await heldBy(work, from);
    if (held?.pledge.state !== 'confirmed' || held.pledge.arrivedAt !== undefined) return false;
    work.reply({ key: 'whenComing', params: { code: held.request.code } });
    return true;
  },
  arrived: async (work, _act, { from, text }) => {
    const held = await heldBy(work, from);
    if (held && isElsewhere(work, held.request, text)) return answerAbout(work, from, 'far');
    return held !== undefined && runPledgeReply(work, await work.person(from), held, 'arrived');
  },
  gave: async (work, _act, { from }) => {
    const held = await heldBy(work, from);
    return held !== undefined && runPledgeReply(work, await work.person(from), held, 'given');
  },
  drop: async (work, _act, { from, text }) => {
    const held = await heldBy(work, from);
    return (
      held !== undefined && runPledgeReply(work, await work.person(from), held, 'cannot-come', text)
    );
  },
  pause: async (work, _act, { from }) => {
    const person = await work.person(from);
    // "Not this month" to an alert: the alert is answered first.
    if (!person.donor || openAlert(person, work.now)) return false;
    await changeAvailability(work, from, { type: 'pause' });
    return true;
  },
  join: async (work, _act, { from, text }) => {
    const { donor, question } = await work.person(from);
    if (question) return repeatQuestion(work, from, false);
    if (donor) return false;
    await startRegistration(work, from, text);
    return true;
  },
};
