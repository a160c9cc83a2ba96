import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, test } from 'vitest';
import { websitePaths } from '#functions/website/website-paths.ts';
import { createHotlineApp } from '#infra/aws/app.ts';
import { table } from '#infra/table.ts';
import { functions, type Json, readable, synthesized, withoutBundles } from './synthesized.ts';

const websiteRoutes = Object.entries(websitePaths).flatMap(([method, paths]) =>
  paths.map((path) => `${method} ${path}`),
);

const { template, resources, only, lambdaOf, outdir } = synthesized({ stage: 'prod' });

describe('the table', () => {
  test('is infra/table.ts, on demand, recoverable and protected', () => {
    const found = only('AWS::DynamoDB::GlobalTable');
    expect(found).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
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
  test('runs Node 24 on arm64 and knows its table and the ARN of its secret', () => {
    // And the one that starts them before they take traffic.
    expect(resources('AWS::Lambda::Function')).toHaveLength(functions.length + 1);
    for (const name of functions) {
      const { Runtime, Architectures, Environment } = lambdaOf(name).Properties;
      expect({ Runtime, Architectures }).toEqual({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
      });
      expect(Environment.Variables).toEqual({
        STAGE: 'prod',
        RELEASE: 'unreleased',
        TABLE_NAME: { Ref: expect.stringMatching(/^HotlineTable/) },
        HOTLINE_NUMBER: { Ref: 'HotlineNumber' },
        MISSED_CALL_NUMBER: { Ref: 'MissedCallNumber' },
        ...(name === 'ExamineItself' && {
          ALARM_PHONE: { Ref: 'AlarmPhone' },
          ALARM_TOPIC: { Ref: expect.stringMatching(/^AlarmMailTopic/) },
          SOURCE_FUNCTIONS: {
            'Fn::Join': [
              '',
              [
                { 'Fn::GetAtt': [expect.stringMatching(/^SendOutbox/), 'Arn'] },
                ':live,',
                { 'Fn::GetAtt': [expect.stringMatching(/^ReceiveSms/), 'Arn'] },
                ':live,',
                { 'Fn::GetAtt': [expect.stringMatching(/^ReceiveStatus/), 'Arn'] },
                ':live',
              ],
            ],
          },
        }),
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

  test('keeps its log a year', () => {
    expect(resources('AWS::Logs::LogGroup')).toHaveLength(functions.length + 2);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });
});

describe('the secret', () => {
  test('is made as it always was: a change of its template or key writes a random value over the credentials', () => {
    const { Properties } = only('AWS::SecretsManager::Secret');
    // Never change these. A deployed secret is filled by hand, and CloudFormation would generate it again.
    expect(Properties.GenerateSecretString).toEqual({
      GenerateStringKey: 'TWILIO_AUTH_TOKEN',
      SecretStringTemplate: '{"TWILIO_ACCOUNT_SID":""}',
    });
    expect(Properties.SecretString).toBeUndefined();
    expect(Properties.Name).toBeUndefined();
    expect(only('AWS::SecretsManager::Secret')).toMatchObject({ UpdateReplacePolicy: 'Retain' });
  });
});

describe('the events', () => {
  const mappingOf = (name: string): Json =>
    resources('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .find(({ FunctionName }) => readable(FunctionName) === `${name}Live:live`);

  test.each([
    ['ReceiveSms', 'LateTexts'],
    ['ReceiveStatus', 'Statuses'],
  ])('of %s in %s wait a day in an encrypted queue, two batches at once', (name, queue) => {
    expect(mappingOf(name)).toMatchObject({
      EventSourceArn: { 'Fn::GetAtt': [expect.stringMatching(`^${queue}Queue`), 'Arn'] },
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const queues = resources('AWS::SQS::Queue').filter(([id]) => id.startsWith(queue));
    expect(queues).toHaveLength(2);
    for (const [, { Properties }] of queues)
      expect(Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 1_209_600,
      });
    const dlq = queues.map(([, { Properties }]) => Properties.RedrivePolicy).find(Boolean);
    expect(dlq.maxReceiveCount).toBe(960);
  });

  test('of a queued webhook keep its body, and what its signature covers', () => {
    const queued = resources('AWS::ApiGatewayV2::Integration')
      .map(([, { Properties }]) => Properties)
      .filter(({ IntegrationSubtype }) => IntegrationSubtype === 'SQS-SendMessage')
      .map(({ RequestParameters: { MessageBody, MessageAttributes } }) => [
        MessageBody,
        JSON.parse(MessageAttributes).path.StringValue,
        JSON.parse(MessageAttributes).signature.StringValue,
      ]);
    const mapped = (name: string): string => `$\{request.${name}}`;
    expect(queued).toEqual(
      [
        '/twilio/sms/fallback',
        `/twilio/status/message?m=${mapped('querystring.m')}`,
        `/twilio/status/call?c=${mapped('querystring.c')}`,
      ].map((path) => ['$request.body', path, mapped('header.x-twilio-signature')]),
    );
  });

  test('of the stream may fail in part, and no failed record blocks its shard', () => {
    expect(mappingOf('SendOutbox')).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      // A new table has four shards and more; a new account runs ten functions at once.
      ParallelizationFactor: 1,
      MaximumRecordAgeInSeconds: 300,
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::GetAtt': [expect.stringMatching(/^StreamFailed/), 'Arn'] },
        },
      },
    });
    const [filter] = mappingOf('SendOutbox').FilterCriteria.Filters;
    expect(JSON.parse(filter.Pattern)).toEqual({
      dynamodb: { NewImage: { dueNow: { N: [{ exists: true }] } } },
    });
  });

  test('of the schedule come every minute', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [
        {
          Arn: { Ref: Match.stringLikeRegexp('^RunDueStepsLive') },
          RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 },
        },
      ],
    });
  });

  test('of an asynchronous caller wait for a minute at most, never for six hours', () => {
    const configs = resources('AWS::Lambda::EventInvokeConfig').map(([, r]) => r.Properties);
    expect(configs).toHaveLength(functions.length);
    for (const { Qualifier, MaximumEventAgeInSeconds, MaximumRetryAttempts } of configs) {
      expect({ MaximumEventAgeInSeconds, MaximumRetryAttempts }).toEqual({
        MaximumEventAgeInSeconds: 60,
        MaximumRetryAttempts: 0,
      });
      // The qualifier is the one that the rules call.
      expect(readable(Qualifier)).toMatch(/Live$/);
    }
  });

  test('of the HTTP API come by these routes, throttled, and are logged without personal data', () => {
    const targets = new Map(
      resources('AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
        id,
        Properties.IntegrationSubtype ??
          readable(Properties.IntegrationUri).replace(/Live$/, ' live'),
      ]),
    );
    const routes = resources('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties.RouteKey,
      targets.get(Properties.Target['Fn::Join'][1].at(-1).Ref),
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      'POST /twilio/sms': 'ReceiveSms live',
      'POST /twilio/sms/fallback': 'SQS-SendMessage',
      'POST /twilio/voice': 'ReceiveCall live',
      'POST /twilio/voice/heard': 'ReceiveCall live',
      'POST /twilio/voice/fallback': 'ReceiveCall live',
      'POST /twilio/voice/leg': 'ReceiveCall live',
      'POST /twilio/voice/leg/heard': 'ReceiveCall live',
      'POST /twilio/status': 'ReceiveStatus live',
      'POST /twilio/status/message': 'SQS-SendMessage',
      'POST /twilio/status/call': 'SQS-SendMessage',
      ...Object.fromEntries(websiteRoutes.map((route) => [route, 'Website live'])),
      'GET /recordings/{id}': 'Website live',
      'POST /recordings/{id}': 'Website live',
      'GET /health': 'Website live',
      'GET /certificate/{serial}': 'Certificate live',
    });
    const stage = only('AWS::ApiGatewayV2::Stage').Properties;
    expect(stage).toMatchObject({ StageName: '$default', AutoDeploy: true });
    expect(stage.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    // Strangers may use little of a small account; texts and calls keep the whole of it.
    expect(stage.RouteSettings).toEqual({
      'GET /health': { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 5 },
      'GET /certificate/{serial}': { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 5 },
      ...Object.fromEntries(
        websiteRoutes.map((route) => [route, { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 }]),
      ),
      'GET /recordings/{id}': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
      'POST /recordings/{id}': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
      'POST /twilio/status': { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 20 },
    });
    const waitsFor = only('AWS::ApiGatewayV2::Stage').DependsOn;
    for (const [id, { Properties }] of resources('AWS::ApiGatewayV2::Route'))
      if (Object.keys(stage.RouteSettings).includes(Properties.RouteKey))
        expect(waitsFor).toContain(id);
    expect(Object.values(JSON.parse(stage.AccessLogSettings.Format))).toEqual([
      'prod',
      '$context.requestTime',
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.integrationStatus',
      '$context.integrationLatency',
      '$context.integrationErrorMessage',
    ]);
  });

  test('have their URLs first in the outputs', () => {
    const outputs: Record<string, Json> = template.findOutputs('*');
    expect(Object.keys(outputs)).toEqual([
      'CarrierIncomingSms',
      'CarrierSmsFallback',
      'CarrierIncomingCall',
      'CarrierCallFallback',
      'CarrierStatus',
      'HealthUrl',
      'SecretToFill',
      'TableName',
      'FailedBatchesQueue',
      'DashboardName',
    ]);
    expect(JSON.stringify(outputs['CarrierIncomingSms']?.Value)).toContain(
      '"/twilio/sms#rc=3&rp=all&rt=4500"',
    );
  });
});

describe('cdk-nag', () => {
  const reports = (of: string) =>
    JSON.parse(readFileSync(join(of, 'validation-report.json'), 'utf8')).pluginReports;

  test('reports nothing', () => expect(reports(outdir)).toEqual([]));

  test('reports a seeded fault and fails the synth', () => {
    const seeded = join(outdir, 'seeded');
    const { app, stack } = createHotlineApp({ outdir: seeded, context: withoutBundles });
    new Queue(stack, 'Seeded');
    expect(() => app.synth()).toThrow();
    const rules = reports(seeded)[0].violations.map((v: Json) => v.ruleName);
    expect(rules).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);
  });
});
