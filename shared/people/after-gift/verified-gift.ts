import type { AfterGiftRules } from '../../terms/after-gift/after-gift-rules.ts';
import type { AlertId, RequestId } from '../../terms/ids.ts';
import { after, type Day, days, type EpochMs } from '../../terms/time.ts';
import type { Donor } from '../donor.ts';
import type { DonorPerson } from '../person.ts';
import type { FollowUp } from './contact.ts';
import { eveningFrom } from './when-to-tell.ts';

/** The id of a gift to a patient, among the gifts of its donor: one donor gives once for a request. */
export const requestGiftId = (requestId: RequestId): string => `request-${requestId}`;

export const isRequestGift = (gifts: Donor['gifts'], requestId: RequestId): boolean =>
  gifts?.some(({ id }) => id === requestGiftId(requestId)) ?? false;

type PatientGift = { requestId: RequestId; alertId: AlertId; day: Day };

/**
 * The family has confirmed this gift to its patient: it counts for milestones like a gift at a camp, and what follows it
 * is set. The same gift twice changes nothing.
 */
export const withVerifiedGift = (
  person: DonorPerson,
  { requestId, alertId, day }: PatientGift,
  now: EpochMs,
  rules: AfterGiftRules,
): DonorPerson => {
  const { donor } = person;
  const id = requestGiftId(requestId);
  const { gifts = [], followUps = [] } = donor;
  if (gifts.some((gift) => gift.id === id)) return person;
  const followUp = (what: FollowUp['what'], since: EpochMs): FollowUp => ({
    ...{ what, requestId, alertId, since },
    at: eveningFrom(since, person, rules.evening),
  });
  const next = [
    ...(rules.certificate.on ? [followUp('certificate', now)] : []),
    ...(rules.news.on ? [followUp('news', after(now, days(rules.news.afterDays)))] : []),
  ];
  return {
    ...person,
    donor: {
      ...donor,
      gifts: [...gifts, { id, day, at: 'request' }],
      followUps: [...followUps, ...next],
    },
  };
};

/** The gift did not happen: it counts no longer, and nothing follows it. */
export const withoutGift = (donor: Donor, requestId: RequestId): Donor => ({
  ...donor,
  ...(donor.gifts && { gifts: donor.gifts.filter(({ id }) => id !== requestGiftId(requestId)) }),
  ...(donor.followUps && {
    followUps: donor.followUps.filter((followUp) => followUp.requestId !== requestId),
  }),
});
