import type { Belief, ResponseHistory } from '../people/response-history.ts';
import type { AskingRules } from '../terms/asking-rules.ts';
import { days, type EpochMs } from '../terms/time.ts';

/*
 * People change: an active donor goes dormant, a dormant one wakes. A chain of two states, active and not: one number
 * and one moment a donor. The belief that a donor is active drifts back to the share of active members, and each answer
 * or silence moves it.
 */

type Kinds = { share: number; active: number; other: number };

/** The first kind of member is the active one. Undefined while nothing is forgotten. */
const kindsOf = ({ kinds, forgetDays }: AskingRules): Kinds | undefined => {
  const [active, ...others] = kinds;
  if (forgetDays === undefined || !active || others.length === 0) return undefined;
  const all = kinds.reduce((sum, { share }) => sum + share, 0);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  const meanOf = ({ yes, no }: { yes: number; no: number }): number => yes / (yes + no);
  const other = others.reduce((sum, kind) => sum + (kind.share / rest) * meanOf(kind), 0);
  return { share: active.share / all, active: meanOf(active), other };
};

/** How likely the donor is active now, from what was believed then. */
const believedAt = (
  { active, at }: Belief,
  now: EpochMs,
  share: number,
  { forgetDays = Number.POSITIVE_INFINITY }: AskingRules,
): number => share + (active - share) * Math.exp(-Math.max(0, now - at) / days(forgetDays));

/** The probability (0–1) of a yes when rested by day, as believed now; undefined while nothing is forgotten. */
export const believedYes = (
  { belief }: Pick<ResponseHistory, 'belief'>,
  now: EpochMs,
  rules: AskingRules,
): number | undefined => {
  const kinds = kindsOf(rules);
  if (!kinds) return undefined;
  const active = belief ? believedAt(belief, now, kinds.share, rules) : kinds.share;
  return active * kinds.active + (1 - active) * kinds.other;
};

/** A yes, or a refusal or silence of that weight (0–1). */
export type Evidence = { isYes: boolean; weight: number };

/** The history with the belief after this answer or silence. */
export const withBelief = (
  record: ResponseHistory,
  { isYes, weight }: Evidence,
  now: EpochMs,
  rules: AskingRules,
): ResponseHistory => {
  const kinds = kindsOf(rules);
  if (!kinds) return record;
  const before = record.belief ? believedAt(record.belief, now, kinds.share, rules) : kinds.share;
  const likely = (yes: number): number => (isYes ? yes : (1 - yes) ** weight);
  const active = before * likely(kinds.active);
  const other = (1 - before) * likely(kinds.other);
  return { ...record, belief: { active: active / (active + other), at: now } };
};

/** The belief about a donor who is entered in the list with a recent donation. */
export const beliefAfterGift = (
  gaveAt: EpochMs,
  { activeAfterGift, forgetDays }: AskingRules,
): Belief | undefined =>
  forgetDays === undefined || activeAfterGift === undefined
    ? undefined
    : { active: activeAfterGift, at: gaveAt };
