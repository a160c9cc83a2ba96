import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from '../deployment.ts';
import { hotlineMetric } from '../hotline-metric.ts';

export type AlarmSources = {
  stage: Stage;
  topic: ITopic;
  functions: Record<string, LambdaFunction>;
  runDueSteps: LambdaFunction;
  /** How many batches of the stream have failed to the end. */
  failedBatches: IMetric;
  /** Answers of the API with 5xx. */
  apiFaults: IMetric;
};

type AlarmLine = {
  metric: IMetric;
  /** Periods of the metric in a row. */
  periods: number;
  /** At or over it, unless `below`. */
  at: number;
  below?: true;
  /** No number is bad news too. */
  missingIsBad?: true;
  /** What has happened, and what to do now. */
  says: string;
};

const minute = Duration.minutes(1);
const fiveMinutes = Duration.minutes(5);

/** The sum of one of Lambda's own numbers over all functions; Lambda does not charge for it. */
const overAll = (
  functions: AlarmSources['functions'],
  metricOf: (f: LambdaFunction) => IMetric,
): IMetric => {
  const each = Object.entries(functions).map(([name, f]) => [`of${name}`, metricOf(f)] as const);
  return new MathExpression({
    expression: `SUM([${each.map(([name]) => name).join(', ')}])`,
    usingMetrics: Object.fromEntries(each),
    period: fiveMinutes,
  });
};

/** What wakes somebody, and what they should do; the names are the alarms' own. */
const alarmLines = (watched: AlarmSources): Record<string, AlarmLine> => {
  const { functions, runDueSteps, failedBatches, apiFaults } = watched;
  const own = hotlineMetric(watched.stage);
  return {
    NoDueStep: {
      metric: new MathExpression({
        expression: 'ran - FILL(failed, 0)',
        usingMetrics: {
          ran: runDueSteps.metricInvocations({ period: minute }),
          failed: runDueSteps.metricErrors({ period: minute }),
        },
        period: minute,
      }),
      periods: 3,
      at: 1,
      below: true,
      missingIsBad: true,
      says: 'For 3 minutes no due step has run: stages, calls and reminders wait. Do: read the log of RunDueSteps; see that the rule EveryMinute is enabled and that the function is not throttled. Nothing is lost: the next minute that runs does it all.',
    },
    SomethingStuck: {
      metric: own('LateSeconds', 'Maximum', minute),
      periods: 5,
      at: 300,
      says: 'A request or a message has been due for over 5 minutes and stays so. Do: look for due-step-failed in the logs of RunDueSteps and SendOutbox; if the carrier is slow, CarrierErrors says so too.',
    },
    NoSweepEnded: {
      metric: own('Mended', 'SampleCount', fiveMinutes),
      periods: 2,
      at: 1,
      below: true,
      missingIsBad: true,
      says: 'For 10 minutes no sweep has come to its end: it may run, and not get through. Do: read the log of RunDueSteps for due-step-failed and time-outs; see that the table takes writes.',
    },
    SomethingMended: {
      metric: own('Mended', 'Sum', fiveMinutes),
      periods: 1,
      at: 1,
      says: 'The auditor has found what should not exist, and mended it. Do: look for audit-mended and claim-was-stuck in the log of RunDueSteps. A stuck claim now and then is a function that was ended while it sent; anything else is a bug to report.',
    },
    FailedBatches: {
      metric: failedBatches,
      periods: 1,
      at: 1,
      says: 'The stream could not hand something to SendOutbox, not even after retries. The minute has done it instead. Do: read the log of SendOutbox, mend it, then purge the queue of output FailedBatchesQueue.',
    },
    CarrierErrors: {
      metric: own('CarrierErrors', 'Sum', fiveMinutes),
      periods: 2,
      at: 5,
      says: "The carrier refuses or does not answer. Do: see the carrier's status page and console (balance, account, permitted countries, templates), then `npm run hotline -- doctor --aws`. Messages are tried again for about an hour.",
    },
    FunctionErrors: {
      metric: overAll(functions, (f) => f.metricErrors({ period: fiveMinutes })),
      periods: 1,
      at: 3,
      says: 'Functions end in errors. Do: find which one on the dashboard, read its log. After a deployment: deploy the one before. The secret not filled in, or wrong, says so in the first line.',
    },
    FunctionThrottles: {
      metric: overAll(functions, (f) => f.metricThrottles({ period: fiveMinutes })),
      periods: 1,
      at: 1,
      says: 'Lambda has turned callers away: the account allows too few at once. Do: ask for more concurrent executions in Service Quotas (Lambda); new accounts begin low.',
    },
    ApiFaults: {
      metric: apiFaults,
      periods: 1,
      at: 3,
      says: 'The carrier gets errors instead of answers, so people texting or calling hear nothing. Do: open the output HealthUrl; read the logs of ReceiveSms and ReceiveCall.',
    },
  };
};

/** One alarm a line, each to the topic, when it begins and when it is over. */
export class Alarms extends Construct {
  readonly alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, watched: AlarmSources) {
    super(scope, id);
    const action = new SnsAction(watched.topic);
    for (const [name, line] of Object.entries(alarmLines(watched))) {
      const alarm = new Alarm(this, name, {
        alarmDescription: line.says,
        metric: line.metric,
        evaluationPeriods: line.periods,
        threshold: line.at,
        comparisonOperator: line.below
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: line.missingIsBad
          ? TreatMissingData.BREACHING
          : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      this.alarms.push(alarm);
    }
  }
}
