import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, hours, minutes } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { askForHelp } from '../volunteers/ask-for-help.ts';
import { questionLeft } from './question-left.ts';

/*
 * A family that stops before its request is sent off, most often because it does not know that the summary needs a 1. It
 * is reminded once. If the need is urgent and it stays silent, a volunteer is asked to ring it.
 */

const reminderAfter = minutes(10);
const helpAfter = minutes(20);
/** A need within this time is urgent, and so is one whose time was not said yet. */
const urgentWithin = hours(6);

/** A phone that has only said BLOOD is not reminded. */
const hasBegun = ({ requestDraft }: Person): boolean =>
  requestDraft !== undefined &&
  requestDraft.requestId === undefined &&
  (requestDraft.group !== undefined || requestDraft.hospital !== undefined);

/** The person, to be looked after again unless the request is sent off before. */
export const withDraftCheck = (person: Person, now: Person['createdAt']): Person => {
  const { draftCheck: _, ...rest } = person;
  return hasBegun(person)
    ? { ...rest, draftCheck: { at: after(now, reminderAfter), reminded: false } }
    : rest;
};

/** Reminds a family of its unfinished request, and later asks a volunteer to ring it. Each happens once. */
export const followUpDraft = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    const { draftCheck, ...rest } = person;
    if (!draftCheck || draftCheck.at > work.now) return 'done';
    const isOpen = ['request', 'request-summary'].includes(dialogueOf(person)?.about ?? '');
    if (!isOpen || !hasBegun(person) || person.optedOut || person.blockedAt !== undefined) {
      work.change(rest);
      return work.save('done');
    }
    if (!draftCheck.reminded) {
      const again = { at: after(work.now, helpAfter), reminded: true };
      work.change({ ...rest, draftCheck: again });
      work.queueText(phone, { key: 'requestNotSent', params: questionLeft(person) });
      return work.save('done');
    }
    work.change(rest);
    const { neededBy, place } = person.requestDraft ?? {};
    const isUrgent = neededBy === undefined || neededBy <= after(work.now, urgentWithin);
    if (isUrgent) await askForHelp(work, rest, 'unfinished', place?.zone);
    return work.save('done');
  });
