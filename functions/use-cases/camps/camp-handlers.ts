import type { DoorEntry } from '#shared/camp/door.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import type { SeatNumber } from '#shared/terms/ids.ts';
import { changeAvailability } from '../donors/change-availability.ts';
import type { CommandHandlers } from '../texts/command-handler.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { doorCode } from './camp-messages.ts';
import { campsToday } from './list-camps.ts';
import { planCamp } from './plan-camp.ts';
import { findAtDoor, recordEntry } from './record-door.ts';
import { walkIn } from './walk-in.ts';

type Phone = Person['phone'];

const unknownMessage = (code?: SeatNumber): Message => ({
  key: 'campDoorUnknown',
  params: { ...(code && { code }) },
});

const atDoor = async (
  work: UnitOfWork,
  from: Phone,
  number: SeatNumber | undefined,
  entry: DoorEntry | undefined,
): Promise<void> => {
  const camps = await campsToday(work.services, await work.person(from), work.now);
  if (camps.length === 0) return work.reply({ key: 'campNone', params: {} });
  const found = number && (await findAtDoor(work, camps, number));
  if (!found) return work.reply(unknownMessage(number));
  const code = doorCode(found.seat);
  if (!entry) return work.reply({ key: 'campAskBack', params: { code } });
  const { group } = await recordEntry(work, found.camp, found.seat, entry);
  work.reply({ key: 'campDoor', params: { code, group, did: entry.what } });
};

/** A coordinator opens a camp; its volunteers record at the door. `isCommandOf` has found a volunteer, but for GAVE. */
export const campHandlers: CommandHandlers<'camp' | 'campIn' | 'campGave' | 'back' | 'new'> = {
  camp: planCamp,
  campIn: (work, from, { seat }) => atDoor(work, from, seat, { what: 'in' }),
  campGave: async (work, from, { seat }) =>
    (await work.person(from)).volunteer
      ? atDoor(work, from, seat, { what: 'gave' })
      : changeAvailability(work, from, { type: 'gave' }),
  back: (work, from, { seat, reason }) =>
    atDoor(work, from, seat, reason && { what: 'back', reason }),
  new: async (work, from, { phone, group }) => {
    const [camp] = await campsToday(work.services, await work.person(from), work.now);
    if (!camp) return work.reply({ key: 'campNone', params: {} });
    if (!phone || !group) return work.reply(unknownMessage());
    const seat = await walkIn(work, camp, { phone, group });
    if (!seat) {
      const ofPhone = `x${phone.slice(-3)}`;
      return work.reply({ key: 'campWalkIn', params: { ofPhone } });
    }
    const code = doorCode(seat);
    work.reply({ key: 'campDoor', params: { code, group: seat.group, did: 'in' } });
  },
};
