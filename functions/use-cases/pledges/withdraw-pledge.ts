import type { Person } from '#shared/people/person.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findPledges } from './find-pledges.ts';

/** DROP: a pledged donor cannot come, or was turned away. Asks for the reason and frees the place at once. */
export const withdrawPledge = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<void> => {
  const pledges = await findPledges(work, await work.person(from), code);
  const pledged =
    pledges.find((p) => p.pledge.state === 'confirmed') ??
    pledges.find((p) => p.pledge.state === 'standby') ??
    pledges.find((p) => p.pledge.donatedBy === 'requester');
  const result =
    pledged &&
    (await applyDecision(work, pledged.request, { type: 'drop', alertId: pledged.pledge.alertId }));
  if (result === undefined || typeof result === 'string')
    work.reply({ key: 'nothingToDrop', params: {} });
};
