import { mayGiveFor } from '#shared/matching/fits-need.ts';
import type { Correction } from '#shared/people/drafts.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import {
  changesNamesOnly,
  differingFields,
  isEmptyCorrection,
  withCorrection,
} from '#shared/request/corrections/correct-fields.ts';
import { familyQuestion } from '#shared/request/corrections/family-questions.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { AlertId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { listOpenRequests } from './list-open-requests.ts';

/**
 * Reads a correction back and waits for the family's 1. Names count at once. Returns false when the request is so
 * already.
 */
export const proposeCorrection = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  said: Correction,
): Promise<boolean> => {
  const changes = differingFields(request, said);
  if (isEmptyCorrection(changes)) return false;
  const { maxUnits } = work.services.config.policy;
  if (changes.units !== undefined && changes.units > maxUnits) {
    work.reply({ key: 'unitsTooMany', params: { max: maxUnits } });
    return true;
  }
  if (changesNamesOnly(changes)) {
    await applyCorrection(work, request, changes);
    return true;
  }
  const question = { about: 'correct', requestId: request.id, at: work.now, changes } as const;
  work.change(withQuestion(await work.person(from), question));
  work.reply(familyQuestion(question, request));
  return true;
};

/** Applies a confirmed correction. Pledged donors who may not give what is needed now are released. */
export const applyCorrection = async (
  work: UnitOfWork,
  request: Request,
  changes: Correction,
  { silent = false }: { silent?: boolean } = {},
): Promise<void> => {
  const unfit = await findUnfit(work, withCorrection(request, changes));
  const result = await applyDecision(
    work,
    request,
    { type: 'correct', changes, unfit },
    { silent },
  );
  if (silent) return;
  if (result === 'over') work.reply({ key: 'requestClosed', params: { code: request.code } });
  else if (typeof result === 'string')
    work.reply({ key: 'requestKept', params: { code: request.code } });
};

const findUnfit = async (work: UnitOfWork, corrected: Request): Promise<AlertId[]> => {
  const unfit: AlertId[] = [];
  for (const { alertId, donor, state } of corrected.pledges) {
    if (!donor || !holdsPlace(state)) continue;
    const known = (await work.otherPerson(donor.phone))?.donor;
    if (known && !mayGiveFor(known, corrected, work.now, work.services.config.policy))
      unfit.push(alertId);
  }
  return unfit;
};

/**
 * This phone is not the one that a family meant, or wants no texts: each open request that names it has the family's own
 * number to call again. The family, the volunteer and the donors who are coming hear it.
 */
export const removeContact = async (work: UnitOfWork, phone: PhoneNumber): Promise<void> => {
  for (const request of await listOpenRequests(work)) {
    const { contact, requester } = request;
    if (contact === phone && requester !== undefined && requester !== phone)
      await applyCorrection(work, request, { contact: requester }, { silent: true });
  }
};
