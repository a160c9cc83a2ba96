import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* The requests that a volunteer may mean. */

export const findMeantRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<Request | Message> => {
  if (code !== undefined)
    return (await findByCode(work, code)) ?? { key: 'verifyUnknown', params: { code } };
  const waiting = await findAssigned(work, from);
  const [only] = waiting;
  if (!only) return { key: 'verifyUnknown', params: {} };
  return waiting.length === 1
    ? only
    : { key: 'verifyWhich', params: { codes: waiting.map((r) => r.code) } };
};

const findByCode = async (work: UnitOfWork, code: string): Promise<Request | undefined> => {
  const { store } = work.services;
  const parsed = requestCodeSchema.safeParse(code);
  const pointer = parsed.success ? await store.code(parsed.data) : undefined;
  return pointer && store.request(pointer.requestId);
};

/** Requests that wait for this volunteer's answer. */
export const findAssigned = async (work: UnitOfWork, from: Person['phone']): Promise<Request[]> => {
  const open = await listOpenRequests(work);
  return open.filter((r) => r.phase.type === 'verifying' && r.phase.asked.includes(from));
};

/** The requests a volunteer on duty may verify in a call: those they were asked for and those waiting in their zone, oldest first. */
export const findWaitingRequests = async (
  work: UnitOfWork,
  { phone, volunteer }: Person,
): Promise<Request[]> => {
  if (!volunteer?.onDuty) return [];
  const open = (await listOpenRequests(work)).map((r) => work.pending(r));
  return open
    .filter(({ phase, requester }) => phase.type === 'verifying' && requester !== phone)
    .filter(
      ({ phase, place, unplaced }) =>
        unplaced ||
        (phase.type === 'verifying' && phase.asked.includes(phone)) ||
        place.zone === volunteer.zone,
    )
    .sort((a, b) => a.createdAt - b.createdAt);
};
