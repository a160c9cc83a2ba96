import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createHotlineApp } from '#infra/aws/app.ts';
import { readChoices } from '#infra/aws/choices.ts';
import { readDeployment } from '#infra/aws/deployment.ts';
import {
  everyOption,
  functions,
  type Json,
  readable,
  synthesized,
  withoutBundles,
} from './synthesized.ts';

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

  test('names the group whose settings its functions carry', () => {
    expect(full.json.Description).toBe(
      'Mitra Hotline (prod, uttarakhand): one phone number for blood',
    );
    expect(prod.json.Description).toBe('Mitra Hotline (prod): one phone number for blood');
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
    ['canary', '10', '-c canary=10: must be true or false'],
    ['sendersAtOnce', '0', '-c sendersAtOnce=0: must be a whole number above 0'],
    ['monthlyBudgetUsd', '-1', '-c monthlyBudgetUsd=-1: must be a whole number above 0'],
    ['restoredStream', 'hotline', "-c restoredStream=hotline: must be the ARN of a table's stream"],
    ['group', '../x', '-c group=../x: must be the name of a file in groups/'],
    ['group', 'nowhere', '-c group=nowhere: GROUP ./groups/nowhere.json: cannot be read (ENOENT)'],
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

describe('copies of backups', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-copies-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are off by default; chosen, they go each night into a locked vault in the other region of India', () => {
    expect(prod.resources('AWS::Backup::BackupPlan')).toEqual([]);
    const context = { ...withoutBundles, stage: 'prod', backupCopies: 'true' };
    const assembly = createHotlineApp({ outdir: folder, context }).app.synth();
    const resourcesOf = (name: string): Json =>
      Object.values(assembly.getStackByName(name).template.Resources);
    const only = (stack: string, type: string): Json =>
      resourcesOf(stack).filter(({ Type }: Json) => Type === type)[0]?.Properties;

    const copies = 'MitraHotline-prod-copies';
    expect(assembly.getStackByName(copies).environment.region).toBe('ap-south-2');
    const vault = only(copies, 'AWS::Backup::BackupVault');
    expect(vault.LockConfiguration).toEqual({
      MinRetentionDays: 35,
      ChangeableForDays: 7,
    });
    const [rule] = only('MitraHotline-prod', 'AWS::Backup::BackupPlan').BackupPlan.BackupPlanRule;
    expect(rule.ScheduleExpression).toBe('cron(30 21 * * ? *)');
    expect(rule.CopyActions[0].Lifecycle).toEqual({ DeleteAfterDays: 35 });
    expect(JSON.stringify(rule.CopyActions[0].DestinationBackupVaultArn)).toContain(
      `:backup-vault:${vault.BackupVaultName}`,
    );
    expect(JSON.stringify(rule.CopyActions)).toContain('ap-south-2');
    const { Resources } = only('MitraHotline-prod', 'AWS::Backup::BackupSelection').BackupSelection;
    expect(JSON.stringify(Resources)).toContain('HotlineTable');
    const alarm = resourcesOf('MitraHotline-prod').find(
      ({ Properties }: Json) => Properties.MetricName === 'NumberOfCopyJobsCompleted',
    );
    expect(alarm.Properties).toMatchObject({ TreatMissingData: 'breaching', EvaluationPeriods: 2 });
    // cdk-nag has looked at both stacks.
    expect(
      JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')).pluginReports,
    ).toEqual([]);
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

  test.each([
    ['customerKey', 'false'],
    ['group', 'uttarakhand'],
    ['backupCopies', 'true'],
    ['restoredStream', 'arn:aws:dynamodb:ap-south-1:111122223333:table/hotline-restored/stream/1'],
  ])(
    'is the only place of prod’s %s: by hand the next deployment would forget it',
    (name, value) => {
      expect(() => deploymentOf({ stage: 'prod', [name]: value })).toThrow(
        `-c ${name}=${value}: write it into deploy.prod.json`,
      );
      expect(() => deploymentOf({ [name]: value })).not.toThrow();
      expect(deploymentOf({ stage: 'prod', customerKey: 'true' }).customerKey).toBe(true);
    },
  );
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
    expect(logs).toHaveLength(functions.length + 2);
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

const webhooks = ['ReceiveCall', 'ReceiveSms', 'ReceiveStatus'];

const without = (id: string): string => id.replace(/[0-9A-F]{8}([0-9a-f]{16}|[0-9a-f]{32})?$/, '');
const aliasesOf = ({ resources }: typeof prod): [string, Json][] =>
  resources('AWS::Lambda::Alias').map(([id, alias]) => [without(id).replace(/Live$/, ''), alias]);

/** Every place of the template that names this resource. */
const placesOf = (target: string): string[] =>
  Object.entries<Json>(prod.json.Resources)
    .filter(([, resource]) => JSON.stringify(resource.Properties ?? {}).includes(`"${target}"`))
    .map(([, { Type }]) => Type);

describe('the version that takes traffic', () => {
  test('has an alias for each function, and each caller calls it', () => {
    expect(
      aliasesOf(prod)
        .map(([name]) => name)
        .sort(),
    ).toEqual(functions);
    for (const [, { Properties }] of prod.resources('AWS::Lambda::Permission'))
      expect(readable(Properties.FunctionName)).toMatch(/Live$/);
    for (const [id] of prod.resources('AWS::Lambda::Function')) {
      const callers = placesOf(id).filter((type) =>
        ['Integration', 'Permission', 'EventSourceMapping', 'Rule'].includes(
          type.split('::').at(-1) ?? '',
        ),
      );
      expect(callers, id).toEqual([]);
    }
  });

  test('is a new one after a change of the template, and of a parameter', () => {
    const versions = prod.resources('AWS::Lambda::Version');
    expect(versions).toHaveLength(functions.length);
    for (const [id, { DeletionPolicy, Properties }] of versions) {
      const said = JSON.stringify(Properties.Description);
      const needed = ['unreleased', 'HotlineNumber', 'MissedCallNumber', 'PublicUrl'];
      for (const name of id.startsWith('ExamineItself') ? [...needed, 'AlarmPhone'] : needed)
        expect(said, id).toContain(`"${name}"`);
      // The version before stays, so that the alias can go back to it at once.
      expect(DeletionPolicy, id).toBe('Retain');
    }
    // A description has 256 letters at most; the other values have 16 each, a release 18.
    expect(prod.json.Parameters.PublicUrl.MaxLength).toBe(150);
  });
});

describe('a release', () => {
  test.each([
    ['by default', prod],
    ['without canaries', full],
  ])('takes no traffic before each of its functions has started, %s', (_, of) => {
    const [check, ...more] = of.resources('Custom::SmokeTest');
    expect(more).toEqual([]);
    const [id = '', { Properties, DependsOn }] = check ?? ['', {}];
    expect(
      Properties.functions
        .map(readable)
        .map((f: string) => f.replace(/Function$/, ''))
        .sort(),
    ).toEqual(functions);
    expect(Properties.ServiceTimeout).toBe('240');
    expect(readable(Properties.ServiceToken)).toBe('SmokeTestFunction.Arn');
    expect(DependsOn).toEqual(
      of
        .resources('AWS::Lambda::Version')
        .map(([v]) => v)
        .sort(),
    );
    for (const [, alias] of aliasesOf(of)) expect(alias.DependsOn).toEqual([id]);
  });

  test('has a check of its own, so that a rollback asks nothing', () => {
    const idOf = ({ resources }: typeof prod) => resources('Custom::SmokeTest')[0]?.[0] ?? '';
    expect(idOf(dev)).not.toBe(idOf(prod));
    expect(without(idOf(dev))).toBe(without(idOf(prod)));
  });
});

describe('a canary', () => {
  const groups = prod.resources('AWS::CodeDeploy::DeploymentGroup');
  const alarmsOf = (name: string): string[] => {
    const [, { Properties }] = groups.find(([id]) => id.includes(`${name}Canary`)) ?? ['', {}];
    return Properties.AlarmConfiguration.Alarms.map((alarm: Json) => readable(alarm.Name));
  };

  test.each(webhooks)(
    'of %s has a tenth of the traffic for five minutes, and goes back by itself',
    (name) => {
      const [id, { Properties }] = groups.find(([found]) => found.includes(`${name}Canary`)) ?? [
        '',
        {},
      ];
      expect(Properties).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AlarmConfiguration: { Enabled: true },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        },
      });
      const alias = Object.fromEntries(aliasesOf(prod))[name];
      expect(alias.UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName).toEqual({
        Ref: id,
      });
    },
  );

  test.each(webhooks)('of %s has an alarm on the errors of that function', (name) => {
    expect(alarmsOf(name)).toContain(`Alarm${name}Errors`);
    const [, { Properties }] = prod
      .resources('AWS::CloudWatch::Alarm')
      .find(([id]) => without(id) === `Alarm${name}Errors`) ?? ['', {}];
    expect(Properties).toMatchObject({
      MetricName: 'Errors',
      Namespace: 'AWS/Lambda',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: name === 'ReceiveStatus' ? 3 : 1,
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: expect.stringMatching(`^${name}`) } }],
    });
  });

  test('goes back too when an answer of the API is an error that the function caught', () => {
    expect(webhooks.map((name) => alarmsOf(name)[1])).toEqual([
      'AlarmTextOrCallFailed',
      'AlarmTextOrCallFailed',
      'AlarmApiFaults',
    ]);
  });

  test('exists for the webhook functions alone, and can be left out', () => {
    const canaried = aliasesOf(prod).filter(([, { UpdatePolicy }]) => UpdatePolicy);
    expect(canaried.map(([name]) => name).sort()).toEqual(webhooks);
    expect(aliasesOf(full).filter(([, { UpdatePolicy }]) => UpdatePolicy)).toEqual([]);
    expect(full.resources('AWS::CodeDeploy::DeploymentGroup')).toEqual([]);
  });
});
