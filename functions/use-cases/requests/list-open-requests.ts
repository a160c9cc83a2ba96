import type { Request } from '#shared/request/request.ts';
import { after, days } from '#shared/terms/time.ts';
import { readOrReport } from '../report-invalid-item.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Every open request is due within this time. */
const horizon = days(60);
const most = 500;

/** All open requests from the due index, without invalid items. */
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
