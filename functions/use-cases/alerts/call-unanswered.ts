import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { whyNotEligible } from '#shared/people/eligibility.ts';
import type { Alert } from '#shared/request/alert.ts';
import { arrivalTime } from '#shared/request/deadlines.ts';
import type { Request } from '#shared/request/request.ts';
import { alertMessage, verificationMessage } from '#shared/request/request-messages.ts';
import type { AlertedRequest } from '../../ports/store.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Halfway through a stage or round, calls each person who has not answered the text, once. Only a pressed key answers. */
export const callUnanswered = async (work: UnitOfWork, file: AlertedRequest): Promise<void> => {
  const { request } = file;
  const isSearch = request.phase.type === 'searching';
  const { rows, called } = isSearch
    ? await callsToDonors(work, file)
    : { rows: await callsToVolunteers(work, request), called: 0 };
  const now = rows.slice(0, calledAtOnce);
  for (const row of now) work.put({ ...row, channel: 'call' });
  if (isSearch && rows.length > now.length) work.put(request);
  else await applyDecision(work, request, { type: 'call-unanswered', called: called + now.length });
};

/** Calls queued in one transaction. No round has more volunteers, and few stages have more donors. */
const calledAtOnce = 30;

/** Calls to donors of this stage whose text was sent and not answered, and how many were queued before. */
const callsToDonors = async (
  work: UnitOfWork,
  { request, alerts }: AlertedRequest,
): Promise<{ rows: OutboxRow[]; called: number }> => {
  const stage = Math.max(1, request.stages);
  const silent = alerts.filter((a) => a.state === 'sent' && a.stage === stage);
  const calls = await Promise.all(silent.map((alert) => callToDonor(work, request, alert)));
  return {
    rows: calls.filter((call) => typeof call === 'object'),
    called: calls.filter((call) => call === 'called').length,
  };
};

/** One call per alert, whatever its result. An alert that was itself a call gets no call. */
const callToDonor = async (
  work: UnitOfWork,
  request: Request,
  { id, phone, arriveBy: offered }: Alert,
): Promise<OutboxRow | 'called' | undefined> => {
  const { store } = work.services;
  if (!phone) return undefined;
  // The rows are minutes old, and a second call under the same id conflicts. The alert is read again before the call.
  const [alertRow, callRow, person] = await Promise.all([
    store.outboxRow(id, 'may-lag'),
    store.outboxRow(`${id}-call`, 'may-lag'),
    work.otherPerson(phone, 'may-lag'),
  ]);
  if (callRow) return 'called';
  if (!person || alertRow?.channel === 'call' || person.optedOut || person.uncallable)
    return undefined;
  // The donor may have become ineligible since the alert.
  const { policy } = work.services.config;
  if (!person.donor || whyNotEligible(person.donor, request.component, work.now, policy.donation))
    return undefined;
  const message = alertMessage(request, arrivalTime(request, offered, work.now, policy));
  return { ...work.outboxRow(`${id}-call`, phone, message, request), alertId: id };
};

/** Calls to volunteers of this round who are still on duty; to one at a time while the family waits to say where. A volunteer who takes no texts was called at once. */
const callsToVolunteers = async (work: UnitOfWork, request: Request): Promise<OutboxRow[]> => {
  const { phase, requester } = request;
  if (phase.type !== 'verifying' || !requester) return [];
  const toCall = (phase.toCall ?? []).slice(0, request.unplaced ? 1 : calledAtOnce);
  const people = await Promise.all(toCall.map((phone) => work.otherPerson(phone)));
  return people
    .filter((p) => p !== undefined)
    .filter((p) => p.volunteer?.onDuty && !p.optedOut && !p.uncallable && !p.unreachable)
    .map((p) => {
      const id = work.services.ids.next();
      return work.outboxRow(id, p.phone, verificationMessage(request, requester), request);
    });
};
