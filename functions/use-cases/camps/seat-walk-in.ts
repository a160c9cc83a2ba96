import { isCampRunning } from '#shared/camp/camp.ts';
import { isDonor, type Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { bookedMessage } from './camp-messages.ts';
import { loadCamp } from './load-camp.ts';
import { newSeat } from './take-half-hour.ts';

/** A registration is complete: a walk-in of today's camp gets their number at the door. */
export const seatWalkIn = async (work: UnitOfWork, phone: Person['phone']): Promise<void> => {
  const person = await work.person(phone);
  const ref = person.camps?.findLast((one) => one.walkIn && one.seat === undefined);
  const camp = ref && (await loadCamp(work, ref.campId));
  if (!camp || !isCampRunning(camp) || !isDonor(person)) return;
  const seat = await newSeat(work, camp, person, { state: 'in', walkIn: true });
  work.reply(bookedMessage(camp, seat));
};
