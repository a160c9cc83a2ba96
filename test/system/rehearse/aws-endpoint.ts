import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../infra/synthesized.ts';
import { type DeployedTemplate, roleAllows } from './deployed-template.ts';
import type { Invoked } from './lambda-service.ts';

const heardAt = '/cloudformation';

type Need = [action: string, resource: string];

/** The parts of a transaction, and the action that each needs. */
const partActions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** What a call of DynamoDB needs of IAM: a transaction needs the actions of its parts, and no other. */
const needsOfTable = (operation: string, body: Json, arnOf: (table: string) => string): Need[] => {
  const need = (action: string, table: string, index?: string): Need => [
    `dynamodb:${action}`,
    arnOf(table) + (index === undefined ? '' : `/index/${index}`),
  ];
  if (body.TransactItems)
    return body.TransactItems.flatMap((item: Json) =>
      Object.entries<Json>(item).map(([part, of]) => need(partActions[part] ?? part, of.TableName)),
    );
  if (body.RequestItems)
    return Object.keys(body.RequestItems).map((table) => need(operation, table));
  return [need(operation, body.TableName, body.IndexName)];
};

/**
 * The endpoint of every AWS service for the functions: each call is checked against the role of the function that
 * signed it, whose name is its access key. The table is the embedded database; the rest is what the functions read.
 */
export const startAwsEndpoint = async (options: {
  template: DeployedTemplate;
  database: string;
  /** The text of the secret; undefined when Secrets Manager does not answer. */
  secret: () => string | undefined;
  functionsAtOnce: () => number;
  invoke: (name: string, event: object) => Promise<Invoked>;
}) => {
  const { template, database } = options;
  const denied = new Set<string>();
  const agent = new Agent({ keepAlive: true });
  let hear: (answer: Json) => void = () => {};

  const isAllowed = (caller: string, needs: Need[]): boolean => {
    const role = template.named(caller).Role;
    const missing = needs.filter(([action, on]) => !roleAllows(template, role, action, on));
    for (const [action, on] of missing) denied.add(`${caller} ${action} on ${on}`);
    return missing.length === 0;
  };
  const forward = (body: Buffer, { headers }: IncomingMessage, response: ServerResponse): void => {
    const { host, ...rest } = headers;
    const passed = request(database, { method: 'POST', agent, headers: rest }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    passed.end(body);
  };
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await incoming.toArray());
    const { url = '', headers } = incoming;
    const target = String(headers['x-amz-target'] ?? '');
    const [service = '', operation = ''] = target.split('.');
    const caller = /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
    const reply = (status: number, value: Json): void =>
      void response
        .writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' })
        .end(typeof value === 'string' ? value : JSON.stringify(value));
    const refuse = (): void =>
      reply(400, { __type: 'AccessDeniedException', message: 'not allowed' });

    if (service.startsWith('DynamoDB')) {
      const arnOf = (table: string): string =>
        `arn:aws:dynamodb:ap-south-1:111122223333:table/${table}`;
      const needs = needsOfTable(operation, JSON.parse(body.toString()), arnOf);
      return isAllowed(caller, needs) ? forward(body, incoming, response) : refuse();
    }
    if (service === 'secretsmanager') {
      const { SecretId } = JSON.parse(body.toString());
      if (!isAllowed(caller, [[`secretsmanager:${operation}`, SecretId]])) return refuse();
      const SecretString = options.secret();
      return SecretString === undefined
        ? reply(500, { __type: 'InternalServiceError' })
        : reply(200, { ARN: SecretId, SecretString });
    }
    if (url.includes('/account-settings')) {
      if (!isAllowed(caller, [['lambda:GetAccountSettings', '*']])) return refuse();
      return reply(200, { AccountLimit: { ConcurrentExecutions: options.functionsAtOnce() } });
    }
    const [, name = '', part] = /functions\/(\w+)\/(aliases|invocations)/.exec(url) ?? [];
    if (part !== undefined) {
      const action = part === 'aliases' ? 'GetAlias' : 'InvokeFunction';
      const arn = `arn:aws:lambda:ap-south-1:111122223333:function:${name}`;
      if (!isAllowed(caller, [[`lambda:${action}`, arn]])) return refuse();
      if (part === 'aliases') return reply(200, { Name: 'live' });
      const called = await options.invoke(name, JSON.parse(body.toString()));
      return reply(200, called.type === 'answered' ? called.answer : { errorType: called.type });
    }
    if (url === heardAt) {
      hear(JSON.parse(body.toString()));
      return reply(200, '');
    }
    if (url.includes('/event-source-mappings')) {
      if (!isAllowed(caller, [['lambda:ListEventSourceMappings', '*']])) return refuse();
      const name = new URL(url, database).searchParams.get('FunctionName');
      const sources = template.of('AWS::Lambda::EventSourceMapping');
      const EventSourceMappings = sources
        .filter(({ FunctionName }) => name?.endsWith(`:${FunctionName}`))
        .map(({ Enabled = true }) => ({ State: Enabled ? 'Enabled' : 'Disabled' }));
      return reply(200, { EventSourceMappings });
    }
    const topic = new URLSearchParams(body.toString()).get('TopicArn') ?? '';
    if (!isAllowed(caller, [['sns:GetTopicAttributes', topic]])) return refuse();
    return reply(200, topicAttributes);
  };

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    /** Where CloudFormation hears of a resource that a function makes, and the next that it hears. */
    responseUrl: url + heardAt,
    heard: () =>
      new Promise<Json>((resolve) => {
        hear = resolve;
      }),
    /** Calls that a role did not allow. */
    denied,
    close: (): void => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
};

const topicAttributes = `<GetTopicAttributesResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><GetTopicAttributesResult><Attributes>${[
  ['SubscriptionsConfirmed', '1'],
  ['SubscriptionsPending', '0'],
]
  .map(([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`)
  .join('')}</Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>`;
