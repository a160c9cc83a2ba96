import type { DonorRecord } from '../people/response-history.ts';
import type { AskingRules } from '../terms/asking-rules.ts';
import type { Urgency } from '../terms/urgency.ts';
import { chanceAfterYes, chanceOfYes, fairness, type Moment } from './response-probability.ts';
import { answeredWithin } from './response-time.ts';

/** One donor, as far as it matters for one request now. */
export type Prospect = {
  record: DonorRecord;
  woman: boolean;
  distanceKm: number;
  /** Until the blood is needed. */
  minutesLeft: number;
  urgency: Urgency;
  /** Of the patient's own group, or of one that others need. */
  ownGroup: boolean;
  moment: Moment;
};

/**
 * Chances 0–1. `chance`: of a yes that ends in a donation in time; `ever`: in time or late; `worth`: with other groups
 * spared; `fair`: see fairness.
 */
export type Judged = {
  yes: number;
  gives: number;
  chance: number;
  ever: number;
  worth: number;
  fair: number;
};

/** A chance never counts as nothing: who is there early may give early. */
const leastInTime = 0.02;

/** What asking this donor is worth. */
export const judge = (
  { record, woman, distanceKm, minutesLeft, urgency, ownGroup, moment }: Prospect,
  asking: AskingRules,
): Judged => {
  const { readyMinutes, minutesPerKm } = asking.road;
  const forTheAnswer = minutesLeft - readyMinutes[urgency] - minutesPerKm * distanceKm;
  const inTime = Math.max(leastInTime, answeredWithin(forTheAnswer, moment.night, asking));
  const yes = chanceOfYes(record, moment, asking);
  const comes = chanceAfterYes(record, { woman, distanceKm }, asking);
  const gives = inTime * comes;
  const chance = yes * gives;
  const worth = ownGroup ? chance : chance * asking.otherGroup;
  return { yes, gives, chance, ever: yes * comes, worth, fair: fairness(moment, asking) };
};
