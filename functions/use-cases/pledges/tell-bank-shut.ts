import type { Person } from '#shared/people/person.ts';
import { after, type EpochMs, hours } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { HeldPledge } from './find-pledges.ts';

/** Several donors may say the same: the family and the volunteer hear it once within this time. */
const toldFor = hours(2);

/**
 * A donor says that the blood bank cannot take blood now. The family hears it, and the donor what happens next. From a
 * donor who is there it is an arrival too, and the volunteer who verified the request hears it. The pledge stays: the
 * donor has done their part. Returns false when nobody can be told.
 */
export const tellBankShut = async (
  work: UnitOfWork,
  from: Person['phone'],
  { request: held, pledge: { alertId, arrivedAt, donor } }: HeldPledge,
  saysHere: boolean,
): Promise<boolean> => {
  const isThere = saysHere || arrivedAt !== undefined;
  const isNew = isThere && arrivedAt === undefined;
  if (isNew) await applyDecision(work, held, { type: 'arrive', alertId });
  const request = work.pending(held);
  const { code, hospital, requester, verifiedBy, bankShutAt, bankShutHeardAt } = request;
  if (!requester) return isNew;
  work.reply({ key: 'bankShutNoted', params: { code } });
  const isRecent = (at: EpochMs | undefined): boolean =>
    at !== undefined && work.now < after(at, toldFor);
  if (isRecent(bankShutAt) || (!isThere && isRecent(bankShutHeardAt))) return true;
  work.put({ ...request, [isThere ? 'bankShutAt' : 'bankShutHeardAt']: work.now });
  const phone = donor?.sharing !== 'bridge' && { phone: from };
  await work.notify(
    requester,
    { key: 'bankShut', params: { code, donor: donor?.name ?? '', ...phone } },
    { request },
  );
  if (verifiedBy && isThere)
    await work.notify(
      verifiedBy,
      { key: 'verifyBankShut', params: { code, hospital, phone: request.contact ?? requester } },
      { request },
    );
  return true;
};
