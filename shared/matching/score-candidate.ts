import type { ResponseHistory } from '../people/response-history.ts';
import type { AskingRules } from '../terms/asking-rules.ts';
import type { Urgency } from '../terms/urgency.ts';
import {
  donationProbability,
  type Moment,
  refusalWeight,
  yesProbability,
} from './response-probability.ts';
import { repliedShare } from './response-time.ts';

/** One donor, as far as it matters for one request now. */
export type ScoreInput = {
  record: ResponseHistory;
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
export type Score = {
  yes: number;
  gives: number;
  chance: number;
  ever: number;
  worth: number;
  weight: number;
};

/** A chance never counts as nothing: who is there early may give early. */
const minInTime = 0.02;

/** What asking this donor is worth. */
export const scoreCandidate = (
  { record, woman, distanceKm, minutesLeft, urgency, ownGroup, moment }: ScoreInput,
  asking: AskingRules,
): Score => {
  const { readyMinutes, minutesPerKm } = asking.road;
  const forTheAnswer = minutesLeft - readyMinutes[urgency] - minutesPerKm * distanceKm;
  const inTime = Math.max(minInTime, repliedShare(forTheAnswer, moment.night, asking));
  const yes = yesProbability(record, moment, asking);
  const comes = donationProbability(record, { woman, distanceKm }, asking);
  const gives = inTime * comes;
  const chance = yes * gives;
  const worth = ownGroup ? chance : chance * asking.otherGroup;
  return { yes, gives, chance, ever: yes * comes, worth, weight: refusalWeight(moment, asking) };
};
