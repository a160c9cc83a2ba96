import { describe, expect, test } from 'vitest';
import { createHotlineApp } from '#infra/aws/app.ts';
import { everyOption, functions, type Json, synthesized, withoutBundles } from './synthesized.ts';

const dev = synthesized();
const prod = synthesized({ stage: 'prod' });
const full = synthesized(everyOption);

const holding = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::SecretsManager::Secret',
  'AWS::Logs::LogGroup',
];
const fatesOf = ({ resources }: typeof dev): unknown[] => [
  ...new Set(holding.flatMap(resources).map(([, r]) => r.DeletionPolicy)),
];
const replicaOf = ({ only }: typeof dev): Json =>
  only('AWS::DynamoDB::GlobalTable').Properties.Replicas[0];

describe('stages', () => {
  test('dev, when none is given, goes with its stack', () => {
    expect(dev.stackName).toBe('MitraHotline-dev');
    expect(dev.isProtected).toBe(false);
    expect(replicaOf(dev).DeletionProtectionEnabled).toBe(false);
    expect(fatesOf(dev)).toEqual(['Delete']);
    expect(dev.lambdaOf('ReceiveSms').Properties.Environment.Variables.STAGE).toBe('dev');
    dev.template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test('prod outlives its stack, which cannot be deleted by mistake', () => {
    expect(prod.stackName).toBe('MitraHotline-prod');
    expect(prod.isProtected).toBe(true);
    expect(replicaOf(prod).DeletionProtectionEnabled).toBe(true);
    expect(fatesOf(prod)).toEqual(['Retain']);
    expect(prod.lambdaOf('ReceiveSms').Properties.Environment.Variables.STAGE).toBe('prod');
    prod.template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });

  test.each([
    ['stage', 'beta', '-c stage=beta: there is no such stage; take dev or prod'],
    ['customerKey', 'yes', '-c customerKey=yes: must be true or false'],
    ['tracing', '1', '-c tracing=1: must be true or false'],
    ['sendersAtOnce', '0', '-c sendersAtOnce=0: must be a whole number above 0'],
    ['monthlyBudgetUsd', '-1', '-c monthlyBudgetUsd=-1: must be a whole number above 0'],
    ['segmentUsd', '5 cents', '-c segmentUsd=5 cents: must be US dollars like 0.05'],
  ])('-c %s=%s fails with a sentence', (name, value, sentence) => {
    expect(() => createHotlineApp({ context: { ...withoutBundles, [name]: value } })).toThrow(
      new Error(sentence),
    );
  });
});

describe("a customer's key", () => {
  const key = { 'Fn::GetAtt': [expect.stringMatching(/^CustomerKey/), 'Arn'] };

  test('there is none unless asked for', () => {
    expect(prod.resources('AWS::KMS::Key')).toEqual([]);
    expect(prod.only('AWS::SQS::Queue').Properties.SqsManagedSseEnabled).toBe(true);
  });

  test('turns every year, outlives prod, and encrypts table, secret, queue, topic and every log', () => {
    const own = full.only('AWS::KMS::Key');
    expect(own).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { EnableKeyRotation: true },
    });
    const { SSESpecification } = full.only('AWS::DynamoDB::GlobalTable').Properties;
    expect(SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(replicaOf(full).SSESpecification.KMSMasterKeyId).toEqual(key);
    expect(full.only('AWS::SecretsManager::Secret').Properties.KmsKeyId).toEqual(key);
    expect(full.only('AWS::SQS::Queue').Properties.KmsMasterKeyId).toEqual(key);
    expect(full.only('AWS::SNS::Topic').Properties.KmsMasterKeyId).toEqual(key);
    const logs = full.resources('AWS::Logs::LogGroup');
    expect(logs).toHaveLength(functions.length + 1);
    for (const [, { Properties }] of logs) expect(Properties.KmsKeyId).toEqual(key);
  });

  test('logs and alarms may use it for this account alone', () => {
    const statements: Json[] = full.only('AWS::KMS::Key').Properties.KeyPolicy.Statement;
    const services = statements.filter((s) => s.Principal.Service);
    expect(services.map((s) => s.Principal.Service)).toEqual([
      'logs.ap-south-1.amazonaws.com',
      'cloudwatch.amazonaws.com',
    ]);
    for (const { Condition } of services)
      expect(JSON.stringify(Condition)).toContain('{"Ref":"AWS::AccountId"}');
  });
});

describe('other choices', () => {
  test('traces only when asked for', () => {
    for (const name of functions) {
      expect(prod.lambdaOf(name).Properties.TracingConfig).toBeUndefined();
      expect(full.lambdaOf(name).Properties.TracingConfig).toEqual({ Mode: 'Active' });
    }
  });

  test('only what sends may be held back, and only when asked for: new accounts can reserve nothing', () => {
    const reserved = ({ lambdaOf }: typeof dev) =>
      functions
        .map((name) => [name, lambdaOf(name).Properties.ReservedConcurrentExecutions])
        .filter(([, atOnce]) => atOnce !== undefined);
    expect(reserved(prod)).toEqual([]);
    expect(reserved(full)).toEqual([['SendOutbox', 5]]);
  });

  test('the number and the mailbox are asked for, never guessed', () => {
    const parameters = prod.template.findParameters('*');
    expect(parameters['HotlineNumber']?.['Default']).toBeUndefined();
    expect(parameters['AlarmEmail']?.['Default']).toBeUndefined();
    const isMail = new RegExp(parameters['AlarmEmail']?.['AllowedPattern']);
    expect(isMail.test('asha@example.org')).toBe(true);
    expect(isMail.test('asha')).toBe(false);
  });
});
