import type { Person } from '#shared/people/person.ts';
import { after, hours } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { HeldPledge } from './find-pledges.ts';

/** Several donors may say the same: the family and the volunteer hear it once within this time. */
const toldFor = hours(2);

/**
 * A donor at the hospital says that the blood bank cannot take blood now. The family and the volunteer who verified the
 * request hear it, the donor hears what happens next. The pledge stays: the donor has done their part.
 */
export const tellBankShut = async (
  work: UnitOfWork,
  from: Person['phone'],
  { request: held, pledge: { alertId, arrivedAt, donor } }: HeldPledge,
): Promise<boolean> => {
  if (arrivedAt === undefined) await applyDecision(work, held, { type: 'arrive', alertId });
  const request = work.pending(held);
  const { code, hospital, requester, verifiedBy, bankShutAt } = request;
  work.reply({ key: 'bankShutNoted', params: { code } });
  if (!requester || (bankShutAt !== undefined && work.now < after(bankShutAt, toldFor)))
    return true;
  work.put({ ...request, bankShutAt: work.now });
  const phone = donor?.sharing !== 'bridge' && { phone: from };
  await work.notify(
    requester,
    { key: 'bankShut', params: { code, donor: donor?.name ?? '', ...phone } },
    { request },
  );
  if (verifiedBy)
    await work.notify(
      verifiedBy,
      { key: 'verifyBankShut', params: { code, hospital, phone: request.contact ?? requester } },
      { request },
    );
  return true;
};
