import type { Request } from '#shared/request/request.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Turn } from './turn.ts';

/** No request waits longer than this without being looked at. */
const horizon = days(60);
const most = 500;

/** Every request that is not over, as the due index knows them. */
export const listOpenRequests = async (turn: Turn): Promise<Request[]> => {
  const { store } = turn.services;
  const open = await store.due('request', after(turn.now, horizon), most);
  const requests = await Promise.all(
    open.map((due) => (due.kind === 'request' ? store.request(due.id) : undefined)),
  );
  return requests.filter((request) => request !== undefined);
};
