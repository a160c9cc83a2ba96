import type { Person } from '#shared/people/person.ts';
import { isOpen } from '#shared/request/alert.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { AlertedRequest } from '../../ports/store.ts';
import { applyDecision } from '../apply-decision.ts';
import { stopWaitingOf } from '../calls/rings/waiting-caller.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import { retryUnqueued } from '../retry-on-conflict.ts';
import { eraseStoryOf } from '../stories/remove-story.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { allCoordinators } from '../volunteers/find-volunteers.ts';
import { tellRoles } from '../volunteers/tell-roles.ts';
import { eraseFromCamps } from './erase-camps.ts';
import { expireAllRecordings, expireRecordings } from './erase-recordings.ts';

/**
 * FORGET: erases the person's item, closes their open requests, withdraws their pledges so that other donors are asked,
 * and removes their number and names from every request and alert. Counts without names stay (DPDP Act,
 * docs/facts.md#law). Their recordings are erased. The coordinators hear of a role that ends. Queued messages to them are withdrawn when they are due.
 */
export const erasePerson = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const person = await work.person(from);
  const open = person.requests.some((r) => r.open);
  const known = new Set([...person.requests, ...person.alerts].map((ref) => ref.requestId));
  await expireAllRecordings(work.services, from);
  for (const requestId of known) await eraseIfClosed(work.services, from, requestId);
  for (const requestId of known) await eraseFromRequest(work, from, requestId);
  await eraseFromOpenRequests(work, from);
  await eraseFromCamps(work, person);
  await eraseStoryOf(work, person);
  await stopWaitingOf(work, person);
  await expireRecordings(work, recordingsOf(person));
  const { volunteer: _, ...after } = person;
  if (person.volunteer)
    tellRoles(work, { before: person, after }, await allCoordinators(work.services));
  work.erase(person);
  work.replies.splice(0);
  work.reply({ key: open ? 'forgetAfterRequest' : 'forgotten', params: {} });
};

/** The person's own recordings, and a volunteer's recording for them alone. */
export const recordingsOf = ({ toHear, nameSpoken, requestDraft, joinDraft }: Person) => [
  toHear?.recording,
  nameSpoken,
  joinDraft?.nameSpoken,
  ...Object.values(requestDraft?.spoken ?? {}),
];

/**
 * Each ended request is saved in a transaction of its own: in half a year there may be more than one transaction holds.
 * A retry of the unit of work loses nothing, because erasing twice changes nothing.
 */
const eraseIfClosed = (
  services: Services,
  from: Person['phone'],
  requestId: RequestId,
): Promise<'done'> =>
  retryUnqueued(services, async () => {
    const request = await services.store.request(requestId);
    if (!request || !isClosed(request)) return 'done';
    const work = new UnitOfWork(services, services.clock.now());
    await eraseFromRequest(work, from, requestId);
    return work.save('done');
  });

const eraseFromRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  requestId: RequestId,
): Promise<void> => {
  const file = await work.services.store.alertedRequest(requestId);
  if (!file) return;
  if (file.request.requester === from) await eraseFamily(work, file.request);
  await eraseDonor(work, from, file);
};

const eraseFamily = async (work: UnitOfWork, request: Request): Promise<void> => {
  const closed = isClosed(request)
    ? request
    : await applyDecision(work, request, { type: 'close' });
  const {
    requester: _,
    contact: __,
    ward: ___,
    spoken,
    ...rest
  } = typeof closed === 'string' ? request : closed;
  await expireRecordings(work, Object.values(spoken ?? {}));
  work.put({ ...rest, patient: '', attendant: '' });
};

const eraseDonor = async (
  work: UnitOfWork,
  from: Person['phone'],
  { request: stored, alerts }: AlertedRequest,
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
  // A donation stays recorded, by the donor or the family.
  const dropped = holdsPlace(pledge.state)
    ? await applyDecision(work, request, { type: 'drop', alertId: pledge.alertId })
    : request;
  work.put(withoutDonor(typeof dropped === 'string' ? request : dropped, from));
};

/** Only open requests hold the volunteer who verified them or was asked to, and the number that a family named. */
const eraseFromOpenRequests = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  for (const stored of await listOpenRequests(work)) {
    const request = work.pending(stored);
    if (request.contact !== from && !namesVolunteer(request, from)) continue;
    const { contact, ...rest } = withoutVolunteer(request, from);
    work.put({ ...rest, ...(contact !== undefined && contact !== from && { contact }) });
  }
};

const namesVolunteer = ({ verifiedBy, phase }: Request, phone: Person['phone']): boolean =>
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
    const { donor, check: _, ...rest } = p;
    return donor?.phone === phone ? rest : p;
  }),
});
