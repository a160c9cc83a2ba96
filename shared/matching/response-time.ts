import type { AskingRules } from '../terms/asking-rules.ts';

/** The standard normal distribution function; error below 1.5e-7 (Abramowitz and Stegun 7.1.26). */
const normal = (z: number): number => {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2));
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-(z * z) / 2);
  return z < 0 ? tail / 2 : 1 - tail / 2;
};

/** The share (0–1) of answers that come within that many minutes after the alert. */
export const repliedShare = (
  minutes: number,
  night: boolean,
  { reply }: Pick<AskingRules, 'reply'>,
): number => {
  if (minutes <= 0) return 0;
  const median = reply.medianMinutes * (night ? reply.atNight : 1);
  return normal(Math.log(minutes / median) / reply.sigma);
};

/** The probability of a yes that remains after silence: the yes can only be among the answers still to come. */
export const pendingShare = (chance: number, answered: number): number =>
  (chance * (1 - answered)) / (1 - chance * answered);
