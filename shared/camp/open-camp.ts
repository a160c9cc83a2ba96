import type { CampPlan } from '../people/camps/camp-refs.ts';
import type { CampId } from '../terms/ids.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';
import type { Policy } from '../terms/policy.ts';
import type { EpochMs } from '../terms/time.ts';
import { type Camp, isCampRunning } from './camp.ts';
import { campDueAt, firstStageAt } from './camp-deadlines.ts';
import { planHalfHours } from './half-hours.ts';

/** The camp with its next due time. */
export const withCampDue = (camp: Camp, now: EpochMs, policy: Policy): Camp => {
  const { dueAt: _, ...rest } = camp;
  const dueAt = campDueAt(camp, now, policy);
  return { ...rest, ...(dueAt !== undefined && { dueAt }) };
};

/** A camp as a coordinator opens it. */
export const openCamp = (
  plan: CampPlan,
  { id, openedBy, now }: { id: CampId; openedBy: PhoneNumber; now: EpochMs },
  policy: Policy,
): Camp => {
  const first = firstStageAt(plan, now, policy);
  const camp: Camp = {
    ...plan,
    kind: 'camp',
    id,
    version: 0,
    state: 'opened',
    halfHours: planHalfHours(plan, policy.camps),
    openedBy,
    openedAt: now,
    invited: 0,
    hope: 0,
    hoped: 0,
    left: 0,
    ...(first !== undefined && { nextStageAt: first }),
  };
  return withCampDue(camp, now, policy);
};

/** The camp does not take place: no one is invited any more, and everyone who said yes is told. */
export const callOffCamp = (camp: Camp, now: EpochMs, policy: Policy): Camp => {
  const { nextStageAt: _, ...rest } = camp;
  return isCampRunning(camp) ? withCampDue({ ...rest, state: 'off', left: 1 }, now, policy) : camp;
};
