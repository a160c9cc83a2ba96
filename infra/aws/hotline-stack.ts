import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as RuleTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { Alarms } from './constructs/alarms.ts';
import { Budget } from './constructs/budget.ts';
import { CarrierSecret } from './constructs/carrier-secret.ts';
import { CustomerKey } from './constructs/customer-key.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { hotlineFunctions } from './constructs/hotline-functions.ts';
import { HotlineTable } from './constructs/hotline-table.ts';
import { HotlineHttpApi } from './constructs/http-api.ts';
import { addRoutes } from './constructs/routes.ts';
import { StreamSource } from './constructs/stream-source.ts';
import type { Deployment } from './deployment.ts';
import { addOutputs } from './outputs.ts';
import { retentionOf } from './retention.ts';
import {
  alarmEmailOf,
  hotlineNumberOf,
  missedCallNumberOf,
  publicUrlOf,
} from './stack-parameters.ts';

/**
 * The hotline on AWS: table, webhooks, stream, minute, and whoever watches over them. What each function may do is in
 * hotline-functions.ts. No bucket: recordings stay with the carrier, which deletes them (docs/adr/0011).
 */
export class HotlineStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { deployment: Deployment }) {
    super(scope, id, props);
    const { deployment } = props;
    const { stage } = deployment;
    const email = alarmEmailOf(this);
    const keepsData = retentionOf(stage, undefined);
    const customer = deployment.customerKey
      ? new CustomerKey(this, 'Customer', keepsData.removalPolicy)
      : undefined;
    const keeping = retentionOf(stage, customer?.key);

    const hotlineNumber = hotlineNumberOf(this);
    const missedCallNumber = missedCallNumberOf(this);
    const webhooks = new HotlineHttpApi(this, 'Webhooks', keeping);
    const publicUrl = publicUrlOf(this, webhooks.url);
    const table = new HotlineTable(this, 'Hotline', keeping);
    const secret = new CarrierSecret(this, 'Carrier', keeping);
    const stream = new StreamSource(this, 'Stream', { table, keeping });

    const functions = hotlineFunctions(this, {
      table,
      stream,
      keeping,
      deployment,
      allMay: [secret.allowsReading(), ...(customer ? [customer.allowsUse()] : [])],
      environment: {
        STAGE: stage,
        TABLE_NAME: table.table.tableName,
        PUBLIC_URL: publicUrl,
        HOTLINE_NUMBER: hotlineNumber,
        MISSED_CALL_NUMBER: missedCallNumber,
        TWILIO_SECRET_ARN: secret.arn,
      },
    });
    addRoutes(webhooks, functions);
    stream.feeds(functions.sendOutbox.lambda);
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new RuleTarget(functions.runDueSteps.lambda, { retryAttempts: 0 })],
    });

    const { topic } = new AlarmTopic(this, 'AlarmMail', { email, keeping });
    const lambdas = Object.fromEntries(
      Object.entries(functions).map(([name, { lambda }]) => [name, lambda]),
    );
    const { alarms } = new Alarms(this, 'Alarm', {
      stage,
      topic,
      functions: lambdas,
      runDueSteps: functions.runDueSteps.lambda,
      failedBatches: stream.failed.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
      }),
      apiFaults: webhooks.faults(),
    });
    const { sendOutbox, runDueSteps, receiveStatus, receiveCall } = functions;
    new Dashboard(this, 'Overview', {
      name: this.stackName,
      deployment,
      alarms,
      functions: lambdas,
      sendingLogs: [sendOutbox, runDueSteps, receiveStatus, receiveCall].map(
        ({ logGroup }) => logGroup.logGroupName,
      ),
    });
    new Budget(this, 'Budget', {
      name: this.stackName,
      monthlyUsd: deployment.monthlyBudgetUsd,
      email,
    });

    addOutputs(this, {
      publicUrl,
      secretArn: secret.arn,
      tableName: table.table.tableName,
      failedBatchesQueue: stream.failed.queueUrl,
      dashboard: this.stackName,
    });
  }
}
