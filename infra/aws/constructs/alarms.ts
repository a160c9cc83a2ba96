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
  /** The number of stream batches that failed every retry. */
  failedBatches: IMetric;
  /** The number of 5xx responses of the API. */
  apiErrors: IMetric;
};

type AlarmRule = {
  metric: IMetric;
  /** Consecutive periods of the metric. */
  periods: number;
  /** The alarm begins at this value or above it; with `below`, under it. */
  threshold: number;
  below?: true;
  /** Missing data raises the alarm too. */
  alarmsOnMissing?: true;
  /** What has happened, and what to do now. */
  description: string;
};

const minute = Duration.minutes(1);
const fiveMinutes = Duration.minutes(5);

/** The sum of one of Lambda's own metrics over all functions. Lambda does not charge for these metrics. */
const sumOverFunctions = (
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

/** The alarms by their construct id. */
const alarmRules = (sources: AlarmSources): Record<string, AlarmRule> => {
  const { functions, runDueSteps, failedBatches, apiErrors } = sources;
  const own = hotlineMetric(sources.stage);
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
      threshold: 1,
      below: true,
      alarmsOnMissing: true,
      description:
        'No due step has run for 3 minutes: stages, calls and reminders wait. Do: read the log of RunDueSteps; check that the rule EveryMinute is enabled and that the function is not throttled. Nothing is lost: the next run does all of it.',
    },
    SomethingStuck: {
      metric: own('LateSeconds', 'Maximum', minute),
      periods: 5,
      threshold: 300,
      description:
        'A request or a message has been overdue for more than 5 minutes. Do: look for due-step-failed in the logs of RunDueSteps and SendOutbox; if the carrier is slow, the alarm CarrierErrors is raised too.',
    },
    NoSweepEnded: {
      metric: own('Mended', 'SampleCount', fiveMinutes),
      periods: 2,
      threshold: 1,
      below: true,
      alarmsOnMissing: true,
      description:
        'No sweep has finished for 10 minutes: RunDueSteps may start and not finish. Do: read the log of RunDueSteps for due-step-failed and time-outs; check that the table accepts writes.',
    },
    SomethingMended: {
      metric: own('Mended', 'Sum', fiveMinutes),
      periods: 1,
      threshold: 1,
      description:
        'The auditor has found an inconsistent item, and repaired it. Do: look for audit-mended and claim-was-stuck in the log of RunDueSteps. An occasional stuck claim means that a function was stopped while it sent; anything else is a bug to report.',
    },
    FailedBatches: {
      metric: failedBatches,
      periods: 1,
      threshold: 1,
      description:
        'SendOutbox failed on a stream batch even after all retries. RunDueSteps has sent its messages instead. Do: read the log of SendOutbox, fix the cause, then purge the queue of output FailedBatchesQueue.',
    },
    CarrierErrors: {
      metric: own('CarrierErrors', 'Sum', fiveMinutes),
      periods: 2,
      threshold: 5,
      description:
        "The carrier refuses requests or does not answer. Do: check the carrier's status page and console (balance, account, permitted countries, templates), then run `npm run hotline -- doctor --aws`. Messages are retried for about an hour.",
    },
    StrangerCalls: {
      metric: own('StrangerCalls', 'Sum', Duration.hours(1)),
      periods: 1,
      threshold: 60,
      description:
        'Phones that the hotline does not know cause more calls than usual; over the hourly total they are not returned. Do: look for strangers-rate-limited and range-rate-limited in the log of ReceiveCall; docs/operate.md, "Forged missed calls".',
    },
    FunctionErrors: {
      metric: sumOverFunctions(functions, (f) => f.metricErrors({ period: fiveMinutes })),
      periods: 1,
      threshold: 3,
      description:
        'Functions end in errors. Do: find the function on the dashboard and read its log. After a deployment: deploy the version before. If the secret is empty or wrong, the first line of the log says so.',
    },
    FunctionThrottles: {
      metric: sumOverFunctions(functions, (f) => f.metricThrottles({ period: fiveMinutes })),
      periods: 1,
      threshold: 1,
      description:
        'Lambda has refused invocations: the account allows too few concurrent executions. Do: ask for more in Service Quotas (Lambda); a new account begins with a low quota.',
    },
    ApiFaults: {
      metric: apiErrors,
      periods: 1,
      threshold: 3,
      description:
        'The API answers the carrier with errors, so people who text or call get no reply. Do: open the output HealthUrl; read the logs of ReceiveSms and ReceiveCall.',
    },
  };
};

/** One alarm for each rule. It writes to the topic when it begins and when it ends. */
export class Alarms extends Construct {
  readonly alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, sources: AlarmSources) {
    super(scope, id);
    const action = new SnsAction(sources.topic);
    for (const [name, rule] of Object.entries(alarmRules(sources))) {
      const alarm = new Alarm(this, name, {
        alarmDescription: rule.description,
        metric: rule.metric,
        evaluationPeriods: rule.periods,
        threshold: rule.threshold,
        comparisonOperator: rule.below
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: rule.alarmsOnMissing
          ? TreatMissingData.BREACHING
          : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      this.alarms.push(alarm);
    }
  }
}
