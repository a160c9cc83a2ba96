import type { TextCommandOf } from '#shared/conversation/commands/text-command.ts';
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
import { declineAlert } from '../alerts/answer-alert.ts';
import { applyDecision } from '../apply-decision.ts';
import { findHeldPledge, pledgeStatus } from '../pledges/find-pledges.ts';
import { replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type AvailabilityOf = Pick<TextCommandOf, 'pause' | 'on' | 'gave'>;
type Handler<C> = (work: UnitOfWork, person: DonorPerson, command: C) => Promise<void>;

const pause: Handler<AvailabilityOf['pause']> = async (work, person, command) => {
  const { phone, donor } = person;
  const { policy } = work.services.config;
  if (command.deferral) {
    const resting = withDeferral(donor, restsUntil(command.deferral, work.now, policy), policy);
    work.change({ ...person, donor: resting });
    return rest(work, phone, dayOf(resting.deferredUntil));
  }
  if (command.days === undefined) return work.reply({ key: 'pauseUnclear', params: {} });
  const until = after(work.now, days(command.days));
  work.change({ ...person, donor: withPause(donor, until, policy) });
  await endOpenAlert(work, phone);
  work.reply({ key: 'paused', params: { until: dayOf(until) } });
  // A pause stops alerts only. The reply names the pledge that stands and how to withdraw it.
  const held = await findHeldPledge(work, await work.person(phone));
  if (held) work.reply(pledgeStatus(held));
};

const resume: Handler<AvailabilityOf['on']> = async (work, person) => {
  work.change({ ...person, donor: withoutPause(person.donor, work.services.config.policy) });
  work.reply({ key: 'resumed', params: {} });
};

const recordDonation: Handler<AvailabilityOf['gave']> = async (work, person, { day }) => {
  const { phone, donor } = person;
  const { policy } = work.services.config;
  if (!day || day > dayOf(work.now)) return work.reply({ key: 'gaveUnclear', params: {} });
  const isKnown = donor.lastDonation !== undefined && donor.lastDonation.day >= day;
  const given = isKnown ? donor : withDonation(donor, day, 'whole-blood', policy);
  const { remindAt, ...unreminded } = given;
  const { pausedUntil: _, ...rested } = given;
  const next = dayOf(mayGiveFrom(rested, 'whole-blood', policy.donation));
  const isResting = next > dayOf(work.now);
  // A rest that is over needs no later word that it is over.
  work.change({
    ...person,
    donor: isResting && remindAt ? { ...unreminded, remindAt } : unreminded,
  });
  await endOpenAlert(work, phone);
  work.reply(
    isResting ? { key: 'gaveNoted', params: { next } } : { key: 'gaveLongAgo', params: {} },
  );
};

const handlers: { [T in keyof AvailabilityOf]: Handler<AvailabilityOf[T]> } = {
  pause,
  on: resume,
  gave: recordDonation,
};

/** PAUSE 30, ON, GAVE 12/10: a donor says when alerts may come. */
export const changeAvailability = async <T extends keyof AvailabilityOf>(
  work: UnitOfWork,
  from: Person['phone'],
  command: AvailabilityOf[T] & { type: T },
): Promise<void> => {
  const person = await work.person(from);
  const { donor } = person;
  if (donor) return handlers[command.type](work, { ...person, donor }, command);
  // "Band karo" from a family means its request.
  if (!(await replyWithOpenItems(work, from))) work.reply({ key: 'notADonor', params: {} });
};

/** A donor who may not give for a while: ends the alert or pledge at once, so that another donor is asked. */
const rest = async (work: UnitOfWork, from: Person['phone'], until: Day): Promise<void> => {
  await endOpenAlert(work, from);
  const held = await findHeldPledge(work, await work.person(from));
  if (!held) return work.reply({ key: 'deferralNoted', params: { until } });
  const { request, pledge } = held;
  await applyDecision(work, request, { type: 'drop', alertId: pledge.alertId }, { silent: true });
  // The reason is known already, so the question for it is taken back.
  work.change(withoutQuestion(await work.person(from)));
  work.reply({ key: 'alertYesNotYet', params: { code: request.code, from: until } });
};

/** A donor with an open alert who may not give any more has said no: another donor is asked, and no call follows. */
export const endOpenAlert = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await work.person(from);
  const open = openAlert(person, work.now);
  const request = open && (await work.request(open.requestId));
  const { donation } = work.services.config.policy;
  if (!person.donor || !request) return;
  if (whyNotEligible(person.donor, request.component, work.now, donation) === undefined) return;
  await declineAlert(work, from, open);
};
