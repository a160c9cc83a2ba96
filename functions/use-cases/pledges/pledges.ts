import type { Message } from '#shared/messages/message-keys.ts';
import type { Person, RequestRef } from '#shared/people/person.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import { days } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

export type HeldPledge = { request: Request; pledge: Pledge };

/** How long a word about an old pledge is still understood without its code. */
const memory = days(7);

/** The pledges this phone has made lately (with that code), newest first. */
export const pledgesOf = async (
  work: UnitOfWork,
  person: Person,
  code?: string,
): Promise<HeldPledge[]> => {
  const refs = person.alerts
    .filter((a) =>
      code === undefined ? a.state === 'pledged' || a.at > work.now - memory : a.code === code,
    )
    .slice(-6)
    .reverse();
  // A yes of this very turn counts: a call goes on from there.
  const requests = await Promise.all(refs.map((ref) => work.request(ref.requestId)));
  return requests.flatMap((request, i) => {
    const pledge = request?.pledges.find((p) => p.alertId === refs[i]?.alertId);
    return request && pledge ? [{ request, pledge }] : [];
  });
};

/** What somebody confirmed or next in line has promised. */
export const pledgeStatus = ({ request, pledge }: HeldPledge): Message => {
  const { code, hospital, neededBy } = request;
  return pledge.state === 'standby'
    ? { key: 'alreadyStandby', params: { code } }
    : {
        key: 'alreadyConfirmed',
        params: { code, hospital, arriveBy: pledge.arriveBy ?? neededBy },
      };
};

/** What this phone has promised and still holds: a visit before a place in line. */
export const heldPledge = async (
  work: UnitOfWork,
  person: Person,
): Promise<HeldPledge | undefined> => {
  const pledges = await pledgesOf(work, person);
  return (
    pledges.find((p) => p.pledge.state === 'confirmed') ??
    pledges.find((p) => p.pledge.state === 'standby')
  );
};

/** DONE: the donor's word that they gave, or the family's that the blood was given. */
export const confirmDonation = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<void> => {
  const person = await work.person(from);
  const pledges = await pledgesOf(work, person, code);
  const confirmed = pledges.find((p) => p.pledge.state === 'confirmed');
  const own = person.requests.filter((r) => r.open && (code === undefined || r.code === code));
  if (confirmed) return give(work, confirmed);
  if (own.length > 0) return allGiven(work, own);
  const [earlier] = pledges;
  return earlier ? give(work, earlier) : work.reply({ key: 'nothingDone', params: {} });
};

const give = async (work: UnitOfWork, { request, pledge }: HeldPledge): Promise<void> => {
  const result = await applyDecision(work, request, { type: 'give', alertId: pledge.alertId });
  if (typeof result === 'string')
    work.reply({ key: 'alreadyGiven', params: { code: request.code } });
};

const allGiven = async (work: UnitOfWork, own: RequestRef[]): Promise<void> => {
  const [ref] = own;
  if (!ref) return;
  if (own.length > 1) {
    return work.reply({ key: 'whichRequest', params: { codes: own.map((r) => r.code) } });
  }
  const request = await work.services.store.request(ref.requestId);
  const result = request && (await applyDecision(work, request, { type: 'all-given' }));
  if (result === undefined || typeof result === 'string') {
    work.reply({ key: 'doneWithoutDonor', params: { code: ref.code } });
  }
};

/** DROP: a donor who said yes cannot come after all, or was sent home; the reason is asked, the place refilled at once. */
export const withdrawPledge = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<void> => {
  const pledges = await pledgesOf(work, await work.person(from), code);
  const pledged =
    pledges.find((p) => p.pledge.state === 'confirmed') ??
    pledges.find((p) => p.pledge.state === 'standby') ??
    pledges.find((p) => p.pledge.donatedBy === 'requester');
  const result =
    pledged &&
    (await applyDecision(work, pledged.request, { type: 'drop', alertId: pledged.pledge.alertId }));
  if (result === undefined || typeof result === 'string')
    work.reply({ key: 'nothingToDrop', params: {} });
};
