import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createHotlineApp } from '#infra/aws/app.ts';
import { readChoices } from '#infra/aws/choices.ts';
import { readDeployment } from '#infra/aws/deployment.ts';
import { everyOption, functions, type Json, synthesized, withoutBundles } from './synthesized.ts';

const dev = synthesized();
const prod = synthesized({ stage: 'prod' });
const full = synthesized(everyOption);

const dataTypes = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::SecretsManager::Secret',
  'AWS::Logs::LogGroup',
];
const deletionPoliciesOf = ({ resources }: typeof dev): unknown[] => [
  ...new Set(dataTypes.flatMap(resources).map(([, r]) => r.DeletionPolicy)),
];
const replicaOf = ({ only }: typeof dev): Json =>
  only('AWS::DynamoDB::GlobalTable').Properties.Replicas[0];

describe('the stage', () => {
  test('dev is the default and is deleted with its stack', () => {
    expect(dev.stackName).toBe('MitraHotline-dev');
    expect(dev.isProtected).toBe(false);
    expect(replicaOf(dev).DeletionProtectionEnabled).toBe(false);
    expect(deletionPoliciesOf(dev)).toEqual(['Delete']);
    expect(dev.lambdaOf('ReceiveSms').Properties.Environment.Variables.STAGE).toBe('dev');
    dev.template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test('prod is protected and outlives its stack', () => {
    expect(prod.stackName).toBe('MitraHotline-prod');
    expect(prod.isProtected).toBe(true);
    expect(replicaOf(prod).DeletionProtectionEnabled).toBe(true);
    // A first deployment that failed leaves nothing behind.
    expect(deletionPoliciesOf(prod)).toEqual(['RetainExceptOnCreate']);
    expect(prod.lambdaOf('ReceiveSms').Properties.Environment.Variables.STAGE).toBe('prod');
    prod.template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });

  test.each([
    ['stage', 'beta', '-c stage=beta: there is no such stage; take dev or prod'],
    ['customerKey', 'yes', '-c customerKey=yes: must be true or false'],
    ['tracing', '1', '-c tracing=1: must be true or false'],
    ['sendersAtOnce', '0', '-c sendersAtOnce=0: must be a whole number above 0'],
    ['monthlyBudgetUsd', '-1', '-c monthlyBudgetUsd=-1: must be a whole number above 0'],
    ['restoredStream', 'hotline', "-c restoredStream=hotline: must be the ARN of a table's stream"],
    ['segmentUsd', '5 cents', '-c segmentUsd=5 cents: must be US dollars like 0.05'],
  ])('-c %s=%s fails with an error that names the option', (name, value, sentence) => {
    expect(() => createHotlineApp({ context: { ...withoutBundles, [name]: value } })).toThrow(
      new Error(sentence),
    );
  });
});

describe('a restored table', () => {
  const restoredStream =
    'arn:aws:dynamodb:ap-south-1:111122223333:table/hotline-restored/stream/2026-11-30T00:00:00.000';
  const restored = synthesized({ stage: 'prod', restoredStream });

  test('takes the place of the own one by one option', () => {
    expect(restored.resources('AWS::DynamoDB::GlobalTable')).toEqual([]);
    for (const name of functions)
      expect(restored.lambdaOf(name).Properties.Environment.Variables.TABLE_NAME).toBe(
        'hotline-restored',
      );
    const sources = restored
      .resources('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties.EventSourceArn);
    expect(sources).toContain(restoredStream);
    const resourcesOf = JSON.stringify(
      restored.resources('AWS::IAM::Role').map(([, r]) => r.Properties.Policies),
    );
    expect(resourcesOf).toContain('table/hotline-restored/index/due');
    expect(resourcesOf).not.toContain('HotlineTable');
  });

  test('leaves the own table where it is', () => {
    // What leaves prod's stack is kept; the template that has it says so.
    expect(prod.only('AWS::DynamoDB::GlobalTable').DeletionPolicy).toBe('RetainExceptOnCreate');
  });
});

describe('a file of choices', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-choices-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'deploy.prod.json'), '{"customerKey":true,"monthlyBudgetUsd":70}');
  const choicesOf = (stage: 'dev' | 'prod') => readChoices(stage, folder);
  const deploymentOf = (context: Record<string, string>) =>
    readDeployment({ tryGetContext: (name: string) => context[name] } as Json, choicesOf);

  test('holds the options of its stage; what is given by hand comes first', () => {
    expect(deploymentOf({ stage: 'prod' })).toMatchObject({
      customerKey: true,
      monthlyBudgetUsd: 70,
    });
    expect(deploymentOf({ stage: 'prod', monthlyBudgetUsd: '80' }).monthlyBudgetUsd).toBe(80);
    expect(deploymentOf({})).toMatchObject({ stage: 'dev', customerKey: false });
  });
});

describe('the customer key', () => {
  const key = { 'Fn::GetAtt': [expect.stringMatching(/^CustomerKey/), 'Arn'] };

  test('does not exist by default', () => {
    expect(prod.resources('AWS::KMS::Key')).toEqual([]);
    for (const [, { Properties }] of prod.resources('AWS::SQS::Queue'))
      expect(Properties.SqsManagedSseEnabled).toBe(true);
  });

  test('rotates every year, outlives prod, and encrypts table, secret, queue, topic and every log', () => {
    const customerKey = full.only('AWS::KMS::Key');
    expect(customerKey).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { EnableKeyRotation: true },
    });
    const { SSESpecification } = full.only('AWS::DynamoDB::GlobalTable').Properties;
    expect(SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(replicaOf(full).SSESpecification.KMSMasterKeyId).toEqual(key);
    expect(full.only('AWS::SecretsManager::Secret').Properties.KmsKeyId).toEqual(key);
    for (const [, { Properties }] of full.resources('AWS::SQS::Queue'))
      expect(Properties.KmsMasterKeyId).toEqual(key);
    expect(full.only('AWS::SNS::Topic').Properties.KmsMasterKeyId).toEqual(key);
    const logs = full.resources('AWS::Logs::LogGroup');
    expect(logs).toHaveLength(functions.length + 1);
    for (const [, { Properties }] of logs) expect(Properties.KmsKeyId).toEqual(key);
  });

  test('may be used by logs and alarms of this account only', () => {
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

describe('the other options', () => {
  test('turn tracing on only when chosen', () => {
    for (const name of functions) {
      expect(prod.lambdaOf(name).Properties.TracingConfig).toBeUndefined();
      expect(full.lambdaOf(name).Properties.TracingConfig).toEqual({ Mode: 'Active' });
    }
  });

  test('reserve concurrency for SendOutbox only, and only when chosen, because new accounts cannot reserve any', () => {
    const reserved = ({ lambdaOf }: typeof dev) =>
      functions
        .map((name) => [name, lambdaOf(name).Properties.ReservedConcurrentExecutions])
        .filter(([, atOnce]) => atOnce !== undefined);
    expect(reserved(prod)).toEqual([]);
    expect(reserved(full)).toEqual([['SendOutbox', 5]]);
  });

  test('require the number and the mail address', () => {
    const parameters = prod.template.findParameters('*');
    expect(parameters['HotlineNumber']?.['Default']).toBeUndefined();
    expect(parameters['AlarmEmail']?.['Default']).toBeUndefined();
    const isMail = new RegExp(parameters['AlarmEmail']?.['AllowedPattern']);
    expect(isMail.test('asha@example.org')).toBe(true);
    expect(isMail.test('asha')).toBe(false);
  });
});
