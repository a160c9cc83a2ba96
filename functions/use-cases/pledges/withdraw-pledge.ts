import type { Person } from '#shared/people/person.ts';
import { applyDecision } from '../apply-decision.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findPledges } from './find-pledges.ts';
import { dropForWords } from './rest-donor.ts';

/**
 * DROP: a pledged donor cannot come, or was turned away. Frees the place at once, and asks for the reason unless the
 * donor's own words name it.
 */
export const withdrawPledge = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
  text = '',
): Promise<void> => {
  const pledges = await findPledges(work, await work.person(from), code);
  const pledged =
    pledges.find((p) => p.pledge.state === 'confirmed') ??
    pledges.find((p) => p.pledge.state === 'standby') ??
    pledges.find((p) => p.pledge.donatedBy === 'requester');
  if (pledged && (await dropForWords(work, from, pledged, text))) return;
  const result =
    pledged &&
    (await applyDecision(work, pledged.request, { type: 'drop', alertId: pledged.pledge.alertId }));
  if (result === undefined || typeof result === 'string')
    work.reply({ key: 'nothingToDrop', params: {} });
};
