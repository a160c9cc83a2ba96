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

/** What the score of one donor for one request depends on. */
export type ScoreInput = {
  record: ResponseHistory;
  woman: boolean;
  distanceKm: number;
  /** Minutes until the blood is needed. */
  minutesLeft: number;
  urgency: Urgency;
  /** True for a donor of the patient's own group. */
  ownGroup: boolean;
  moment: Moment;
};

/**
 * Probabilities 0–1. `yes`: of a yes; `gives`: that a yes ends in a donation in time; `chance`: of both; `ever`: in time
 * or late. `worth`: the chance, lowered for other groups, which are spared. `weight`: see `refusalWeight`.
 */
export type Score = {
  yes: number;
  gives: number;
  chance: number;
  ever: number;
  worth: number;
  weight: number;
};

/** The probability of arriving in time is never zero: a donor who arrives early may give early. */
const minInTime = 0.02;

/** The score of this donor for the request. */
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
