import { describe, expect, test } from 'vitest';
import { everyOption, type Json, list, readable, synthesized } from './synthesized.ts';

const plain = synthesized();
const full = synthesized(everyOption);

type Template = typeof plain;

/** The permissions by function and statement id, each as one line. */
const rolesOf = ({ resources }: Template): Record<string, Record<string, string>> =>
  Object.fromEntries(
    resources('AWS::IAM::Role').map(([id, { Properties }]) => {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      const [{ PolicyDocument }, ...more] = Properties.Policies;
      expect(more).toEqual([]);
      const statements = PolicyDocument.Statement.map((s: Json) => {
        expect(s.Effect).toBe('Allow');
        return [
          s.Sid,
          `${list(s.Action).join(' ')} on ${list(s.Resource).map(readable).join(' ')}`,
        ];
      });
      return [id.replace(/Role[0-9A-F]{8}$/, ''), Object.fromEntries(statements)];
    }),
  );

const secret = { ReadCarrierSecret: 'secretsmanager:GetSecretValue on CarrierSecret' };
const log = (of: string) => ({
  WriteLog: `logs:CreateLogStream logs:PutLogEvents on ${of}Log.Arn`,
});
const onTable = (...actions: string[]) =>
  `${actions.map((a) => `dynamodb:${a}`).join(' ')} on HotlineTable.Arn`;
const onIndexes = (...names: string[]) =>
  `dynamodb:Query on ${names.map((n) => `HotlineTable.Arn/index/${n}`).join(' ')}`;

const checkedInOrder = [
  'ReceiveSms',
  'ExamineItself',
  'ReceiveCall',
  'ReceiveStatus',
  'Website',
  'Certificate',
  'SendOutbox',
  'RunDueSteps',
];

const expected: Record<string, Record<string, string>> = {
  ExamineItself: {
    ReadTable: onTable('GetItem', 'BatchGetItem'),
    WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
    QueryIndexes: onIndexes('due'),
    ReadTopic: 'sns:GetTopicAttributes on AlarmMailTopic',
    ReadLimits: 'lambda:GetAccountSettings lambda:ListEventSourceMappings on *',
    ...secret,
    ...log('ExamineItself'),
  },
  SmokeTest: {
    StartFunctions: `lambda:InvokeFunction lambda:GetAlias on ${checkedInOrder.map((name) => `${name}Function.Arn`).join(' ')}`,
    ...log('SmokeTest'),
  },
  SmokeTestCanary: {
    MoveAliases: `lambda:GetAlias lambda:UpdateAlias lambda:GetProvisionedConcurrencyConfig on ${[
      'ReceiveSms',
      'ReceiveCall',
      'ReceiveStatus',
    ]
      .flatMap((name) => [`${name}Function.Arn`, `${name}Function.Arn:live`])
      .join(' ')}`,
    ReadAlarms: 'cloudwatch:DescribeAlarms on *',
  },
  LateTexts: { QueueWebhooks: 'sqs:SendMessage on LateTextsQueue.Arn' },
  Statuses: { QueueWebhooks: 'sqs:SendMessage on StatusesQueue.Arn' },
  ReceiveCall: {
    ReadTable: onTable('GetItem', 'BatchGetItem', 'Query'),
    WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
    QueryIndexes: onIndexes('due', 'roster'),
    ...secret,
    ...log('ReceiveCall'),
  },
  Website: {
    ReadTable: onTable('GetItem', 'BatchGetItem', 'Query'),
    WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
    QueryIndexes: onIndexes('donors', 'roster', 'due'),
    ...secret,
    ...log('Website'),
  },
  Certificate: {
    ReadTable: onTable('GetItem', 'BatchGetItem'),
    ...secret,
    ...log('Certificate'),
  },
  ReceiveSms: {
    ReadTable: onTable('GetItem', 'BatchGetItem', 'Query'),
    WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
    QueryIndexes: onIndexes('due'),
    TakeQueuedWebhooks:
      'sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes on LateTextsQueue.Arn',
    ...secret,
    ...log('ReceiveSms'),
  },
  ReceiveStatus: {
    ReadTable: onTable('GetItem', 'BatchGetItem'),
    WriteTable: onTable('PutItem', 'UpdateItem'),
    TakeQueuedWebhooks:
      'sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes on StatusesQueue.Arn',
    ...secret,
    ...log('ReceiveStatus'),
  },
  SendOutbox: {
    ReadTable: onTable('GetItem', 'BatchGetItem', 'Query'),
    WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
    QueryIndexes: onIndexes('donors', 'roster', 'due'),
    ReadStream:
      'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on HotlineTable.StreamArn',
    ListStreams: 'dynamodb:ListStreams on HotlineTable.Arn/stream/*',
    KeepFailedBatches: 'sqs:SendMessage on StreamFailed.Arn',
    ...secret,
    ...log('SendOutbox'),
  },
  RunDueSteps: {
    ReadTable: onTable('GetItem', 'BatchGetItem', 'Query'),
    WriteTable: onTable('PutItem', 'UpdateItem', 'DeleteItem'),
    QueryIndexes: onIndexes('donors', 'roster', 'due'),
    ...secret,
    ...log('RunDueSteps'),
  },
};

describe('the permissions of each function', () => {
  test('are exactly these', () => expect(rolesOf(plain)).toEqual(expected));

  test('include two more with a customer key and tracing', () => {
    const more = {
      UseCustomerKey:
        'kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:ReEncryptFrom kms:ReEncryptTo on CustomerKey.Arn',
      WriteTraces: 'xray:PutTraceSegments xray:PutTelemetryRecords on *',
    };
    const { SmokeTestCanary: _, ...others } = expected;
    const ofQueue = { UseKey: 'kms:GenerateDataKey kms:Decrypt on CustomerKey.Arn' };
    expect(rolesOf(full)).toEqual(
      Object.fromEntries(
        Object.entries(others).map(([name, grants]) => {
          if (['LateTexts', 'Statuses'].includes(name)) return [name, { ...grants, ...ofQueue }];
          // The check before traffic touches no data.
          if (name === 'SmokeTest') return [name, { ...grants, WriteTraces: more.WriteTraces }];
          return [name, { ...grants, ...more }];
        }),
      ),
    );
  });

  test('allow the use of the key through three services only', () => {
    const uses = full
      .resources('AWS::IAM::Role')
      .flatMap(([, { Properties }]) => Properties.Policies[0].PolicyDocument.Statement)
      .filter((s: Json) => s.Sid === 'UseCustomerKey');
    expect(uses).toHaveLength(8);
    for (const { Condition } of uses)
      expect(Condition).toEqual({
        StringEquals: {
          'kms:ViaService': ['dynamodb', 'secretsmanager', 'sqs'].map(
            (s) => `${s}.ap-south-1.amazonaws.com`,
          ),
        },
      });
  });

  test.each([
    ['by default', plain],
    ['with every option', full],
  ])('are all in the role itself, %s', (_, { resources }) => {
    expect(resources('AWS::IAM::Policy')).toEqual([]);
    expect(resources('AWS::IAM::ManagedPolicy')).toEqual([]);
  });
});

/** The statements on a `*` resource with their reasons. A new one fails the test until its reason is here. */
const reasons: Record<string, string> = {
  'ExamineItselfRole ReadLimits':
    'Lambda has no resource-level permissions for reading limits and event sources.',
  'SendOutboxRole ListStreams':
    "AWS grants ListStreams on all streams of a table, not on one: this table's, no other's.",
  'SmokeTestCanaryRole ReadAlarms': 'CodeDeploy lists the alarms that it looks at.',
  'Role WriteTraces': 'X-Ray has no resource-level permissions for writing traces.',
  'CustomerKey ': "In a key's own policy `*` is this key, and nothing else (KMS developer guide).",
};

/** All allow statements of a template on a `*` resource, in roles and in resource policies. */
const wildcardsOf = ({ json }: Template): string[] =>
  Object.entries<Json>(json.Resources).flatMap(([id, resource]) =>
    statementsIn(resource.Properties)
      .filter(
        (s) =>
          s.Effect === 'Allow' &&
          s.Resource &&
          list(s.Resource).some((r) => readable(r).includes('*')),
      )
      .map((s) => `${id.replace(/[0-9A-F]{8}$/, '')} ${s.Sid ?? ''}`),
  );

const statementsIn = (value: Json): Json[] => {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value.Statement)) return value.Statement;
  return Object.values(value).flatMap(statementsIn);
};

describe('a statement on a * resource', () => {
  const reasonFor = (found: string): string | undefined =>
    Object.entries(reasons).find(
      ([where]) => found.endsWith(where) || found.startsWith(where),
    )?.[1];

  test('exists by default in these three only', () =>
    expect(wildcardsOf(plain)).toEqual([
      'SendOutboxRole ListStreams',
      'ExamineItselfRole ReadLimits',
      'SmokeTestCanaryRole ReadAlarms',
    ]));

  test('has a reason with every option', () => {
    const found = wildcardsOf(full);
    expect(found).toHaveLength(16);
    expect(found.filter((f) => reasonFor(f) === undefined)).toEqual([]);
  });

  test('is found when it is new', () => {
    const json = structuredClone(plain.json);
    json.Resources.Seeded = {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        PolicyDocument: {
          Statement: [{ Sid: 'Seeded', Effect: 'Allow', Action: 'sqs:*', Resource: '*' }],
        },
      },
    };
    expect(wildcardsOf({ ...plain, json }).filter((f) => reasonFor(f) === undefined)).toEqual([
      'Seeded Seeded',
    ]);
  });
});
