import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmRule } from './alarm-rule.ts';
import { type HearingSources, hearingRules } from './hearing-rules.ts';
import { type WorkSources, workRules } from './work-rules.ts';

export type AlarmSources = WorkSources & HearingSources & { topic: ITopic };

const missing = {
  alarms: TreatMissingData.BREACHING,
  keeps: TreatMissingData.IGNORE,
} satisfies Record<NonNullable<AlarmRule['onMissing']>, TreatMissingData>;

/** One alarm for each rule. It writes to the topic when it begins and when it ends. */
export class Alarms extends Construct {
  readonly alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, sources: AlarmSources) {
    super(scope, id);
    const action = new SnsAction(sources.topic);
    const rules = { ...workRules(sources), ...hearingRules(sources) };
    for (const [name, rule] of Object.entries(rules)) {
      const alarm = new Alarm(this, name, {
        alarmDescription: rule.description,
        metric: rule.metric,
        evaluationPeriods: rule.periods,
        threshold: rule.threshold,
        comparisonOperator: rule.below
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: rule.onMissing ? missing[rule.onMissing] : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      this.alarms.push(alarm);
    }
  }
}
