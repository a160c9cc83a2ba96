import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { getRequestListener } from '@hono/node-server';
import { createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { startAwsEndpoint } from './aws-endpoint.ts';
import { type DeployedTemplate, functionIdOf, mayInvoke } from './deployed-template.ts';
import { createLambdaService, type LambdaState } from './lambda-service.ts';
import { createMetrics } from './metrics-and-alarms.ts';
import { createQueues } from './queues.ts';
import { createHttpApi } from './rehearsed-api.ts';
import type { RehearsedTime } from './rehearsed-time.ts';
import { createTableSource } from './table-source.ts';

const minute = 60_000;

/** How often a rule comes. */
const rates: Record<string, number> = { 'rate(1 minute)': minute, 'rate(1 hour)': 60 * minute };

/** Real milliseconds between two reads of the stream. */
const readsEveryMs = 50;

/** While a function waits for minutes to pass, each step is short, so that it sees what they bring. */
const carefulStepMs = 2000;

/** The template's table, made as it says. Returns its name. */
const createDeployedTable = async (
  template: DeployedTemplate,
  database: string,
): Promise<string> => {
  const [table] = template.of('AWS::DynamoDB::GlobalTable');
  if (!table) throw new Error('the template has no table');
  const client = createDynamoDbClient(database);
  await client.send(
    new CreateTableCommand({
      TableName: table.id,
      BillingMode: table.BillingMode,
      AttributeDefinitions: table.AttributeDefinitions,
      KeySchema: table.KeySchema,
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
      StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification },
    }),
  );
  client.destroy();
  return table.id;
};

/** An AWS account on this machine with the template deployed in it. */
export const openAccount = async (options: {
  template: DeployedTemplate;
  outdir: string;
  node: string;
  database: string;
  time: RehearsedTime;
  state: LambdaState;
  secret: () => string | undefined;
  /** What the functions need to reach the carrier here. */
  environment: Record<string, string>;
}) => {
  const { template, time, database } = options;
  const { now } = time;
  const table = await createDeployedTable(template, database);
  const metrics = createMetrics();
  const rules = template.of('AWS::Events::Rule');
  const slow = rules
    .filter(({ ScheduleExpression }) => (rates[ScheduleExpression] ?? 0) > minute)
    .flatMap(({ Targets }) => Targets.map(({ Arn }: { Arn: string }) => functionIdOf(Arn)));

  const server = createServer(getRequestListener((request) => api.fetch(request)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const aws = await startAwsEndpoint({
    template,
    database,
    secret: options.secret,
    functionsAtOnce: () => lambda.state.accountLimit,
    invoke: (name, event) => lambda.invoke(name, event),
  });
  const lambda = createLambdaService({
    ...options,
    metrics,
    now,
    shift: time.shift,
    hasty: (id) => slow.includes(id),
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    environment: { ...options.environment, AWS_ENDPOINT_URL: aws.url },
  });
  const queues = createQueues({ template, metrics, now });
  const api = createHttpApi({ template, lambda, queues, metrics, now });
  const source = await createTableSource({ ...options, table, lambda, queues, metrics, now });

  const underWay = new Set<Promise<unknown>>();
  const inBackground = new Set<Promise<unknown>>();
  const trackIn =
    (set: Set<Promise<unknown>>) =>
    (work: Promise<unknown>): void => {
      const tracked: Promise<unknown> = work.finally(() => set.delete(tracked));
      set.add(tracked);
    };
  const track = trackIn(underWay);

  /** An asynchronous event: throttled ones wait, and are dropped at their age. */
  const callLater = (target: string, isSlow: boolean): void => {
    const [limits] = template
      .of('AWS::Lambda::EventInvokeConfig')
      .filter(({ FunctionName, Qualifier }) => target.endsWith(`:${FunctionName}:${Qualifier}`));
    const ends = now() + (limits?.MaximumEventAgeInSeconds ?? 6 * 3600) * 1000;
    const attempt = async (): Promise<void> => {
      const { type } = await lambda.invoke(target, { 'detail-type': 'Scheduled Event' });
      if (type === 'throttled' && now() < ends) time.later(1000, start);
    };
    const start = (): void => (isSlow ? trackIn(inBackground) : track)(attempt());
    start();
  };
  let nextMinute = Math.ceil(now() / minute) * minute;
  const runMinutes = (): void => {
    for (; nextMinute <= now(); nextMinute += minute) {
      queues.measure();
      for (const { id, ScheduleExpression, State, Targets } of rules) {
        if (State !== 'ENABLED' || nextMinute % (rates[ScheduleExpression] ?? minute) !== 0)
          continue;
        for (const { Arn } of Targets) {
          const ruleArn = `arn:aws:events:ap-south-1:111122223333:rule/${id}`;
          if (mayInvoke(template, Arn, 'events.amazonaws.com', ruleArn))
            callLater(Arn, slow.includes(functionIdOf(Arn)));
        }
      }
    }
  };

  /** Until nothing happens any more at this moment. While functions run, the stream is read as often as Lambda does. */
  const settle = async (): Promise<void> => {
    let readAt = 0;
    for (let calm = 0; calm < 3; ) {
      const fired = time.fire();
      runMinutes();
      const isTime = underWay.size === 0 || Date.now() - readAt >= readsEveryMs;
      const read = isTime ? await source.read() : 0;
      if (isTime) readAt = Date.now();
      source.poll(track);
      queues.poll(lambda, track);
      calm = fired + read + underWay.size > 0 ? 0 : calm + 1;
      await (underWay.size > 0 ? wait(5) : new Promise((resolve) => setImmediate(resolve)));
    }
  };
  const ahead = (at: number): number => (at > now() ? at : Number.POSITIVE_INFINITY);

  /**
   * CloudFormation deploys functions with these bundles: it calls the check, and moves each alias that depends on it
   * after that. Returns the check's reason for a deployment that is taken back; empty for one that passes.
   */
  const deploy = async (newest: Record<string, string>): Promise<string> => {
    const { state } = lambda;
    const before = state.live;
    const [check] = template.of('Custom::SmokeTest');
    if (!check) throw new Error('the template has no check of a release');
    const early = template
      .of('AWS::Lambda::Alias')
      .filter(({ after }) => !after.includes(check.id))
      .map(({ FunctionName }) => FunctionName);
    const moved = Object.entries(newest).filter(([id]) => early.includes(id));
    Object.assign(state, { newest, live: { ...before, ...Object.fromEntries(moved) } });
    const heard = aws.heard();
    const { type } = await lambda.invoke(check.ServiceToken, {
      RequestType: 'Create',
      ResponseURL: aws.responseUrl,
      LogicalResourceId: check.id,
      ResourceProperties: check,
    });
    const { Status, Reason } =
      type === 'answered' ? await heard : { Status: 'FAILED', Reason: `the check ${type}` };
    Object.assign(
      state,
      Status === 'SUCCESS' ? { live: newest } : { newest: before, live: before },
    );
    return Status === 'SUCCESS' ? '' : Reason;
  };

  return {
    template,
    table,
    metrics,
    lambda,
    queues,
    denied: aws.denied,
    settle,
    deploy,
    /** Nothing happens until then: the days of a rehearsal are apart. */
    sleepUntil(at: number): void {
      time.skipTo(at);
      nextMinute = Math.ceil(now() / minute) * minute;
      lambda.shifted();
    },
    /** The API, as the carrier reaches it. */
    fetch: (request: Request): Promise<Response> => {
      const answer = api.fetch(request);
      track(answer);
      return answer;
    },
    /** So much time passes, with everything that happens in it. */
    async pass(minutes: number): Promise<void> {
      const end = now() + minutes * minute;
      for (;;) {
        await settle();
        if (now() >= end) return;
        if (inBackground.size > 0) await wait(25);
        const careful = inBackground.size > 0 ? now() + carefulStepMs : end;
        const happens = [time.nextTimer(), queues.nextAt(), source.nextAt()].map(ahead);
        time.skipTo(Math.min(end, nextMinute, careful, ...happens));
        lambda.shifted();
      }
    },
    async close(): Promise<void> {
      await lambda.close();
      source.close();
      aws.close();
      server.closeAllConnections();
      server.close();
    },
  };
};
