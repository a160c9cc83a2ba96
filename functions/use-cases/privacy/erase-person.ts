import type { Person } from '#shared/people/person.ts';
import { isOpen } from '#shared/request/alert.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { RequestFile } from '../../ports/store.ts';
import { applyDecision } from '../apply-decision.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import { repeat } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { eraseAllRecordings, eraseRecordings } from './erase-recordings.ts';

/**
 * FORGET: the person's item goes, their open requests close, their pledges are dropped and replaced, and their
 * number and names leave every request and alert; counts without names stay (DPDP Act, FACTS §4).
 * What they have said in calls is deleted. Queued messages to them find nobody when they would leave, and are withdrawn.
 */
export const erasePerson = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await work.person(from);
  const open = person.requests.some((r) => r.open);
  const known = new Set([...person.requests, ...person.alerts].map((ref) => ref.requestId));
  await eraseAllRecordings(work.services, from);
  for (const requestId of known) await forgetIfOver(work.services, from, requestId);
  for (const requestId of known) await forgetInRequest(work, from, requestId);
  if (person.volunteer) await forgetVolunteer(work, from);
  await eraseRecordings(work, recordingsOf(person));
  work.erase(person);
  work.replies.splice(0);
  work.reply({ key: open ? 'forgetAfterRequest' : 'forgotten', params: {} });
};

/** What this person has said, and what has been said for them alone. */
export const recordingsOf = ({ toHear, nameSpoken, requestDraft, joinDraft }: Person) => [
  toHear?.recording,
  nameSpoken,
  joinDraft?.nameSpoken,
  ...Object.values(requestDraft?.spoken ?? {}),
];

/**
 * Whatever is over is saved by itself, request by request: in half a year there may be more than one transaction
 * takes. Nothing is lost when the turn is decided anew, as erasing twice is erasing.
 */
const forgetIfOver = (
  services: Services,
  from: Person['phone'],
  requestId: RequestId,
): Promise<'done'> =>
  repeat(services, async () => {
    const request = await services.store.request(requestId);
    if (!request || !isClosed(request)) return 'done';
    const work = new UnitOfWork(services, services.clock.now());
    await forgetInRequest(work, from, requestId);
    return work.save('done');
  });

const forgetInRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  requestId: RequestId,
): Promise<void> => {
  const file = await work.services.store.requestFile(requestId);
  if (!file) return;
  if (file.request.requester === from) await forgetFamily(work, file.request);
  await forgetDonor(work, from, file);
};

const forgetFamily = async (work: UnitOfWork, request: Request): Promise<void> => {
  const closed = isClosed(request)
    ? request
    : await applyDecision(work, request, { type: 'close' });
  const { requester: _, spoken, ...rest } = typeof closed === 'string' ? request : closed;
  await eraseRecordings(work, Object.values(spoken ?? {}));
  work.put({ ...rest, patient: '', attendant: '' });
};

const forgetDonor = async (
  work: UnitOfWork,
  from: Person['phone'],
  { request: stored, alerts }: RequestFile,
): Promise<void> => {
  for (const alert of alerts.filter((a) => a.phone === from)) {
    const { phone: _, ...rest } = alert;
    work.put(isOpen(rest) ? { ...rest, state: 'no' } : rest);
    if (isOpen(rest))
      await applyDecision(work, work.pending(stored), { type: 'say-no', alertId: rest.id });
  }
  const request = work.pending(stored);
  const pledge = request.pledges.find((p) => p.donor?.phone === from);
  if (!pledge) return;
  // What was given stays given, whosever word it is.
  const dropped = holdsPlace(pledge.state)
    ? await applyDecision(work, request, { type: 'drop', alertId: pledge.alertId })
    : request;
  work.put(withoutDonor(typeof dropped === 'string' ? request : dropped, from));
};

/** Who verified a request, or was asked to, is known to open requests only. */
const forgetVolunteer = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  for (const stored of await listOpenRequests(work)) {
    const request = work.pending(stored);
    if (knowsVolunteer(request, from)) work.put(withoutVolunteer(request, from));
  }
};

const knowsVolunteer = ({ verifiedBy, phase }: Request, phone: Person['phone']): boolean =>
  verifiedBy === phone || (phase.type === 'verifying' && phase.asked.includes(phone));

const withoutVolunteer = (request: Request, phone: Person['phone']): Request => {
  const { verifiedBy, phase, ...rest } = request;
  const others = (phones: Person['phone'][]) => phones.filter((other) => other !== phone);
  const asked = phase.type === 'verifying' && {
    asked: others(phase.asked),
    ...(phase.toCall && { toCall: others(phase.toCall) }),
  };
  return {
    ...rest,
    ...(verifiedBy !== undefined && verifiedBy !== phone && { verifiedBy }),
    phase: { ...phase, ...asked },
  };
};

const withoutDonor = (request: Request, phone: Person['phone']): Request => ({
  ...request,
  pledges: request.pledges.map((p) => {
    const { donor, ...rest } = p;
    return donor?.phone === phone ? rest : p;
  }),
});
