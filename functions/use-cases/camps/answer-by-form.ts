import { isCampRunning } from '#shared/camp/camp.ts';
import { withoutQuestion } from '#shared/people/pending-question.ts';
import { isDonor, type Person } from '#shared/people/person.ts';
import type { CampId } from '#shared/terms/ids.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { acceptInvite, declined } from './answer-invitation.ts';
import { bookedMessage } from './camp-messages.ts';
import { loadCamp } from './load-camp.ts';
import { cannotCome, ownSeat, takeHalfHour } from './take-half-hour.ts';

/** A half hour of the camp, or "cannot come". */
type CampAnswer = EpochMs | 'no';

/**
 * The answer of a person who has logged in to the camp they are invited to. 'full': the half hour has filled up while
 * they chose; the yes stands, and they choose another.
 */
export const answerByForm = async (
  work: UnitOfWork,
  from: Person['phone'],
  campId: CampId,
  answer: CampAnswer,
): Promise<'done' | 'full'> => {
  const person = await work.person(from);
  const camp = await loadCamp(work, campId);
  const ref = person.camps?.find((one) => one.campId === campId);
  if (!camp || !ref || !isDonor(person)) return 'done';
  if (!isCampRunning(camp) || camp.to <= work.now) {
    work.reply({ key: 'campOver', params: {} });
    return 'done';
  }
  const held = await ownSeat(work, person, camp);
  if (answer === 'no') {
    if (held) await cannotCome(work, from, held.id);
    else work.change(declined(withoutQuestion(person), camp));
    if (!held) work.reply({ key: 'campNo', params: {} });
    return 'done';
  }
  const isOver = held && held.state !== 'booked' && held.state !== 'waiting';
  const seat = held && !isOver ? held : await acceptInvite(work, person, camp);
  const taken = seat && takeHalfHour(work, camp, seat, answer);
  if (!taken || taken === 'full') return 'full';
  work.change(withoutQuestion(await work.person(from)));
  work.reply(bookedMessage(camp, taken));
  return 'done';
};
