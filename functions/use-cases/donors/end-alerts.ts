import { type Leaving, parseLeaving } from '#shared/conversation/replies/parse-leaving.ts';
import { openAlert, withoutAlerts } from '#shared/people/donor-updates.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { declineAlert } from '../alerts/answer-alert.ts';
import { findHeldPledge, pledgeStatus } from '../pledges/find-pledges.ts';
import { removeContact } from '../requests/correct-request.ts';
import { replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { changeDuty } from '../volunteers/change-duty.ts';
import { completeRegistration } from './register-donor.ts';

type Handler = (work: UnitOfWork, person: Person) => Promise<boolean>;

/** No more alerts to this number, and none that is open now. */
const endAlerts = async (work: UnitOfWork, person: Person): Promise<void> => {
  const open = openAlert(person, work.now);
  if (open) await declineAlert(work, person.phone, open);
  const declined = await work.person(person.phone);
  const { donor } = declined;
  if (donor) work.change({ ...declined, donor: withoutAlerts(donor, work.services.config.policy) });
};

/** A list that has this number later makes it a donor without alerts. */
const leaveAlone = async (work: UnitOfWork, phone: Person['phone']): Promise<void> =>
  work.change({ ...(await work.person(phone)), leftAlone: true });

/** A family asks about its own request, so a "stop" or a death of theirs is about that. */
const isFamily = (person: Person): boolean => {
  const dialogue = dialogueOf(person);
  return (
    person.requests.some(({ open }) => open) ||
    (dialogue !== undefined && dialogue.about !== 'join')
  );
};

const isPledged = async (work: UnitOfWork, person: Person): Promise<boolean> =>
  (await findHeldPledge(work, person)) !== undefined;

const handlers: Record<Leaving, Handler> = {
  'stop-messages': async (work, person) => {
    const { phone, donor } = person;
    await removeContact(work, phone);
    if (isFamily(person)) return replyWithOpenItems(work, phone);
    if (dialogueOf(person)) await completeRegistration(work, phone);
    const isVolunteer = await changeDuty(work, phone, false);
    if (!donor) {
      await leaveAlone(work, phone);
      if (!isVolunteer) work.reply({ key: 'leftAlone', params: {} });
      return true;
    }
    await endAlerts(work, await work.person(phone));
    work.reply({ key: 'alertsEnded', params: {} });
    // The pledge stands; the reply says how to withdraw it.
    const held = await findHeldPledge(work, await work.person(phone));
    if (held) work.reply(pledgeStatus(held));
    return true;
  },
  'wrong-person': async (work, person) => {
    const { phone, donor, volunteer } = person;
    // A volunteer may mean the family's number; a person who has agreed to come is the right one.
    if (isFamily(person) || volunteer || (await isPledged(work, person))) return false;
    await removeContact(work, phone);
    if (!donor) {
      await leaveAlone(work, phone);
      work.reply({ key: 'leftAlone', params: {} });
      return true;
    }
    await endAlerts(work, person);
    work.logAfterSave('wrong-person', { who: maskPhoneNumber(phone) });
    work.reply({ key: 'wrongPersonNoted', params: {} });
    return true;
  },
  'donor-died': async (work, person) => {
    const { donor, volunteer } = person;
    if (volunteer || isFamily(person) || (await isPledged(work, person))) return false;
    if (!donor) {
      // A stranger may mean the patient: the condolence says nothing of alerts.
      await leaveAlone(work, person.phone);
      return false;
    }
    await endAlerts(work, person);
    work.reply({ key: 'sorryForLossNotAsked', params: {} });
    return true;
  },
};

/**
 * Handles "do not message me", a number that is another person's, and the death of the donor, in any words. Returns
 * false when the text says something else, or is about a request of the sender's own.
 */
export const handleLeaving = async (
  work: UnitOfWork,
  from: Person['phone'],
  text: string,
): Promise<boolean> => {
  const said = parseLeaving(text, (await work.person(from)).name);
  return said !== undefined && handleLeavingAs(work, from, said);
};

/** Acts on a wish to get no more messages, or on news of another person at this number. */
export const handleLeavingAs = async (
  work: UnitOfWork,
  from: Person['phone'],
  said: Leaving,
): Promise<boolean> => handlers[said](work, await work.person(from));
