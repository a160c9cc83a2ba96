import { Duration, type Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from '../deployment.ts';
import type { Retention } from '../retention.ts';
import { type HotlineFunctionProps, liveName, ReleasedFunction } from './hotline-function.ts';
import type { HotlineTable } from './hotline-table.ts';
import type { StreamSource } from './stream-source.ts';
import type { WebhookQueue } from './webhook-queue.ts';

type FunctionProps = Omit<
  HotlineFunctionProps,
  'environment' | 'retention' | 'tracing' | 'group'
> & {
  /** Of this function alone. */
  more?: Record<string, string>;
};

type FunctionContext = {
  table: HotlineTable;
  stream: StreamSource;
  lateTexts: WebhookQueue;
  statuses: WebhookQueue;
  environment: Record<string, string>;
  retention: Retention;
  deployment: Deployment;
  /** Rung when something is wrong; empty: no phone. */
  alarmPhone: string;
  topicArn: string;
  /** Granted to every function. */
  commonGrants: PolicyStatement[];
};

/** The carrier waits 15 s for an answer (docs/facts.md#twilio). */
const webhookTimeout = Duration.seconds(14);

/** Every Lambda function, and every permission it has. */
export const createFunctions = (stack: Stack, context: FunctionContext) => {
  const { table, stream, lateTexts, statuses, deployment, commonGrants } = context;
  const { environment, retention } = context;
  const { tracing, sendersAtOnce, group } = deployment;
  const make = (id: string, { more = {}, ...props }: FunctionProps) =>
    new ReleasedFunction(stack, id, {
      ...props,
      environment: { ...environment, ...more },
      retention,
      tracing,
      group,
      grants: [...props.grants, ...commonGrants],
    });

  const sendOutbox = make('SendOutbox', {
    entry: 'send-outbox',
    description: 'Processes due items as soon as they are written: above all, sends messages',
    timeout: Duration.minutes(5),
    grants: [
      ...table.grant({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['donors', 'roster', 'due'],
      }),
      ...stream.grant(),
    ],
    // The carrier answers 429 to too many concurrent REST calls (docs/facts.md#twilio); these are retried later.
    reservedConcurrency: sendersAtOnce,
  });
  Validations.of(sendOutbox).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${deployment.restoredStream?.replace(/\/stream\/.*$/, '') ?? '<HotlineTable1FAC382A.Arn>'}/stream/*]`,
    reason: "ListStreams is allowed on a table's streams as a whole: this table's, no other's.",
  });

  const receiveSms = make('ReceiveSms', {
    entry: 'receive-sms',
    description: 'Answers texts',
    timeout: webhookTimeout,
    grants: [
      ...table.grant({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due'],
      }),
      ...lateTexts.grant(),
    ],
  });
  const receiveStatus = make('ReceiveStatus', {
    entry: 'receive-status',
    description: 'Records delivery reports of messages and results of calls',
    timeout: webhookTimeout,
    grants: [
      ...table.grant({
        read: ['GetItem', 'BatchGetItem'],
        write: ['PutItem', 'UpdateItem'],
        query: [],
      }),
      ...statuses.grant(),
    ],
  });
  const examineItself = make('ExamineItself', {
    entry: 'examine-itself',
    description: 'Examines the whole hotline every hour, and rings a phone when something is wrong',
    timeout: Duration.minutes(5),
    more: {
      ALARM_PHONE: context.alarmPhone,
      ALARM_TOPIC: context.topicArn,
      // Not the aliases themselves: their alarms ring this function.
      SOURCE_FUNCTIONS: [sendOutbox, receiveSms, receiveStatus]
        .map(({ lambda }) => `${lambda.functionArn}:${liveName}`)
        .join(),
    },
    grants: [
      ...table.grant({
        read: ['GetItem', 'BatchGetItem'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due'],
      }),
      new PolicyStatement({
        sid: 'ReadTopic',
        actions: ['sns:GetTopicAttributes'],
        resources: [context.topicArn],
      }),
      new PolicyStatement({
        sid: 'ReadLimits',
        actions: ['lambda:GetAccountSettings', 'lambda:ListEventSourceMappings'],
        resources: ['*'],
      }),
    ],
  });
  Validations.of(examineItself).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'Lambda has no resource-level permissions for reading limits and event sources.',
  });

  return {
    receiveSms,
    examineItself,
    receiveCall: make('ReceiveCall', {
      entry: 'receive-call',
      description: 'Answers calls, key by key',
      timeout: webhookTimeout,
      grants: table.grant({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due', 'roster'],
      }),
    }),
    receiveStatus,
    website: make('Website', {
      entry: 'website',
      description:
        'Serves the website and /health; plays recordings of callers to coordinators and to the carrier',
      timeout: webhookTimeout,
      grants: table.grant({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['donors', 'roster', 'due'],
      }),
    }),
    certificate: make('Certificate', {
      entry: 'certificate',
      description: 'Draws the certificates of donors as PDF',
      timeout: webhookTimeout,
      grants: table.grant({ read: ['GetItem', 'BatchGetItem'], write: [], query: [] }),
    }),
    sendOutbox,
    runDueSteps: make('RunDueSteps', {
      entry: 'run-due-steps',
      description: 'Runs every minute: processes all items that are due',
      timeout: Duration.minutes(5),
      grants: table.grant({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['donors', 'roster', 'due'],
      }),
    }),
  };
};

export type HotlineFunctions = ReturnType<typeof createFunctions>;
