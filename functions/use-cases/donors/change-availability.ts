import type { TextCommand } from '#shared/conversation/commands/parse-command.ts';
import { restsUntil } from '#shared/people/deferral-rules.ts';
import {
  openAlert,
  withDeferral,
  withDonation,
  withoutPause,
  withPause,
} from '#shared/people/donor-updates.ts';
import { mayGiveFrom, whyNotEligible } from '#shared/people/eligibility.ts';
import { withoutQuestion } from '#shared/people/pending-question.ts';
import type { DonorPerson, Person } from '#shared/people/person.ts';
import { after, type Day, dayOf, days } from '#shared/terms/time.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { heldPledge, pledgeStatus } from '../pledges/pledges.ts';
import { replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type AvailabilityCommand = Extract<TextCommand, { type: 'pause' | 'on' | 'gave' }>;
type AvailabilityOf = { [C in AvailabilityCommand as C['type']]: C };
type Handler<C> = (turn: UnitOfWork, person: DonorPerson, command: C) => Promise<void>;

const pause: Handler<AvailabilityOf['pause']> = async (turn, person, command) => {
  const { phone, donor } = person;
  const { policy } = turn.services.config;
  if (command.told) {
    const resting = withDeferral(donor, restsUntil(command.told, turn.now, policy), policy);
    turn.change({ ...person, donor: resting });
    return rest(turn, phone, dayOf(resting.deferredUntil));
  }
  if (command.days === undefined) return turn.reply({ key: 'pauseUnclear', params: {} });
  const until = after(turn.now, days(command.days));
  turn.change({ ...person, donor: withPause(donor, until, policy) });
  await endAlert(turn, phone);
  turn.reply({ key: 'paused', params: { until: dayOf(until) } });
  // A pause stops alerts only. The reply names the pledge that stands and how to withdraw it.
  const held = await heldPledge(turn, await turn.person(phone));
  if (held) turn.reply(pledgeStatus(held));
};

const resume: Handler<AvailabilityOf['on']> = async (turn, person) => {
  turn.change({ ...person, donor: withoutPause(person.donor, turn.services.config.policy) });
  turn.reply({ key: 'resumed', params: {} });
};

const recordDonation: Handler<AvailabilityOf['gave']> = async (turn, person, { day }) => {
  const { phone, donor } = person;
  const { policy } = turn.services.config;
  if (!day || day > dayOf(turn.now)) return turn.reply({ key: 'gaveUnclear', params: {} });
  const isKnown = donor.lastDonation !== undefined && donor.lastDonation.day >= day;
  const given = isKnown ? donor : withDonation(donor, day, 'whole-blood', policy);
  turn.change({ ...person, donor: given });
  await endAlert(turn, phone);
  const next = dayOf(mayGiveFrom(given, 'whole-blood', policy.donation));
  turn.reply({ key: 'gaveNoted', params: { next } });
};

const handlers: { [T in keyof AvailabilityOf]: Handler<AvailabilityOf[T]> } = {
  pause,
  on: resume,
  gave: recordDonation,
};

/** PAUSE 30, ON, GAVE 12/10: a donor says when alerts may come. */
export const changeAvailability = async <T extends keyof AvailabilityOf>(
  turn: UnitOfWork,
  from: Person['phone'],
  command: AvailabilityOf[T] & { type: T },
): Promise<void> => {
  const person = await turn.person(from);
  const { donor } = person;
  if (donor) return handlers[command.type](turn, { ...person, donor }, command);
  // "Band karo" from a family means its request.
  if (!(await replyWithOpenItems(turn, from))) turn.reply({ key: 'notADonor', params: {} });
};

/** Told why they cannot give: who is asked or awaited just now need not come, and their place is filled at once. */
const rest = async (turn: UnitOfWork, from: Person['phone'], until: Day): Promise<void> => {
  await endAlert(turn, from);
  const held = await heldPledge(turn, await turn.person(from));
  if (!held) return turn.reply({ key: 'deferralNoted', params: { until } });
  const { request, pledge } = held;
  await silently(turn, () => turn.decide(request, { type: 'drop', alertId: pledge.alertId }));
  // Why is known already: the question that comes with it is not asked.
  turn.change(withoutQuestion(await turn.person(from)));
  turn.reply({ key: 'alertYesNotYet', params: { code: request.code, from: until } });
};

/** Who is asked just now and may not give any more has said no: somebody else is asked, and no call comes after it. */
const endAlert = async (turn: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await turn.person(from);
  const open = openAlert(person, turn.now);
  const request = open && (await turn.request(open.requestId));
  const { donation } = turn.services.config.policy;
  if (!person.donor || !request) return;
  if (whyNotEligible(person.donor, request.component, turn.now, donation) === undefined) return;
  await silently(turn, () => answerAlert(turn, from, { digit: 2, code: request.code }));
};

/** What it would answer is left to the one answer that follows. */
const silently = async (turn: UnitOfWork, act: () => Promise<unknown>): Promise<void> => {
  const said = turn.replies.length;
  await act();
  turn.replies.splice(said);
};
