import type { WriteMetric } from '../adapters/metrics/metric-lines.ts';
import type { Services } from '../ports/services.ts';
import { checkCarrier } from './check-carrier.ts';
import type { CheckResult } from './check-result.ts';
import { checkMinute, checkOverdue, checkStream } from './check-steps.ts';
import { checkHealthEndpoint, checkSignedWebhooks } from './check-webhooks.ts';
import type { DoctorTarget } from './target.ts';

/** The doctor of each hour: everything that makes the hotline deaf, whatever the cause. */
export const examine = async (
  target: DoctorTarget,
  account: Promise<readonly CheckResult[]>,
): Promise<CheckResult[]> => {
  const { reached, results } = await checkHealthEndpoint(target);
  return [
    ...results,
    ...(reached ? await checkSignedWebhooks(target) : []),
    ...(await checkCarrier(target)),
    await checkOverdue(target),
    ...(reached ? await Promise.all([checkStream(target), checkMinute(target)]) : []),
    ...(await account),
  ];
};

/** Logs what is wrong and counts it: an alarm begins with one, and ends with the first examination without any. */
export const reportExamination = (
  results: readonly CheckResult[],
  { log, writeMetric }: { log: Services['log']; writeMetric?: WriteMetric | undefined },
): number => {
  const ill = results.filter(({ state }) => state === 'fail');
  for (const { check, saw, todo = '' } of ill) log.error('ill', { check, saw, todo });
  writeMetric?.({ values: { Ill: ill.length } });
  return ill.length;
};
