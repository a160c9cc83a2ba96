import type { Message } from '#shared/messages/message-keys.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import {
  type Confirmable,
  checkConfirmation,
  newConfirmation,
} from '#shared/people/proof/confirmation.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { setTrusted } from '../volunteers/change-duty.ts';

/* What a forged sender must not do: the number that confirms it stands only in a text to the true phone. */

/** Runs what waits for this number. Returns false for any other text. */
export const confirmByNumber = async (
  work: UnitOfWork,
  from: PhoneNumber,
  text: string,
): Promise<boolean> => {
  const { confirming, ...person } = await work.person(from);
  const checked = checkConfirmation(confirming, text, work.now);
  if (!confirming || checked === 'none') return false;
  if (checked === 'over') {
    work.change(person);
    return false;
  }
  if (checked === 'wrong') {
    work.change({ ...person, confirming: { ...confirming, tries: confirming.tries + 1 } });
    // Six digits may answer an open question, such as a PIN code.
    if (dialogueOf(person)) return false;
    work.reply({ key: 'confirmWrong', params: {} });
    return true;
  }
  work.change(person);
  await runConfirmed(work, from, confirming.what);
  return true;
};

const runConfirmed = (work: UnitOfWork, from: PhoneNumber, what: Confirmable): Promise<void> => {
  switch (what.type) {
    case 'trust':
      return setTrusted(work, from, { phone: what.phone, trusted: true });
    case 'forget':
      return erasePerson(work, from);
    default:
      return what satisfies never;
  }
};

/** Texts the number that confirms it. In a call too: what is said there, a forger hears. */
const askNumber = async (
  work: UnitOfWork,
  from: PhoneNumber,
  what: Confirmable,
  message: (number: string) => Message,
): Promise<void> => {
  const confirming = newConfirmation(
    what,
    (below) => work.services.ids.randomBelow(below),
    work.now,
  );
  work.change({ ...(await work.person(from)), confirming });
  work.reply(message(confirming.number));
};

/** FORGET. Erasing cannot be undone, and takes others' request, volunteer or donor away: those who have a role confirm it. */
export const forgetPerson = async (work: UnitOfWork, from: PhoneNumber): Promise<void> =>
  mattersToOthers(await work.person(from))
    ? askNumber(work, from, { type: 'forget' }, (number) => ({
        key: 'forgetConfirm',
        params: { number },
      }))
    : erasePerson(work, from);

/** True for a volunteer, a donor and a family with an open request. */
export const mattersToOthers = ({ volunteer, donor, requests }: Person): boolean =>
  volunteer !== undefined || donor !== undefined || requests.some(({ open }) => open);

/** TRUST: it opens the way to donors without a check, so the coordinator's own phone confirms it. */
export const proposeTrust = (work: UnitOfWork, from: PhoneNumber, phone: PhoneNumber) =>
  askNumber(work, from, { type: 'trust', phone }, (number) => ({
    key: 'trustConfirm',
    params: { phone, number },
  }));
