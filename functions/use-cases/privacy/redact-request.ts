import { withoutRequest } from '#shared/people/donor-updates.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { expireRecordings } from './erase-recordings.ts';

/** Alerts redacted in one transaction: two writes each, plus those of the request, under the limit of 100. */
const alertsAtOnce = 40;

/**
 * Redacts a request that ended `policy.retention.requestDays` ago: its names and numbers go, and its people lose their
 * reference to it. Group, units, place, times, alerts and the timeline stay for statistics (docs/facts.md#law). Many
 * alerts take several minutes, one part per minute.
 */
export const redactRequest = (services: Services, id: RequestId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const file = await services.store.alertedRequest(id);
    const { dueAt, forgetAt } = file?.request ?? {};
    if (!file || dueAt !== undefined || forgetAt === undefined || forgetAt > work.now)
      return 'done';
    const named = file.alerts.filter((alert) => alert.phone !== undefined);
    for (const { phone, ...alert } of named.slice(0, alertsAtOnce)) {
      work.put(alert);
      await removeRequest(work, phone, id);
    }
    if (named.length <= alertsAtOnce) await redactNames(work, file.request);
    return work.save('done');
  });

const redactNames = async (work: UnitOfWork, request: Request): Promise<void> => {
  const {
    requester,
    contact: _contact,
    ward: _ward,
    verifiedBy: _,
    forgetAt: __,
    spoken,
    ...rest
  } = request;
  await expireRecordings(work, Object.values(spoken ?? {}));
  const pledges = request.pledges.map(({ donor: ___, check: ____, ...pledge }) => pledge);
  work.put({ ...rest, patient: '', attendant: '', pledges });
  await removeRequest(work, requester, request.id);
};

const removeRequest = async (work: UnitOfWork, phone: PhoneNumber | undefined, id: RequestId) => {
  const person = phone && (await work.otherPerson(phone));
  if (person && person.version > 0) work.change(withoutRequest(person, id));
};
