import { isLookalike } from '#shared/conversation/lookalikes/is-lookalike.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
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

/**
 * The other open request under which this need is looked for, when a volunteer says that it is the same: first the one
 * whose code the reason names. Saved unchanged, so that two verdicts at one moment cannot close both.
 */
export const keepSameNeed = async (
  work: UnitOfWork,
  request: Request,
  reason = '',
): Promise<boolean> => {
  const { id, group, requester } = request;
  const isNamed = ({ code }: Request): boolean => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(reason);
  const isSame = (other: Request): boolean =>
    isLookalike(request, other) ||
    (other.group === group &&
      (isNamed(other) || (requester !== undefined && other.requester === requester)));
  const others = (await listOpenRequests(work))
    .map((other) => work.pending(other))
    .filter((other) => other.id !== id && !isClosed(other) && isSame(other));
  const kept = others.find(isNamed) ?? others[0];
  if (kept) work.put(kept);
  return kept !== undefined;
};
