import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import type { Services } from '../../ports/services.ts';

/** As many requests in one reply stay under the carrier's 1,600 characters, and are as many as one volunteer can call about. */
export const maxInHand = 3;

/**
 * The volunteers who have room for this request: at most three that are not settled, so that false requests do not
 * bury true ones. One that comes last goes only to volunteers with nothing else. Who was asked for it stays asked.
 */
export const withRoomFor = async (
  { store }: Pick<Services, 'store'>,
  request: Request,
  volunteers: Person[],
): Promise<Person[]> => {
  const most = request.comesLast ? 1 : maxInHand;
  const loaded = new Map<string, Promise<Request | undefined>>();
  const load = ({ requestId }: { requestId: Request['id'] }): Promise<Request | undefined> => {
    const known = loaded.get(requestId) ?? store.request(requestId);
    loaded.set(requestId, known);
    return known;
  };
  const hasRoom = async ({ phone, ownCodes = [] }: Person): Promise<boolean> => {
    // Fewer codes than places: nothing has to be read.
    if (ownCodes.length < most || isAskedFor(request, phone)) return true;
    const others = ownCodes.filter(({ requestId }) => requestId !== request.id).slice(-mostRead);
    const asked = await Promise.all(others.map(load));
    return asked.filter((other) => other && isAskedFor(other, phone)).length < most;
  };
  const rooms = await Promise.all(volunteers.map(hasRoom));
  return volunteers.filter((_, i) => rooms[i]);
};

/** The newest requests that a volunteer was asked for; older ones are settled. */
const mostRead = 12;

const isAskedFor = ({ phase }: Request, phone: Person['phone']): boolean =>
  phase.type === 'verifying' && phase.asked.includes(phone);
