import type { Stage } from '../deployment.ts';
import { hotlineMetric } from '../hotline-metric.ts';
import { type AlarmRules, fiveMinutes, quarter } from './alarm-rule.ts';

/** The examination of each hour (functions/examine-itself.ts): what it found, and whether it runs. */
export const examinationRules = ({ stage }: { stage: Stage }): AlarmRules => {
  const own = hotlineMetric(stage);
  return {
    SelfExaminationIll: {
      metric: own('Ill', 'Maximum', fiveMinutes),
      periods: 1,
      threshold: 1,
      // It comes once in an hour: between two of them the last one counts.
      onMissing: 'keeps',
      description:
        'The hourly examination found something wrong: a signature, a number’s URL, the account or balance at the carrier, due steps, the stream, or the account at AWS. Do: read the lines `ill` in the log of ExamineItself, each with what to do; run `npm run hotline -- doctor --aws` after it.',
    },
    SelfExaminationSilent: {
      metric: own('Ill', 'SampleCount', quarter),
      periods: 10,
      threshold: 1,
      below: true,
      onMissing: 'alarms',
      description:
        'The hotline has not examined itself for two and a half hours, so nothing else may be seen either. Do: read the log of ExamineItself; check that the rule EveryHour is enabled; run `npm run hotline -- doctor --aws`.',
    },
  };
};
