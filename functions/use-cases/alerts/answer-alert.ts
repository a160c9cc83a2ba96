import type { Message } from '#shared/messages/message-keys.ts';
import {
  openAlert,
  withEndedAlert,
  withHistory,
  withPledge,
  withSparedAlert,
} from '#shared/people/donor-updates.ts';
import { mayGiveFrom } from '#shared/people/eligibility.ts';
import type { AlertRef, Person } from '#shared/people/person.ts';
import { withoutYes, withYes } from '#shared/people/response-history.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import type { Refusal } from '#shared/request/commands.ts';
import type { Request } from '#shared/request/request.ts';
import { alertMessage } from '#shared/request/request-messages.ts';
import { requestCodeSchema } from '#shared/terms/request-code.ts';
import { dayOf } from '#shared/terms/time.ts';
import { sharingIn } from '../donors/contact-preferences.ts';
import { pledgeStatus, pledgesOf, withdrawPledge } from '../pledges/pledges.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Answer = { digit: number; code?: string | undefined };

/** 1 or 2 to an alert, with or without the code; late, double, changed-mind and wrong-code answers each get their own true sentence. */
export const answerAlert = async (
  turn: UnitOfWork,
  from: Person['phone'],
  answer: Answer,
): Promise<void> => {
  const person = await turn.person(from);
  const ref = alertMeant(person, answer, turn);
  const asked = ref && (await loadAsked(turn, ref));
  if (!asked) return turn.reply(await whyNoAlert(turn, answer.code));
  if (answer.digit === 1) return sayYes(turn, from, asked);
  if (answer.digit === 2) return sayNo(turn, from, asked);
  return turn.reply(alertMessage(asked.request));
};

const alertMeant = (person: Person, { code }: Answer, turn: UnitOfWork): AlertRef | undefined => {
  if (code !== undefined) return person.alerts.findLast((a) => a.code === code);
  const { question } = person;
  const lastAsked =
    question?.about === 'alert'
      ? person.alerts.findLast((a) => a.requestId === question.requestId)
      : undefined;
  return lastAsked ?? openAlert(person, turn.now);
};

type Asked = { ref: AlertRef; request: Request; alert: Alert };

const loadAsked = async (turn: UnitOfWork, ref: AlertRef): Promise<Asked | undefined> => {
  const { store } = turn.services;
  const [request, alert] = await Promise.all([
    store.request(ref.requestId),
    store.alert(ref.requestId, ref.alertId),
  ]);
  return request && alert && { ref, request, alert };
};

const whyNoAlert = async (turn: UnitOfWork, code: string | undefined): Promise<Message> => {
  if (code === undefined) return { key: 'nothingToAnswer', params: {} };
  const parsed = requestCodeSchema.safeParse(code);
  const known = parsed.success ? await turn.services.store.code(parsed.data) : undefined;
  return { key: known ? 'notAskedForThis' : 'codeUnknown', params: { code } };
};

const sayYes = async (
  turn: UnitOfWork,
  from: Person['phone'],
  { ref, request, alert }: Asked,
): Promise<void> => {
  const person = await turn.person(from);
  const { donor } = person;
  if (!donor) return turn.reply({ key: 'nothingToAnswer', params: {} });
  const { pausedUntil: _, ...rested } = donor;
  const mayGive = mayGiveFrom(rested, request.component, turn.services.config.policy.donation);
  const pledge = request.pledges.find((p) => p.alertId === alert.id);
  const isPledged = pledge !== undefined;
  if (mayGive > turn.now && !isPledged) {
    endAlert(turn, person, ref, { ...alert, state: 'no', answeredAt: turn.now });
    if (isOpen(alert)) await turn.decide(request, { type: 'say-no', alertId: alert.id });
    return turn.reply({
      key: 'alertYesNotYet',
      params: { code: request.code, from: dayOf(mayGive) },
    });
  }
  const elsewhere = await otherPledge(turn, person, request);
  if (elsewhere && !isPledged) {
    endAlert(turn, person, ref, { ...alert, state: 'no', answeredAt: turn.now });
    if (isOpen(alert)) await turn.decide(request, { type: 'say-no', alertId: alert.id });
    return turn.reply(elsewhere);
  }
  const sharing = await sharingIn(turn, request, from);
  const learnt =
    alert.state === 'yes' ? person : withHistory(person, (r) => withYes(r, isOpen(alert)));
  endAlert(turn, learnt, ref, {
    ...alert,
    state: 'yes',
    answeredAt: turn.now,
  });
  const result = await turn.decide(request, {
    type: 'say-yes',
    alertId: alert.id,
    donor: {
      phone: from,
      name: person.name ?? '',
      sex: donor.sex,
      sharing,
      ...(alert.yes > 0 && { gives: alert.chance / alert.yes }),
    },
  });
  if (typeof result !== 'string') return;
  turn.reply(yesRefused(result, request, alert));
  // Whoever says so once more is as promised as before.
  if (result === 'already-confirmed' || result === 'already-standby')
    turn.change(withPledge(await turn.person(from), alert.id));
  const isNews = !pledge || pledge.state === 'released';
  if (isNews && (result === 'enough' || result === 'over'))
    turn.change(withSparedAlert(await turn.person(from), alert.id));
};

/** Nobody can give for two patients at once: what this donor has promised already, if anything. */
const otherPledge = async (
  turn: UnitOfWork,
  person: Person,
  request: Request,
): Promise<Message | undefined> => {
  const held = (await pledgesOf(turn, person)).find(
    ({ request: other, pledge }) =>
      other.id !== request.id && (pledge.state === 'confirmed' || pledge.state === 'standby'),
  );
  return held && pledgeStatus(held);
};

const endAlert = (turn: UnitOfWork, person: Person, ref: AlertRef, alert: Alert): void => {
  turn.change(withEndedAlert(person, ref.alertId));
  turn.put(alert);
};

/** The true sentence for a yes that changes nothing. */
const yesRefused = (refusal: Refusal, request: Request, alert: Alert): Message => {
  const { code, hospital, neededBy } = request;
  switch (refusal) {
    case 'already-confirmed': {
      const pledge = request.pledges.find((p) => p.alertId === alert.id);
      return {
        key: 'alreadyConfirmed',
        params: { code, hospital, arriveBy: pledge?.arriveBy ?? neededBy },
      };
    }
    case 'already-standby':
      return { key: 'alreadyStandby', params: { code } };
    case 'already-given':
      return { key: 'alreadyGiven', params: { code } };
    case 'over':
      return {
        key: request.phase.type === 'closed' ? 'alertYesClosed' : 'alertYesCovered',
        params: { code },
      };
    default:
      return { key: 'alertYesCovered', params: { code } };
  }
};

const sayNo = async (
  turn: UnitOfWork,
  from: Person['phone'],
  { ref, request, alert }: Asked,
): Promise<void> => {
  const pledge = request.pledges.find((p) => p.alertId === alert.id);
  if (pledge?.state === 'confirmed' || pledge?.state === 'standby')
    return withdrawPledge(turn, from, request.code);
  if (pledge?.state === 'donated')
    return turn.reply({ key: 'alreadyGiven', params: { code: request.code } });
  if (alert.state === 'no')
    return turn.reply({ key: 'alreadySaidNo', params: { code: request.code } });
  const wasOpen = isOpen(alert);
  // A promise that has ended already keeps its end, and its alert stays answered with the yes it was.
  if (!pledge) {
    const person = await turn.person(from);
    const learnt = wasOpen ? withHistory(person, (r) => withoutYes(r, alert.fair)) : person;
    endAlert(turn, learnt, ref, { ...alert, state: 'no', answeredAt: turn.now });
  }
  // Only an open alert leaves a place to fill; a no to what is covered anyway changes nothing else.
  if (wasOpen) await turn.decide(request, { type: 'say-no', alertId: alert.id });
  const isSearching = request.phase.type === 'searching';
  turn.reply({
    key: isSearching ? 'alertThanksNo' : 'alertNoLate',
    params: { code: request.code },
  });
};
