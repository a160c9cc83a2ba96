import type { Situation } from '../situation.ts';
import type { ActName } from './act.ts';

/*
 * Which acts can be meant where, and how sure their reading must be. "Haan" where nothing was asked is no yes.
 */

type Condition = (situation: Situation) => boolean;

const isGiving: Condition = ({ alert, pledge }) => Boolean(alert || pledge);
const isChecking: Condition = ({ verification }) => Boolean(verification);
const hasRequest: Condition = ({ request }) => request !== undefined;
const isFamily: Condition = ({ request, asked }) => request !== undefined || asked !== undefined;
const isAsked: Condition = (situation) =>
  isGiving(situation) || isChecking(situation) || isFamily(situation);

const conditions: Partial<Record<ActName, Condition>> = {
  // To a volunteer who is asked to give, too, words beside a plain yes do not say which is meant.
  yes: (situation) => isAsked(situation) && !(isChecking(situation) && isGiving(situation)),
  no: isAsked,
  later: (situation) => isGiving(situation) || isChecking(situation),
  arrived: (situation) => isGiving(situation) || hasRequest(situation),
  gave: (situation) => isGiving(situation) || hasRequest(situation) || situation.as === 'donor',
  drop: ({ pledge }) => Boolean(pledge),
  'nobody-came': hasRequest,
  'found-elsewhere': (situation) =>
    isFamily(situation) || isChecking(situation) || Boolean(situation.pledge),
  more: hasRequest,
  close: isFamily,
  correct: (situation) => isFamily(situation) || isChecking(situation),
  verified: isChecking,
  refused: isChecking,
  unreachable: isChecking,
};

/** True when this act can be meant by a phone in this situation. */
export const isPossible = (act: ActName, situation: Situation): boolean =>
  conditions[act]?.(situation) ?? true;

/**
 * The least probability with which an act is taken, from 0 to 1; below it the hotline asks. A wrong verdict is found out
 * latest of all, then what sends a donor, ends something, counts as given, or opens a request.
 */
const leastCertainty: Partial<Record<ActName, number>> = {
  verified: 0.6,
  refused: 0.6,
  request: 0.5,
  yes: 0.5,
  no: 0.5,
  gave: 0.5,
  drop: 0.5,
  unreachable: 0.5,
  'stop-messages': 0.5,
  'wrong-person': 0.5,
};

/** Below this probability of an act the hotline asks. */
export const certaintyFor = (act: ActName): number => leastCertainty[act] ?? 0.4;
