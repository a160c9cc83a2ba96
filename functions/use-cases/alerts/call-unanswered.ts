import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { whyNotEligible } from '#shared/people/eligibility.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import { alertMessage, verificationMessage } from '#shared/request/request-messages.ts';
import type { RequestFile } from '../../ports/store.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Half-way: whoever has not answered the text is called, once. Only a pressed key is an answer. */
export const callUnanswered = async (work: UnitOfWork, file: RequestFile): Promise<void> => {
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

/** Calls asked for in one transaction; no round has more volunteers, hardly a stage more donors. */
const calledAtOnce = 30;

/** To donors of this stage who have a text and have not answered; how many have been called for already. */
const callsToDonors = async (
  work: UnitOfWork,
  { request, alerts }: RequestFile,
): Promise<{ rows: OutboxRow[]; called: number }> => {
  const stage = Math.max(1, request.stages);
  const silent = alerts.filter((a) => a.state === 'sent' && a.stage === stage);
  const calls = await Promise.all(silent.map((alert) => callToDonor(work, request, alert)));
  return {
    rows: calls.filter((call) => typeof call === 'object'),
    called: calls.filter((call) => call === 'called').length,
  };
};

/** One call an alert, whatever became of it: also where the alert itself was a call. */
const callToDonor = async (
  work: UnitOfWork,
  request: Request,
  { id, phone }: Alert,
): Promise<OutboxRow | 'called' | undefined> => {
  const { store } = work.services;
  if (!phone) return undefined;
  const [alertRow, callRow, person] = await Promise.all([
    store.outboxRow(id),
    store.outboxRow(`${id}-call`),
    work.otherPerson(phone),
  ]);
  if (callRow) return 'called';
  if (!person || alertRow?.channel === 'call' || person.optedOut || person.uncallable)
    return undefined;
  // Much can have been told since they were asked, also by others.
  const { donation } = work.services.config.policy;
  if (!person.donor || whyNotEligible(person.donor, request.component, work.now, donation))
    return undefined;
  return { ...work.outboxRow(`${id}-call`, phone, alertMessage(request), request), alertId: id };
};

/** To those of this round still on duty; who takes no texts has been asked by a call at once. */
const callsToVolunteers = async (work: UnitOfWork, request: Request): Promise<OutboxRow[]> => {
  const { phase, requester } = request;
  if (phase.type !== 'verifying' || !requester) return [];
  const people = await Promise.all((phase.toCall ?? []).map((phone) => work.otherPerson(phone)));
  return people
    .filter((p) => p !== undefined)
    .filter((p) => p.volunteer?.onDuty && !p.optedOut && !p.uncallable && !p.unreachable)
    .map((p) => {
      const id = work.services.ids.next();
      return work.outboxRow(id, p.phone, verificationMessage(request, requester), request);
    });
};
