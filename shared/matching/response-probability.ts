import type { ResponseHistory } from '../people/response-history.ts';
import type { AskingRules } from '../terms/asking-rules.ts';
import type { EpochMs } from '../terms/time.ts';
import { believedYes } from './active-belief.ts';

/**
 * What an answer depends on beyond the history: alerts of the last seven days, whether it is night, when it is, and the
 * last gift known. Without `at` nothing is forgotten, and a gift counts for nothing.
 */
export type Moment = {
  recentAlerts: number;
  night: boolean;
  at?: EpochMs;
  gaveAt?: EpochMs | undefined;
};

/** The probability (0–1) with so much added to its logit. */
export const shifted = (p: number, logit: number): number => {
  const odds = (p / (1 - p)) * Math.exp(logit);
  return odds / (1 + odds);
};

const fatigue = ({ recentAlerts, night }: Moment, rules: AskingRules): number =>
  rules.fatigueLogit * recentAlerts + (night ? rules.nightLogit : 0);

/**
 * The weight of a refusal or silence at that moment (0–1): from a tired or sleeping donor it means that much less.
 * The ratio of the odds of a yes then and when rested by day.
 */
export const refusalWeight = (moment: Moment, rules: AskingRules): number =>
  Math.exp(-fatigue(moment, rules));

/**
 * ln Γ(x) for x > 0 (Stirling's series, Abramowitz and Stegun 6.1.41, whose error from 10 on is below 1e-10;
 * Γ(x + 1) = x Γ(x) leads a smaller x there).
 */
const lnGamma = (x: number): number => {
  let large = x;
  let product = 1;
  while (large < 10) {
    product *= large;
    large += 1;
  }
  const square = large * large;
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / large;
  const below = product === 1 ? 0 : Math.log(product);
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - below;
};

/** For each kind, before any answer: ln Γ(no) − ln Γ(yes + no). It never changes. */
const lnPriors = new WeakMap<AskingRules, number[]>();

/**
 * This donor's probability (0–1) of a yes when rested by day: how likely they are of each kind of member, and within
 * each kind their own answers on top of its average (a mixture of Betas; only `tries` may be fractional).
 */
export const averageProbability = (
  { tries, saidYes }: ResponseHistory,
  rules: AskingRules,
): number => {
  let priors = lnPriors.get(rules);
  if (!priors) {
    priors = rules.kinds.map(({ yes, no }) => lnGamma(no) - lnGamma(yes + no));
    lnPriors.set(rules, priors);
  }
  const refused = Math.max(0, tries - saidYes);
  let all = 0;
  let chance = 0;
  for (const [i, { share, yes, no }] of rules.kinds.entries()) {
    const answers = yes + no + refused;
    let likely = share * Math.exp(lnGamma(no + refused) - lnGamma(answers) - (priors[i] ?? 0));
    for (let k = 0; k < saidYes; k += 1) likely *= (yes + k) / (answers + k);
    all += likely;
    chance += (likely * (yes + saidYes)) / (answers + saidYes);
  }
  return chance / all;
};

/** The probability (0–1) that an alert at that moment brings a yes. */
export const yesProbability = (
  record: ResponseHistory,
  moment: Moment,
  rules: AskingRules,
): number => {
  const believed =
    moment.at === undefined ? undefined : believedYes(record, moment.at, rules, moment.gaveAt);
  return shifted(believed ?? averageProbability(record, rules), -fatigue(moment, rules));
};

/** Who a donor is and how far they have to go. */
type Visitor = { woman: boolean; distanceKm: number };

/** The probability (0–1) that a donor who said yes comes from that distance. */
export const comesProbability = (
  record: ResponseHistory,
  { distanceKm }: Pick<Visitor, 'distanceKm'>,
  { comes }: Pick<AskingRules, 'comes'>,
): number => {
  const average = Math.max(comes.atLeast, comes.near - comes.perKm * distanceKm);
  return (comes.weight * average + record.came) / (comes.weight + record.came + record.missed);
};

/** The probability (0–1) that the doctor lets a donor give who has come. */
export const fitsProbability = (
  record: ResponseHistory,
  { woman }: Pick<Visitor, 'woman'>,
  { turnedAway }: Pick<AskingRules, 'turnedAway'>,
): number => {
  const average = woman ? turnedAway.woman : turnedAway.man;
  return 1 - (turnedAway.weight * average + record.turnedAway) / (turnedAway.weight + record.came);
};

/** The probability (0–1) that a yes ends in a donation: the donor comes from that distance, and the doctor agrees. */
export const donationProbability = (
  record: ResponseHistory,
  donor: Visitor,
  rules: Pick<AskingRules, 'comes' | 'turnedAway'>,
): number => comesProbability(record, donor, rules) * fitsProbability(record, donor, rules);
