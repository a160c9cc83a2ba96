import { mayGiveFrom } from '../../people/eligibility.ts';
import { type Day, dayOf } from '../../terms/time.ts';
import type { Effect } from '../commands.ts';
import type { Pledge } from '../request.ts';
import type { Change, EventOf } from './handlers.ts';
import { findPledge, notifyPhone } from './notices.ts';

/** The day from which this donor may give whole blood again after giving today. */
const nextDay = (
  { sex }: NonNullable<Pledge['donor']>,
  { after: { component }, now, policy }: Change,
): Day =>
  dayOf(
    mayGiveFrom(
      { sex, lastDonation: { day: dayOf(now), component } },
      'whole-blood',
      policy.donation,
    ),
  );

/** Thanks to a donor who has given. What the family reports is a confirmed gift. */
export const thankDonor = (
  { alertId, reportedBy }: EventOf['donated'],
  change: Change,
): Effect[] => {
  const donor = findPledge(change.after, alertId)?.donor;
  if (!donor) return [];
  const key = reportedBy === 'donor' ? 'donationThanks' : 'donationThanksFromFamily';
  return [
    { type: 'record-donation', phone: donor.phone },
    ...(reportedBy === 'requester'
      ? [{ type: 'verify-gift' as const, phone: donor.phone, alertId }]
      : []),
    ...notifyPhone(donor.phone, {
      key,
      params: { code: change.after.code, next: nextDay(donor, change) },
    }),
  ];
};
