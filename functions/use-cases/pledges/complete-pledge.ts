import type { RequestRef } from '#shared/people/alert-refs.ts';
import type { Person } from '#shared/people/person.ts';
import { countDonated } from '#shared/request/pledge-counts.ts';
import { progressParams } from '#shared/request/request-messages.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findPledges, type HeldPledge } from './find-pledges.ts';

/** DONE: a donor reports the donation, or the family reports that all blood was given. */
export const completePledge = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<void> => {
  const person = await work.person(from);
  const pledges = await findPledges(work, person, code);
  const confirmed = pledges.find((p) => p.pledge.state === 'confirmed');
  const own = person.requests.filter((r) => r.open && (code === undefined || r.code === code));
  if (confirmed) return recordGiven(work, confirmed);
  if (own.length > 0) return recordAllGiven(work, own);
  if (await confirmEarlier(work, person, code)) return;
  const [earlier] = pledges;
  return earlier ? recordGiven(work, earlier) : work.reply({ key: 'nothingDone', params: {} });
};

/**
 * The family's DONE after a donor's own has ended the request: it confirms the gift. A request that was closed before all
 * units were given is not fulfilled by it.
 */
const confirmEarlier = async (
  work: UnitOfWork,
  { requests }: Person,
  code: string | undefined,
): Promise<boolean> => {
  const ref = requests.findLast((r) => !r.open && (code === undefined || r.code === code));
  const request = ref && (await work.request(ref.requestId));
  const result = request && (await applyDecision(work, request, { type: 'all-given' }));
  if (result === undefined || typeof result === 'string') return false;
  const { code: closed, phase } = result;
  if (phase.type === 'fulfilled')
    work.reply({ key: 'requestFulfilled', params: { code: closed, units: countDonated(result) } });
  // Closed early, perhaps after a death: no "good news".
  else work.reply({ key: 'requestClosed', params: { code: closed } });
  return true;
};

const recordGiven = async (work: UnitOfWork, { request, pledge }: HeldPledge): Promise<void> => {
  const result = await applyDecision(work, request, { type: 'give', alertId: pledge.alertId });
  if (typeof result === 'string')
    work.reply({ key: 'alreadyGiven', params: { code: request.code } });
};

const recordAllGiven = async (work: UnitOfWork, own: RequestRef[]): Promise<void> => {
  const [ref] = own;
  if (!ref) return;
  if (own.length > 1) {
    return work.reply({ key: 'whichRequest', params: { codes: own.map((r) => r.code) } });
  }
  const request = await work.request(ref.requestId);
  const result = request && (await applyDecision(work, request, { type: 'all-given' }));
  const isOnlyConfirmed =
    typeof result === 'object' && countDonated(result) === countDonated(request ?? result);
  if (typeof result === 'object' && !isOnlyConfirmed) return;
  if (request && countDonated(request) > 0) {
    work.reply({ key: 'unitGiven', params: progressParams(request) });
    return work.reply({ key: 'howToClose', params: { codes: [request.code] } });
  }
  work.reply({ key: 'doneWithoutDonor', params: { code: ref.code } });
};
