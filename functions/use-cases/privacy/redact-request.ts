import { withoutRequest } from '#shared/people/donor-updates.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { eraseRecordings } from './erase-recordings.ts';

/** Alerts stripped in one transaction: alert and person each, and the request's own, under the limit of 100. */
const alertsAtOnce = 40;

/**
 * A request that ended `policy.retention.requestDays` ago loses its names and numbers, and those whom it knew lose it;
 * group, units, place, times, alerts and the timeline stay, for the figures (FACTS §4). Many alerts take some minutes,
 * a part in each.
 */
export const redactRequest = (services: Services, id: RequestId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const file = await services.store.requestFile(id);
    const { dueAt, forgetAt } = file?.request ?? {};
    if (!file || dueAt !== undefined || forgetAt === undefined || forgetAt > work.now)
      return 'done';
    const named = file.alerts.filter((alert) => alert.phone !== undefined);
    for (const { phone, ...alert } of named.slice(0, alertsAtOnce)) {
      work.put(alert);
      await partFrom(work, phone, id);
    }
    if (named.length <= alertsAtOnce) await forgetNames(work, file.request);
    return work.save('done');
  });

const forgetNames = async (work: UnitOfWork, request: Request): Promise<void> => {
  const { requester, verifiedBy: _, forgetAt: __, spoken, ...rest } = request;
  await eraseRecordings(work, Object.values(spoken ?? {}));
  const pledges = request.pledges.map(({ donor: ___, ...pledge }) => pledge);
  work.put({ ...rest, patient: '', attendant: '', pledges });
  await partFrom(work, requester, request.id);
};

const partFrom = async (work: UnitOfWork, phone: PhoneNumber | undefined, id: RequestId) => {
  const person = phone && (await work.otherPerson(phone));
  if (person && person.version > 0) work.change(withoutRequest(person, id));
};
