import { isLookalike } from '#shared/conversation/lookalikes/is-lookalike.ts';
import type { Request } from '#shared/request/request.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** So many codes are named at most. */
const mostNamed = 3;

/** The codes of other open requests that may be about the same patient, the oldest first. */
export const findLookalikes = async (
  work: UnitOfWork,
  request: Request,
  open?: readonly Request[],
): Promise<Request['code'][]> =>
  [...(open ?? (await listOpenRequests(work)))]
    .filter((other) => isLookalike(request, other))
    .sort((a, b) => a.createdAt - b.createdAt)
    .slice(0, mostNamed)
    .map(({ code }) => code);
