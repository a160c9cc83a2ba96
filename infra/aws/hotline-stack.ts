import { Duration, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as RuleTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import {
  type CarrierChoice,
  carriersIn,
  defaultCarrier,
} from '#functions/carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions } from '#functions/carriers/registry.ts';
import { secretVariableOf } from '#functions/http/lambda-environment.ts';
import { AlarmTopic } from './alarms/alarm-topic.ts';
import { Alarms } from './alarms/alarms.ts';
import { BackupCopies } from './constructs/backup-copies.ts';
import { Budget } from './constructs/budget.ts';
import { CarrierSecret, grantReadSecrets } from './constructs/carrier-secret.ts';
import { CustomerKey } from './constructs/customer-key.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { createFunctions } from './constructs/hotline-functions.ts';
import { HotlineTable } from './constructs/hotline-table.ts';
import { HotlineHttpApi } from './constructs/http-api.ts';
import { ReleaseGate } from './constructs/release-gate.ts';
import { addRoutes } from './constructs/routes.ts';
import { StreamSource } from './constructs/stream-source.ts';
import { WebhookQueue } from './constructs/webhook-queue.ts';
import { copyRegion } from './copy-stack.ts';
import type { Deployment } from './deployment.ts';
import { addOutputs } from './outputs.ts';
import { retentionOf } from './retention.ts';
import {
  alarmEmailOf,
  alarmPhoneOf,
  hotlineNumberOf,
  missedCallNumberOf,
  publicUrlOf,
} from './stack-parameters.ts';

/**
 * The hotline on AWS: table, api, stream, schedule and monitoring. hotline-functions.ts lists the permissions of
 * each function. There is no bucket: recordings stay with the carrier, which deletes them (docs/adr/0011).
 */
export class HotlineStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { deployment: Deployment; release: string },
  ) {
    super(scope, id, props);
    const { deployment, release } = props;
    const { stage } = deployment;
    const email = alarmEmailOf(this);
    const { removalPolicy } = retentionOf(stage, undefined);
    const customer = deployment.customerKey
      ? new CustomerKey(this, 'Customer', removalPolicy)
      : undefined;
    const retention = retentionOf(stage, customer?.key);

    const hotlineNumber = hotlineNumberOf(this);
    const missedCallNumber = missedCallNumberOf(this);
    const api = new HotlineHttpApi(this, 'Webhooks', { stage, retention });
    const publicUrl = publicUrlOf(this, api.url);
    const table = new HotlineTable(this, 'Hotline', {
      retention,
      restoredStream: deployment.restoredStream,
    });
    const { carriers } = deployment;
    const secrets = carriersIn(carriers).map((name) => ({
      name,
      secret: new CarrierSecret(this, secretIdOf(name), {
        carrier: carrierDefinitions[name],
        retention,
      }),
    }));
    const stream = new StreamSource(this, 'Stream', { table, retention });
    const lateTexts = new WebhookQueue(this, 'LateTexts', { retention });
    const statuses = new WebhookQueue(this, 'Statuses', { retention });

    const { topic } = new AlarmTopic(this, 'AlarmMail', { email, retention });

    const functions = createFunctions(this, {
      table,
      stream,
      lateTexts,
      statuses,
      retention,
      deployment,
      alarmPhone: alarmPhoneOf(this),
      topicArn: topic.topicArn,
      commonGrants: [
        grantReadSecrets(secrets.map(({ secret }) => secret)),
        ...(customer ? [customer.grantUse()] : []),
      ],
      environment: {
        STAGE: stage,
        RELEASE: release,
        TABLE_NAME: table.table.tableName,
        PUBLIC_URL: publicUrl,
        HOTLINE_NUMBER: hotlineNumber,
        MISSED_CALL_NUMBER: missedCallNumber,
        ...given(deployment.numbers),
        ...Object.fromEntries(
          secrets.map(({ name, secret }) => [secretVariableOf(name), secret.arn]),
        ),
        ...choiceOf(carriers),
      },
    });
    for (const { lambda } of Object.values(functions))
      Tags.of(lambda).add('hotline-release', release);
    const gate = new ReleaseGate(this, 'SmokeTest', {
      functions,
      release,
      retention,
      tracing: deployment.tracing,
    });
    addRoutes(api, { functions, lateTexts, statuses }, carriers);
    lateTexts.addTarget(functions.receiveSms.live);
    statuses.addTarget(functions.receiveStatus.live);
    stream.addTarget(functions.sendOutbox.live);
    new Rule(this, 'EveryHour', {
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new RuleTarget(functions.examineItself.live, noCatchingUp)],
    });
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new RuleTarget(functions.runDueSteps.live, noCatchingUp)],
    });

    const lambdas = Object.fromEntries(
      Object.entries(functions).map(([name, { lambda }]) => [name, lambda]),
    );
    const { alarms, alarmOf } = new Alarms(this, 'Alarm', {
      stage,
      topic,
      functions: lambdas,
      runDueSteps: functions.runDueSteps.lambda,
      sendOutbox: functions.sendOutbox.lambda,
      webhooks: {
        ReceiveSms: functions.receiveSms.lambda,
        ReceiveCall: functions.receiveCall.lambda,
        ReceiveStatus: functions.receiveStatus.lambda,
      },
      ring: functions.examineItself.live,
      failedBatches: stream.failed.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
      }),
      tableThrottles: table.throttles(),
      apiErrors: api.serverErrors(),
      apiRefusals: api.refusals(),
      lateTexts: {
        age: lateTexts.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
        failed: lateTexts.failed.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      },
      statusAge: statuses.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
    });
    const { sendOutbox, runDueSteps, receiveSms, receiveStatus, receiveCall } = functions;
    if (deployment.canary)
      gate.addCanaries([
        { of: receiveSms, alarms: [alarmOf('ReceiveSmsErrors'), alarmOf('TextOrCallFailed')] },
        { of: receiveCall, alarms: [alarmOf('ReceiveCallErrors'), alarmOf('TextOrCallFailed')] },
        { of: receiveStatus, alarms: [alarmOf('ReceiveStatusErrors'), alarmOf('ApiFaults')] },
      ]);
    new Dashboard(this, 'Overview', {
      name: this.stackName,
      deployment,
      alarms,
      functions: lambdas,
      sendingLogGroups: [sendOutbox, runDueSteps, receiveStatus, receiveCall].map(
        ({ logGroup }) => logGroup.logGroupName,
      ),
    });
    if (deployment.backupCopies)
      new BackupCopies(this, 'Backup', {
        stage,
        region: copyRegion,
        tableArn: table.table.tableArn,
        topic,
      });
    new Budget(this, 'Budget', {
      name: this.stackName,
      monthlyUsd: deployment.monthlyBudgetUsd,
      email,
    });

    addOutputs(this, {
      publicUrl,
      carriers,
      secrets: secrets.map(({ name, secret }) => ({ name, arn: secret.arn })),
      tableName: table.table.tableName,
      failedBatchesQueue: stream.failed.queueUrl,
      dashboard: this.stackName,
    });
  }
}

/** What was missed is dropped: the rule comes again. */
const noCatchingUp = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };

/** The default carrier's keeps the id it has in stacks that are deployed. */
const secretIdOf = (name: CarrierName): string =>
  name === defaultCarrier ? 'Carrier' : `Carrier-${name}`;

const given = (values: Deployment['numbers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Unset by default. */
const choiceOf = ({ texts, calls, whatsapp }: CarrierChoice): Record<string, string> => ({
  ...((texts !== defaultCarrier || calls !== defaultCarrier) && {
    CARRIER_TEXTS: texts,
    CARRIER_CALLS: calls,
  }),
  ...(whatsapp && { CARRIER_WHATSAPP: whatsapp }),
});
