import type { Request } from '#shared/request/request.ts';
import { after, days } from '#shared/terms/time.ts';
import { readOrReport } from '../report-invalid-item.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** No request waits longer than this without being looked at. */
const horizon = days(60);
const most = 500;

/** Every request that is not over, as the due index knows them; but one that cannot be read. */
export const listOpenRequests = async (work: UnitOfWork): Promise<Request[]> => {
  const { store, log } = work.services;
  const open = await store.due('request', after(work.now, horizon), most);
  const requests = await Promise.all(
    open.map((due) =>
      due.kind === 'request' ? readOrReport(log, () => store.request(due.id)) : undefined,
    ),
  );
  return requests.filter((request) => request !== undefined);
};
