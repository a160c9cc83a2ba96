import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Stage } from '../deployment.ts';
import { hotlineMetric } from '../hotline-metric.ts';
import { type AlarmRules, fiveMinutes, minute, sumOf, sumOverFunctions } from './alarm-rule.ts';

export type WorkSources = {
  stage: Stage;
  functions: Record<string, LambdaFunction>;
  runDueSteps: LambdaFunction;
  sendOutbox: LambdaFunction;
  /** The number of stream batches that failed every retry. */
  failedBatches: IMetric;
  /** Refused reads and writes, of the table and of its indexes. */
  tableThrottles: Record<string, IMetric>;
};

/** Work that does not go on: due steps, stream, functions, table. */
export const workRules = (sources: WorkSources): AlarmRules => {
  const { functions, runDueSteps, sendOutbox } = sources;
  const own = hotlineMetric(sources.stage);
  return {
    NoDueStep: {
      rings: true,
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
      onMissing: 'alarms',
      description:
        'No due step has run for 3 minutes: stages, calls and reminders wait. Do: read the log of RunDueSteps; check that the rule EveryMinute is enabled and that the function is not throttled. Nothing is lost: the next run does all of it.',
    },
    SomethingStuck: {
      metric: own('LateSeconds', 'Maximum', minute),
      periods: 5,
      threshold: 300,
      description:
        'A request or a message has been overdue for more than 5 minutes. Do: look for due-step-failed and sweep-cut-short in the logs of RunDueSteps and SendOutbox; if the carrier is slow, the alarm CarrierErrors is raised too.',
    },
    NoSweepEnded: {
      rings: true,
      metric: own('Mended', 'SampleCount', fiveMinutes),
      periods: 2,
      threshold: 1,
      below: true,
      onMissing: 'alarms',
      description:
        'No sweep has finished for 10 minutes: RunDueSteps may start and not finish. Do: read the log of RunDueSteps for due-step-failed and time-outs; check that the table accepts writes.',
    },
    SweepCutShort: {
      metric: own('SweepsCut', 'Sum', fiveMinutes),
      periods: 1,
      threshold: 3,
      description:
        'Several sweeps have left work to the next one: the carrier did not answer ten requests in a row, or the work takes longer than the function may run. Do: look for sweep-cut-short in the log of RunDueSteps, which says which; see the alarm CarrierErrors. Nothing is lost: what waits is still due.',
    },
    SomethingMended: {
      metric: own('Mended', 'Sum', fiveMinutes),
      periods: 1,
      threshold: 1,
      description:
        'The auditor has found an inconsistent item, and repaired it. Do: look for audit-mended and claim-was-stuck in the log of RunDueSteps. An occasional stuck claim means that a function was stopped while it sent; anything else is a bug to report.',
    },
    FailedBatches: {
      metric: sources.failedBatches,
      periods: 1,
      threshold: 1,
      description:
        'SendOutbox failed on a stream batch even after all retries, or the batch was older than 5 minutes. RunDueSteps has sent its messages instead. Do: read the log of SendOutbox, fix the cause, then purge the queue of output FailedBatchesQueue.',
    },
    StreamLate: {
      metric: sendOutbox.metric('IteratorAge', { statistic: 'Maximum', period: minute }),
      periods: 5,
      threshold: 60_000,
      description:
        'For 5 minutes the stream has been delivered over a minute late, so each message waits for the minute. Do: look for errors and throttles of SendOutbox on the dashboard; check that its event source is enabled.',
    },
    TableThrottles: {
      metric: sumOf(sources.tableThrottles),
      periods: 1,
      threshold: 10,
      description:
        "DynamoDB has refused reads or writes. The client tries again, and due steps wait for the next minute. Do: check AWS's status page for DynamoDB; if a list of donors is being imported, stop it.",
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
  };
};
