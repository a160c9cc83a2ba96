import type { DoorEntry } from '#shared/camp/door.ts';
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

const atDoor = async (
  work: UnitOfWork,
  from: Phone,
  number: SeatNumber,
  entry: DoorEntry | undefined,
): Promise<void> => {
  const camps = await campsToday(work.services, await work.person(from), work.now);
  if (camps.length === 0) return work.reply({ key: 'campNone', params: {} });
  const found = await findAtDoor(work, camps, number);
  if (!found) return work.reply({ key: 'campDoorUnknown', params: { code: number } });
  const code = doorCode(found.seat);
  if (!entry) return work.reply({ key: 'campAskBack', params: { code } });
  const { group } = await recordEntry(work, found.camp, found.seat, entry);
  work.reply({ key: 'campDoor', params: { code, group, did: entry.what } });
};

/** A coordinator opens a camp; its volunteers record at the door. `isCommandOf` has found a volunteer, but for GAVE. */
export const campHandlers: CommandHandlers<
  'camp' | 'campIn' | 'campGave' | 'campBack' | 'campNew'
> = {
  camp: planCamp,
  campIn: (work, from, { seat }) => atDoor(work, from, seat, { what: 'in' }),
  campGave: async (work, from, { seat }) =>
    (await work.person(from)).volunteer
      ? atDoor(work, from, seat, { what: 'gave' })
      : changeAvailability(work, from, { type: 'gave' }),
  campBack: (work, from, { seat, reason }) =>
    atDoor(work, from, seat, reason && { what: 'back', reason }),
  campNew: async (work, from, command) => {
    const [camp] = await campsToday(work.services, await work.person(from), work.now);
    if (!camp) return work.reply({ key: 'campNone', params: {} });
    const seat = await walkIn(work, camp, command);
    if (!seat) {
      const ofPhone = `x${command.phone.slice(-3)}`;
      return work.reply({ key: 'campWalkIn', params: { ofPhone } });
    }
    const code = doorCode(seat);
    work.reply({ key: 'campDoor', params: { code, group: seat.group, did: 'in' } });
  },
};
