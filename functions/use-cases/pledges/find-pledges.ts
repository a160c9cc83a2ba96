import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import { agreedTime } from '#shared/request/request-messages.ts';
import { days } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

export type HeldPledge = { request: Request; pledge: Pledge };

/** How long a text without a code can still be about an old pledge. */
const memory = days(7);

/** The recent pledges of this phone, newest first; with `code`, only those of that request. */
export const findPledges = async (
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
  // Includes a pledge made in this unit of work: a call continues from it.
  const requests = await Promise.all(refs.map((ref) => work.request(ref.requestId)));
  return requests.flatMap((request, i) => {
    const pledge = request?.pledges.find((p) => p.alertId === refs[i]?.alertId);
    return request && pledge ? [{ request, pledge }] : [];
  });
};

/** The pledge this phone still holds: a confirmed one before a standby one. */
export const findHeldPledge = async (
  work: UnitOfWork,
  person: Person,
): Promise<HeldPledge | undefined> => {
  const pledges = await findPledges(work, person);
  return (
    pledges.find((p) => p.pledge.state === 'confirmed') ??
    pledges.find((p) => p.pledge.state === 'standby')
  );
};

/** The message that states a confirmed or standby donor's pledge. */
export const pledgeStatus = ({ request, pledge }: HeldPledge): Message => {
  const { code, hospital } = request;
  return pledge.state === 'standby'
    ? { key: 'alreadyStandby', params: { code } }
    : {
        key: 'alreadyConfirmed',
        params: { code, hospital, ...agreedTime(request, pledge) },
      };
};
