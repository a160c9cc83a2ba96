import { Duration, type Stack, Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from '../deployment.ts';
import type { Retention } from '../retention.ts';
import { HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';
import type { HotlineTable } from './hotline-table.ts';
import type { StreamSource } from './stream-source.ts';

type Around = {
  table: HotlineTable;
  stream: StreamSource;
  environment: Record<string, string>;
  keeping: Retention;
  deployment: Deployment;
  /** What every function may do. */
  allMay: PolicyStatement[];
};

/** The carrier waits 15 s (FACTS §6). */
const whileTheCarrierWaits = Duration.seconds(14);

/** What runs on Lambda, and all that each may do: the whole list. */
export const hotlineFunctions = (stack: Stack, around: Around) => {
  const { table, stream, deployment, allMay } = around;
  const { environment, keeping } = around;
  const { tracing, sendersAtOnce } = deployment;
  const make = (
    id: string,
    given: Omit<HotlineFunctionProps, 'environment' | 'keeping' | 'tracing'>,
  ) =>
    new HotlineFunction(stack, id, {
      ...given,
      environment,
      keeping,
      tracing,
      may: [...given.may, ...allMay],
    });

  const sendOutbox = make('SendOutbox', {
    entry: 'send-outbox',
    description: 'Does at once what was just written and is due: messages first of all',
    timeout: Duration.minutes(5),
    may: [
      ...table.allows({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['donors', 'roster'],
      }),
      ...stream.allows(),
    ],
    // The carrier answers 429 to too many REST calls at once (FACTS §6); they wait and are tried again.
    atOnce: sendersAtOnce,
  });
  Validations.of(sendOutbox).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::<HotlineTable1FAC382A.Arn>/stream/*]',
    reason: "ListStreams is allowed on a table's streams as a whole: this table's, no other's.",
  });

  return {
    receiveSms: make('ReceiveSms', {
      entry: 'receive-sms',
      description: 'Answers texts',
      timeout: whileTheCarrierWaits,
      may: table.allows({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due'],
      }),
    }),
    receiveCall: make('ReceiveCall', {
      entry: 'receive-call',
      description: 'Answers calls, key by key',
      timeout: whileTheCarrierWaits,
      may: table.allows({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due', 'roster'],
      }),
    }),
    receiveStatus: make('ReceiveStatus', {
      entry: 'receive-status',
      description: 'Hears what became of messages and calls',
      timeout: whileTheCarrierWaits,
      may: table.allows({
        read: ['GetItem', 'BatchGetItem'],
        write: ['PutItem', 'UpdateItem'],
        query: [],
      }),
    }),
    website: make('Website', {
      entry: 'website',
      description: 'Lets coordinators, and the carrier, hear what callers have said',
      timeout: whileTheCarrierWaits,
      may: table.allows({
        read: ['GetItem', 'BatchGetItem'],
        write: ['PutItem', 'UpdateItem'],
        query: [],
      }),
    }),
    sendOutbox,
    runDueSteps: make('RunDueSteps', {
      entry: 'run-due-steps',
      description: 'Every minute: does whatever is due',
      timeout: Duration.minutes(5),
      may: table.allows({
        read: ['GetItem', 'BatchGetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['donors', 'roster', 'due'],
      }),
    }),
  };
};

export type HotlineFunctions = ReturnType<typeof hotlineFunctions>;
