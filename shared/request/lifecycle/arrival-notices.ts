import type { AlertId } from '../../terms/ids.ts';
import type { Effect } from '../commands.ts';
import type { Request } from '../request.ts';
import { comingDetails } from '../request-messages.ts';
import { findPledge, notifyDonor, notifyPhone } from './notices.ts';

/** A donor is at the hospital: they hear the name to ask for, and the family hears that it should meet them. */
export const notifyArrival = (before: Request, alertId: AlertId): Effect[] => {
  const { code, requester } = before;
  const { donor, arrivedAt } = findPledge(before, alertId) ?? {};
  const isShared = donor?.sharing !== 'bridge';
  const contact = requester && (before.contact ?? requester);
  const { attendant, said } = comingDetails(before, {});
  return [
    ...notifyDonor(before, alertId, {
      key: 'arrivedThanks',
      params: {
        code,
        attendant,
        ...(said && { said }),
        ...(isShared && contact && { phone: contact }),
      },
    }),
    // "Still here" is no news.
    ...(donor && arrivedAt === undefined
      ? notifyPhone(requester, {
          key: 'donorArrived',
          params: { code, donor: donor.name, ...(isShared && { phone: donor.phone }) },
        })
      : []),
  ];
};
