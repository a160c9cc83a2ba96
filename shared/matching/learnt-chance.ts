import type { DonorRecord } from '../donor/record.ts';
import type { AskingRules } from '../terms/asking-rules.ts';

/** What else an answer depends on: alerts of the last seven days, and whether it is night. */
export type Moment = { recentAlerts: number; night: boolean };

const shifted = (p: number, logit: number): number => {
  const odds = (p / (1 - p)) * Math.exp(logit);
  return odds / (1 + odds);
};

const strain = ({ recentAlerts, night }: Moment, rules: AskingRules): number =>
  rules.fatigueLogit * recentAlerts + (night ? rules.nightLogit : 0);

/**
 * How fair a question an alert at that moment is (0–1): a tired or sleeping donor's silence says that much less.
 * The ratio of the odds of a yes then and when rested by day.
 */
export const fairness = (moment: Moment, rules: AskingRules): number =>
  Math.exp(-strain(moment, rules));

/** ln Γ(x) for x > 0 (Lanczos, g = 5, n = 6; error below 2e-10: Numerical Recipes §6.1). */
const lnGamma = (x: number): number => {
  const sum = lanczos.reduce((total, c, i) => total + c / (x + 1 + i), 1.000000000190015);
  return (x + 0.5) * Math.log(x + 5.5) - (x + 5.5) + Math.log((2.506628274631 * sum) / x);
};
const lanczos = [
  76.18009172947146, -86.50532032941676, 24.01409824083091, -1.231739572450155,
  0.1208650973866179e-2, -0.5395239384953e-5,
];
const lnBeta = (a: number, b: number): number => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

/** Of each kind's own Beta, which never changes. */
const lnPriors = new WeakMap<AskingRules, number[]>();

/**
 * This donor's chance to say yes when rested by day: which kind of member they seem to be, and within each kind their
 * own answers on top of its average (a mixture of Betas).
 */
const learn = (record: DonorRecord, rules: AskingRules): number => {
  const yes = record.saidYes;
  const no = Math.max(0, record.tries - yes);
  let all = 0;
  let chance = 0;
  const before = lnPriors.get(rules) ?? rules.kinds.map((kind) => lnBeta(kind.yes, kind.no));
  lnPriors.set(rules, before);
  for (const [i, kind] of rules.kinds.entries()) {
    const likely = kind.share * Math.exp(lnBeta(kind.yes + yes, kind.no + no) - (before[i] ?? 0));
    all += likely;
    chance += (likely * (kind.yes + yes)) / (kind.yes + kind.no + yes + no);
  }
  return chance / all;
};

/** Records do not change, new ones take their place. */
const learnt = new WeakMap<AskingRules, WeakMap<DonorRecord, number>>();

export const usualChance = (record: DonorRecord, rules: AskingRules): number => {
  const known = learnt.get(rules) ?? new WeakMap<DonorRecord, number>();
  learnt.set(rules, known);
  const chance = known.get(record) ?? learn(record, rules);
  known.set(record, chance);
  return chance;
};

/** The chance (0–1) that an alert at that moment brings a yes. */
export const chanceOfYes = (record: DonorRecord, moment: Moment, rules: AskingRules): number =>
  shifted(usualChance(record, rules), -strain(moment, rules));

/** The chance (0–1) that a yes ends in a donation: comes from that far, and the doctor lets them. */
export const chanceAfterYes = (
  record: DonorRecord,
  donor: { woman: boolean; distanceKm: number },
  { comes, turnedAway }: AskingRules,
): number => {
  const average = Math.max(comes.atLeast, comes.near - comes.perKm * donor.distanceKm);
  const comesThen =
    (comes.weight * average + record.came) / (comes.weight + record.came + record.missed);
  const usual = donor.woman ? turnedAway.woman : turnedAway.man;
  const isSentHome =
    (turnedAway.weight * usual + record.turnedAway) / (turnedAway.weight + record.came);
  return comesThen * (1 - isSentHome);
};
