import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHotlineApp } from '#infra/aws/hotline-app.ts';
import { table } from '#infra/table.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template has no types.
type Json = any;

let outdir: string;
let template: Template;

beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'hotline-synth-'));
  const { app, stack } = createHotlineApp({ outdir });
  template = Template.fromJSON(app.synth().getStackByName(stack.stackName).template);
});
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const resources = (type: string): [string, Json][] => Object.entries(template.findResources(type));
const only = (type: string): Json => {
  const found = resources(type);
  expect(found).toHaveLength(1);
  return found[0]?.[1];
};
/** As a person reads it: names without hashes, attributes behind a dot. */
const readable = (value: Json): string => {
  if (typeof value === 'string') return value;
  const name = (id: string) => id.replace(/[0-9A-F]{8}$/, '');
  if (value.Ref) return name(value.Ref);
  if (value['Fn::GetAtt']) return value['Fn::GetAtt'].map(name).join('.');
  return value['Fn::Join'][1].map(readable).join(value['Fn::Join'][0]);
};
const list = (value: Json): Json[] => (Array.isArray(value) ? value : [value]);

const functions = [
  'ReceiveCall',
  'ReceiveSms',
  'ReceiveStatus',
  'RunDueSteps',
  'SendOutbox',
  'Website',
];
const lambdaOf = (name: string): Json =>
  resources('AWS::Lambda::Function').find(([id]) => id.startsWith(name))?.[1];

describe('the table', () => {
  test('is infra/table.ts, on demand, recoverable, and not to be deleted', () => {
    const found = only('AWS::DynamoDB::GlobalTable');
    expect(found).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(found.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: table.stream },
      TimeToLiveSpecification: { AttributeName: table.expires, Enabled: true },
      Replicas: [
        {
          Region: 'ap-south-1',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    });
    const keysOf = (schema: Json) => schema.map((key: Json) => key.AttributeName);
    expect(keysOf(found.Properties.KeySchema)).toEqual([table.partition.name, table.sort.name]);
    expect(
      found.Properties.GlobalSecondaryIndexes.map((index: Json) => ({
        name: index.IndexName,
        keys: keysOf(index.KeySchema),
        copies: index.Projection.ProjectionType,
      })),
    ).toEqual(
      table.indexes.map(({ name, partition, sort, copies }) => ({
        name,
        keys: [partition.name, sort.name],
        copies,
      })),
    );
  });
});

describe('each function', () => {
  test('runs on the newest runtime, on arm64, knows its table and its secret, and holds none', () => {
    expect(resources('AWS::Lambda::Function')).toHaveLength(functions.length);
    for (const name of functions) {
      const { Runtime, Architectures, Environment } = lambdaOf(name).Properties;
      expect({ Runtime, Architectures }).toEqual({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
      });
      expect(Environment.Variables).toEqual({
        TABLE_NAME: { Ref: expect.stringMatching(/^HotlineTable/) },
        HOTLINE_NUMBER: { Ref: 'HotlineNumber' },
        MISSED_CALL_NUMBER: { Ref: 'MissedCallNumber' },
        TWILIO_SECRET_ARN: { Ref: expect.stringMatching(/^CarrierSecret/) },
        PUBLIC_URL: {
          'Fn::If': [
            'HasPublicUrl',
            { Ref: 'PublicUrl' },
            { 'Fn::GetAtt': [expect.stringMatching(/^WebhooksApi/), 'ApiEndpoint'] },
          ],
        },
      });
    }
  });

  test('may do this and nothing else', () => {
    const roles = resources('AWS::IAM::Role').map(([id, role]) => {
      expect(role.Properties.ManagedPolicyArns).toBeUndefined();
      const [{ PolicyDocument }, ...more] = role.Properties.Policies;
      expect(more).toEqual([]);
      const statements = PolicyDocument.Statement.map((s: Json) => {
        expect(s.Effect).toBe('Allow');
        return [
          s.Sid,
          `${list(s.Action).join(' ')} on ${list(s.Resource).map(readable).join(' ')}`,
        ];
      });
      return [id.replace(/Role[0-9A-F]{8}$/, ''), Object.fromEntries(statements)];
    });
    const secret = { ReadCarrierSecret: 'secretsmanager:GetSecretValue on CarrierSecret' };
    const log = (of: string) => ({
      WriteLog: `logs:CreateLogStream logs:PutLogEvents on ${of}Log.Arn`,
    });
    const onTable = (...actions: string[]) =>
      `${actions.map((a) => `dynamodb:${a}`).join(' ')} on HotlineTable.Arn`;
    const onIndexes = (...names: string[]) =>
      `dynamodb:Query on ${names.map((n) => `HotlineTable.Arn/index/${n}`).join(' ')}`;
    expect(Object.fromEntries(roles)).toEqual({
      ReceiveCall: {
        ReadTable: onTable('GetItem', 'Query'),
        WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
        QueryIndexes: onIndexes('due', 'roster'),
        ...secret,
        ...log('ReceiveCall'),
      },
      Website: {
        ReadTable: onTable('GetItem'),
        WriteTable: onTable('PutItem', 'UpdateItem'),
        ...secret,
        ...log('Website'),
      },
      ReceiveSms: {
        ReadTable: onTable('GetItem', 'Query'),
        WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
        QueryIndexes: onIndexes('due'),
        ...secret,
        ...log('ReceiveSms'),
      },
      ReceiveStatus: {
        ReadTable: onTable('GetItem'),
        WriteTable: onTable('PutItem', 'UpdateItem'),
        ...secret,
        ...log('ReceiveStatus'),
      },
      SendOutbox: {
        ReadTable: onTable('GetItem', 'Query'),
        WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
        QueryIndexes: onIndexes('donors', 'roster'),
        ReadStream:
          'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on HotlineTable.StreamArn',
        // The one wildcard: AWS grants ListStreams on all streams of a table, not on one.
        ListStreams: 'dynamodb:ListStreams on HotlineTable.Arn/stream/*',
        KeepFailedBatches: 'sqs:SendMessage on StreamFailed.Arn',
        ...secret,
        ...log('SendOutbox'),
      },
      RunDueSteps: {
        ReadTable: onTable('GetItem', 'Query'),
        WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
        QueryIndexes: onIndexes('donors', 'roster', 'due'),
        ...secret,
        ...log('RunDueSteps'),
      },
    });
    // Nothing hangs on to a role from outside it.
    expect(resources('AWS::IAM::Policy')).toEqual([]);
  });

  test('keeps its log a year', () => {
    expect(resources('AWS::Logs::LogGroup')).toHaveLength(functions.length + 1);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });
});

describe('what wakes it', () => {
  test('the stream: part of a batch may fail, and no bad record blocks its shard', () => {
    expect(only('AWS::Lambda::EventSourceMapping').Properties).toMatchObject({
      FunctionName: { Ref: expect.stringMatching(/^SendOutbox/) },
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::GetAtt': [expect.stringMatching(/^StreamFailed/), 'Arn'] },
        },
      },
    });
    const [filter] = only('AWS::Lambda::EventSourceMapping').Properties.FilterCriteria.Filters;
    expect(JSON.parse(filter.Pattern)).toEqual({
      dynamodb: { NewImage: { dueKind: { S: [{ exists: true }] } } },
    });
  });

  test('the minute', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [{ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RunDueSteps'), 'Arn'] } }],
    });
  });

  test('the carrier and browsers: these routes, throttled, logged without a word about the caller', () => {
    const targets = new Map(
      resources('AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
        id,
        readable(Properties.IntegrationUri).replace('Function.Arn', ''),
      ]),
    );
    const routes = resources('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties.RouteKey,
      targets.get(Properties.Target['Fn::Join'][1].at(-1).Ref),
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      'POST /twilio/sms': 'ReceiveSms',
      'POST /twilio/voice': 'ReceiveCall',
      'POST /twilio/voice/heard': 'ReceiveCall',
      'POST /twilio/voice/fallback': 'ReceiveCall',
      'POST /twilio/voice/leg': 'ReceiveCall',
      'POST /twilio/voice/leg/heard': 'ReceiveCall',
      'POST /twilio/status': 'ReceiveStatus',
      'GET /recordings/{id}': 'Website',
      'POST /recordings/{id}': 'Website',
      'GET /health': 'ReceiveSms',
    });
    const stage = only('AWS::ApiGatewayV2::Stage').Properties;
    expect(stage).toMatchObject({ StageName: '$default', AutoDeploy: true });
    expect(stage.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    expect(Object.values(JSON.parse(stage.AccessLogSettings.Format))).toEqual([
      '$context.requestTime',
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.integrationErrorMessage',
    ]);
  });

  test('and it says first which URL to give the carrier', () => {
    const outputs: Record<string, Json> = template.findOutputs('*');
    expect(Object.keys(outputs).sort()).toEqual([
      'CarrierCallFallback',
      'CarrierIncomingCall',
      'CarrierIncomingSms',
      'CarrierStatus',
      'HealthUrl',
      'SecretToFill',
      'TableName',
    ]);
    expect(JSON.stringify(outputs['CarrierIncomingSms']?.Value)).toContain('"/twilio/sms"');
  });
});

describe('cdk-nag', () => {
  const reports = (of: string) =>
    JSON.parse(readFileSync(join(of, 'validation-report.json'), 'utf8')).pluginReports;

  test('finds nothing', () => expect(reports(outdir)).toEqual([]));

  test('would have found something, and failed the synth', () => {
    const seeded = join(outdir, 'seeded');
    const context = { 'aws:cdk:bundling-stacks': [] };
    const { app, stack } = createHotlineApp({ outdir: seeded, context });
    new Queue(stack, 'Seeded');
    expect(() => app.synth()).toThrow();
    const rules = reports(seeded)[0].violations.map((v: Json) => v.ruleName);
    expect(rules).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);
  });
});

/** The bundles that synth built, in a bare Node with what Lambda gives and the stack sets, and nothing else. */
describe('the bundles', () => {
  const run = promisify(execFile);
  const secretArn = 'arn:aws:secretsmanager:ap-south-1:111122223333:secret:twilio';
  let secrets: Server;
  let secretText = '';
  let asked: string[];

  beforeAll(async () => {
    secrets = createServer(async (request, response) => {
      const chunks = await request.toArray();
      const { SecretId } = JSON.parse(Buffer.concat(chunks).toString());
      asked.push(`${request.headers['x-amz-target']} ${SecretId}`);
      response.setHeader('Content-Type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ ARN: SecretId, SecretString: secretText }));
    });
    await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => secrets.close());

  const bundleOf = (name: string): string => {
    const key = lambdaOf(name).Properties.Code.S3Key.replace('.zip', '');
    return join(outdir, `asset.${key}`, 'index.mjs');
  };
  const script =
    'const { handler } = await import(process.argv[1]);' +
    'console.log(JSON.stringify(process.argv[2] ? await handler(JSON.parse(process.argv[2])) : typeof handler))';

  /** What the handler answers, as JSON; without an event, what it is. */
  const start = async (name: string, event?: object): Promise<Json> => {
    asked = [];
    const set: Record<string, string> = {
      TABLE_NAME: 'hotline',
      PUBLIC_URL: 'https://hotline.example.org',
      HOTLINE_NUMBER: '+915320000000',
      MISSED_CALL_NUMBER: '',
      TWILIO_SECRET_ARN: secretArn,
    };
    expect(Object.keys(lambdaOf(name).Properties.Environment.Variables).sort()).toEqual(
      Object.keys(set).sort(),
    );
    const { port } = secrets.address() as AddressInfo;
    const env = {
      ...set,
      AWS_REGION: 'ap-south-1',
      AWS_ACCESS_KEY_ID: 'lambda',
      AWS_SECRET_ACCESS_KEY: 'lambda',
      AWS_SESSION_TOKEN: 'lambda',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    };
    const args = ['--input-type=module', '-e', script, bundleOf(name)];
    if (event) args.push(JSON.stringify(event));
    const { stdout } = await run(process.execPath, args, { env, cwd: outdir });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  };
  const credentials = JSON.stringify({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' });

  test.each(functions)('%s starts, and asks for its secret once', async (name) => {
    secretText = credentials;
    expect(await start(name)).toBe('function');
    expect(asked).toEqual([`secretsmanager.GetSecretValue ${secretArn}`]);
  });

  test('each entry is its own', async () => {
    secretText = credentials;
    expect(bundleOf('SendOutbox')).not.toBe(bundleOf('RunDueSteps'));
    expect(await start('SendOutbox', { Records: [] })).toEqual({ batchItemFailures: [] });
    const asked = (method: string, path: string) => ({
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      requestContext: {
        domainName: 'hotline.example.org',
        http: { method, path, sourceIp: '1.2.3.4' },
      },
      ...(method === 'POST' && { body: 'Body=MENU' }),
    });
    const unsigned = { statusCode: 403 };
    expect(await start('ReceiveSms', asked('POST', '/twilio/sms'))).toMatchObject(unsigned);
    expect(await start('ReceiveCall', asked('POST', '/twilio/voice/leg'))).toMatchObject(unsigned);
    expect(await start('Website', asked('GET', '/recordings/01abc'))).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': expect.stringContaining('text/html') },
    });
  });

  test('before the secret is filled in none starts, and one line says why', async () => {
    secretText = JSON.stringify({ TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: 'random' });
    await expect(start('ReceiveSms')).rejects.toThrow(
      "[EnvironmentError]: TWILIO_ACCOUNT_SID is empty: put Twilio's account SID into the secret",
    );
  });
});
