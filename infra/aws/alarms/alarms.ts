import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaAction, SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmRule } from './alarm-rule.ts';
import { examinationRules } from './examination-rules.ts';
import { type HearingSources, hearingRules } from './hearing-rules.ts';
import { type ReleaseSources, releaseRules } from './release-rules.ts';
import { type WorkSources, workRules } from './work-rules.ts';

export type AlarmSources = WorkSources &
  HearingSources &
  ReleaseSources & {
    topic: ITopic;
    /** Rings a phone for an alarm that cannot wait until its mail is read. */
    ring: IFunction;
  };

const missing = {
  alarms: TreatMissingData.BREACHING,
  keeps: TreatMissingData.IGNORE,
} satisfies Record<NonNullable<AlarmRule['onMissing']>, TreatMissingData>;

/** One alarm for each rule. It writes to the topic when it begins and when it ends. */
export class Alarms extends Construct {
  readonly alarms: Alarm[] = [];
  /** Throws when there is no alarm of this name. */
  readonly alarmOf = (name: string): Alarm => {
    const found = this.alarms.find(({ node }) => node.id === name);
    if (found) return found;
    throw new Error(`there is no alarm ${name}`);
  };

  constructor(scope: Construct, id: string, sources: AlarmSources) {
    super(scope, id);
    const action = new SnsAction(sources.topic);
    const rules = {
      ...workRules(sources),
      ...hearingRules(sources),
      ...examinationRules(sources),
      ...releaseRules(sources),
    };
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
      if (rule.rings)
        alarm.addAlarmAction(new LambdaAction(sources.ring, { useUniquePermissionId: true }));
      this.alarms.push(alarm);
    }
  }
}
