import type { ResponseHistory } from '../people/response-history.ts';
import type { AskingRules } from '../terms/asking-rules.ts';
import { days, type EpochMs } from '../terms/time.ts';
import { giftOdds } from './gave-lately.ts';

/*
 * People change: an active donor goes dormant, a dormant one wakes. A chain of two states, active and not: one number
 * and one moment a donor. The belief that a donor is active drifts back to the share of active members, and each answer
 * or silence moves it.
 */

type Counts = Pick<ResponseHistory, 'tries' | 'saidYes' | 'belief'>;

/** `active`, `other`: the probability of a yes of an active donor and of another one. */
type Kinds = { share: number; active: number; other: number; forgetDays: number };

/** The first kind of member is the active one. A donor who is not active is the less likely, the longer they are silent. */
const kindsFor = (
  { tries, saidYes }: Counts,
  { kinds, forgetDays }: AskingRules,
): Kinds | undefined => {
  const [first, ...others] = kinds;
  if (forgetDays === undefined || !first || others.length === 0) return undefined;
  const refused = Math.max(0, tries - saidYes);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  const other = others.reduce(
    (sum, { share, yes, no }) => sum + ((share / rest) * yes) / (yes + no + refused),
    0,
  );
  const share = first.share / (first.share + rest);
  return { share, active: first.yes / (first.yes + first.no), other, forgetDays };
};

/** How likely the donor is active now: from what was believed then, or from the counts alone. */
const activeAt = ({ belief, tries, saidYes }: Counts, now: EpochMs, kinds: Kinds): number => {
  const { share, active, other, forgetDays } = kinds;
  if (belief) {
    const kept = Math.exp(-Math.max(0, now - belief.at) / days(forgetDays));
    return share + (belief.active - share) * kept;
  }
  const refused = Math.max(0, tries - saidYes);
  const odds =
    (share / (1 - share)) * (active / other) ** saidYes * ((1 - active) / (1 - other)) ** refused;
  return odds / (1 + odds);
};

/**
 * The probability (0–1) of a yes when rested by day, as believed now; undefined while nothing is forgotten. `gaveAt`: the
 * last gift known. A gift is no answer to the hotline: it is never mixed into the belief that is kept.
 */
export const believedYes = (
  record: Counts,
  now: EpochMs,
  rules: AskingRules,
  gaveAt?: EpochMs,
): number | undefined => {
  const kinds = kindsFor(record, rules);
  if (!kinds) return undefined;
  const believed = activeAt(record, now, kinds);
  // Without dividing by 1 − believed: of a donor with many yeses it is 0.
  const favoured = giftOdds(record, gaveAt, now, rules.gaveLately) * believed;
  const active = favoured / (favoured + 1 - believed);
  return active * kinds.active + (1 - active) * kinds.other;
};

/** A yes, or a refusal or silence of that weight (0–1). */
export type Answered = { isYes: boolean; weight: number };

/** `counted`: the history in which this answer or silence is counted. Returned with the belief after it. */
export const withBelief = (
  record: Counts,
  counted: ResponseHistory,
  { isYes, weight }: Answered,
  now: EpochMs,
  rules: AskingRules,
): ResponseHistory => {
  const kinds = kindsFor(record, rules);
  if (!kinds) return counted;
  const before = activeAt(record, now, kinds);
  const likely = (yes: number): number => (isYes ? yes : (1 - yes) ** weight);
  const active = before * likely(kinds.active);
  const other = (1 - before) * likely(kinds.other);
  return { ...counted, belief: { active: active / (active + other), at: now } };
};
