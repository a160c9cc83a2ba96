import { confirmPledgedDonation } from '../pledges/handle-pledge-reply.ts';
import type { CommandHandlers } from '../texts/command-handler.ts';
import { changeDuty } from '../volunteers/change-duty.ts';
import { changeAvailability } from './change-availability.ts';

/** When a donor may be asked, or a volunteer is on duty. */
export const availabilityHandlers: CommandHandlers<'pause' | 'on' | 'off' | 'gave'> = {
  pause: changeAvailability,
  on: async (work, from, command) => {
    if (!(await changeDuty(work, from, true))) await changeAvailability(work, from, command);
  },
  off: async (work, from) => {
    if (!(await changeDuty(work, from, false)))
      await changeAvailability(work, from, { type: 'pause' });
  },
  gave: async (work, from, command, text) => {
    if (!(await confirmPledgedDonation(work, from, text, command.day)))
      await changeAvailability(work, from, command);
  },
};
