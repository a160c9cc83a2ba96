import type { Message } from '#shared/messages/message-keys.ts';
import { type FollowUp, withContact } from '#shared/people/after-gift/contact.ts';
import { isHeldOut } from '#shared/people/after-gift/hold-out.ts';
import { requestGiftId } from '#shared/people/after-gift/verified-gift.ts';
import { apartFrom, eveningFrom } from '#shared/people/after-gift/when-to-tell.ts';
import { numberOfGift } from '#shared/people/camps/milestones.ts';
import type { Donor } from '#shared/people/donor.ts';
import type { DonorPerson } from '#shared/people/person.ts';
import { isDonor } from '#shared/people/person.ts';
import { isVerified } from '#shared/request/pledge-counts.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days, type EpochMs, epochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { requestSerial } from '../camps/gifts/find-certificate.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** Sends what is due after a confirmed gift to a patient: its certificate that evening, and later what it did. */
export const followUpGift = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    const due = person.donor?.followUps?.find(({ at }) => at <= work.now);
    if (!due || !isDonor(person)) return 'done';
    await follow(work, person, due);
    return work.save('done');
  });

const follow = async (work: UnitOfWork, person: DonorPerson, due: FollowUp): Promise<void> => {
  const { afterGift } = work.services.config.policy;
  const evening = eveningFrom(work.now, person, afterGift.evening);
  if (evening > work.now) {
    wait(work, person, due, evening);
    return;
  }
  const request = await work.request(due.requestId);
  const pledge = request?.pledges.find(({ alertId }) => alertId === due.alertId);
  const stands = request && pledge && isVerified(pledge) && !person.optedOut;
  if (!stands) end(work, person, due);
  else if (due.what === 'news') tellNews(work, person, due, request);
  else sendCertificate(work, person, due, { request, pledge });
};

const others = ({ donor }: DonorPerson, due: FollowUp): FollowUp[] =>
  (donor.followUps ?? []).filter(
    ({ what, requestId }) => what !== due.what || requestId !== due.requestId,
  );

const wait = (work: UnitOfWork, person: DonorPerson, due: FollowUp, from: EpochMs): void => {
  const { afterGift } = work.services.config.policy;
  const at = eveningFrom(from, person, afterGift.evening);
  const followUps = [...others(person, due), { ...due, at }];
  work.change({ ...person, donor: { ...person.donor, followUps } });
};

const end = (
  work: UnitOfWork,
  person: DonorPerson,
  due: FollowUp,
  change: Partial<Donor> = {},
): void =>
  work.change({
    ...person,
    donor: { ...person.donor, ...change, followUps: others(person, due) },
  });

/** One rule for gifts at camps and to patients: the number of the gift, and a certificate. */
const sendCertificate = (
  work: UnitOfWork,
  person: DonorPerson,
  due: FollowUp,
  { request, pledge }: { request: Request; pledge: Pledge },
): void => {
  const { services } = work;
  const checked = { ...pledge, check: services.ids.next().slice(-10) };
  work.put({
    ...request,
    pledges: request.pledges.map((one) => (one === pledge ? checked : one)),
  });
  end(work, person, due);
  const count = numberOfGift(person.donor.gifts ?? [], requestGiftId(request.id)) ?? 1;
  const link = `${services.publicUrl}/thanks/${requestSerial(request, checked) ?? ''}`;
  work.queueText(person.phone, { key: 'giftCertificate', params: { count, link } });
};

/**
 * The news waits until the request has been closed as given for so long, and for days without an alert, an invitation or
 * a reminder. Donors who are held out have their turn at the same moment, so that both can be compared.
 */
const tellNews = (work: UnitOfWork, person: DonorPerson, due: FollowUp, request: Request): void => {
  const { afterGift: rules } = work.services.config.policy;
  const { news } = rules;
  const since = sinceOf(request, due, news.afterDays);
  const apart = apartFrom(person, work.now, rules);
  // Only the family's yes: a no, and silence, are never passed on as news.
  const isTrue = since === 'never' || since > work.now || request.reached === true;
  const isDropped = !news.on || since === 'never' || !isTrue || isPaused(person, work.now);
  const isLate = since !== 'never' && apart > since + days(rules.waitDays);
  const from = epochMs(Math.max(apart, since === 'never' ? 0 : since));
  if (isDropped || isLate) end(work, person, due);
  else if (from > work.now) wait(work, person, { ...due, since }, from);
  else sendNews(work, person, due, request);
};

const sendNews = (
  work: UnitOfWork,
  person: DonorPerson,
  due: FollowUp,
  { hospital, place }: Request,
): void => {
  const { news } = work.services.config.policy.afterGift;
  const held = isHeldOut('news', person.phone, news.holdOut);
  const turn = { what: 'news' as const, at: work.now, ...(held && { held: true as const }) };
  end(work, person, due, { contacts: withContact(person.donor.contacts, turn) });
  const message: Message = { key: 'giftNews', params: { hospital, place: place.name } };
  if (!held) work.queueText(person.phone, message);
};

/** When the news is due: so long after the request was closed as given; while it is open, a day later again. */
const sinceOf = ({ phase }: Request, { since }: FollowUp, afterDays: number): EpochMs | 'never' => {
  if (phase.type === 'closed') return 'never';
  const closedAt = phase.type === 'fulfilled' ? phase.at : undefined;
  return closedAt === undefined
    ? after(since, days(1))
    : epochMs(Math.max(since, closedAt + days(afterDays)));
};

const isPaused = ({ donor }: DonorPerson, now: EpochMs): boolean => (donor.pausedUntil ?? 0) > now;
