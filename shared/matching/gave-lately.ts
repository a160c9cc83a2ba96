import type { ResponseHistory } from '../people/response-history.ts';
import type { AskingRules } from '../terms/asking-rules.ts';
import { days, type EpochMs } from '../terms/time.ts';

/**
 * How many times the odds of a donor who gave then are those of a member at large; `gaveAt`: the last gift, as far as is
 * known. It is the best that is known of a member whom the hotline has not asked yet (docs/facts.md#return), and nothing
 * once the donor's own yeses say more.
 */
export const giftOdds = (
  { saidYes }: Pick<ResponseHistory, 'saidYes'>,
  gaveAt: EpochMs | undefined,
  now: EpochMs,
  steps: AskingRules['gaveLately'],
): number => {
  if (gaveAt === undefined || saidYes > 0) return 1;
  return steps.find(({ withinDays }) => now - gaveAt <= days(withinDays))?.odds ?? 1;
};
