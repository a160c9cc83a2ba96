import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSecretsManager } from '../../world/servers/secrets-manager.ts';
import { bundled, functions, type Json } from './synthesized.ts';

const { outdir, template } = bundled();
const lambdaOf = (name: string): Json =>
  Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) =>
    id.startsWith(name),
  )?.[1];

/** Runs the built bundles in a plain Node process with the environment of Lambda and of the stack. */
describe('a built bundle', () => {
  const run = promisify(execFile);
  const secretArn = 'arn:aws:secretsmanager:ap-south-1:111122223333:secret:twilio';
  let secrets: Awaited<ReturnType<typeof startSecretsManager>>;
  let secretText = '';

  beforeAll(async () => {
    secrets = await startSecretsManager(() => secretText);
  });
  afterAll(() => secrets.close());

  const bundleOf = (name: string): string => {
    const key = lambdaOf(name).Properties.Code.S3Key.replace('.zip', '');
    return join(outdir, `asset.${key}`, 'index.mjs');
  };
  const script =
    'const { handler } = await import(process.argv[1]);' +
    'console.log(JSON.stringify(process.argv[2] ? await handler(JSON.parse(process.argv[2])) : typeof handler))';

  /** Returns the handler's answer as JSON; without an event, the type of the handler. */
  const start = async (name: string, event?: object): Promise<Json> => {
    secrets.asked.length = 0;
    const set: Record<string, string> = {
      STAGE: 'dev',
      RELEASE: 'unreleased',
      TABLE_NAME: 'hotline',
      PUBLIC_URL: 'https://hotline.example.org',
      HOTLINE_NUMBER: '+915320000000',
      MISSED_CALL_NUMBER: '',
      TWILIO_SECRET_ARN: secretArn,
      ...(name === 'ExamineItself' && {
        ALARM_PHONE: '',
        ALARM_TOPIC: 'arn:aws:sns:ap-south-1:111122223333:alarms',
        SOURCE_FUNCTIONS: 'send-outbox,receive-sms',
      }),
    };
    expect(Object.keys(lambdaOf(name).Properties.Environment.Variables).sort()).toEqual(
      Object.keys(set).sort(),
    );
    const env = {
      ...set,
      AWS_REGION: 'ap-south-1',
      AWS_ACCESS_KEY_ID: 'lambda',
      AWS_SECRET_ACCESS_KEY: 'lambda',
      AWS_SESSION_TOKEN: 'lambda',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    };
    const args = ['--input-type=module', '-e', script, bundleOf(name)];
    if (event) args.push(JSON.stringify(event));
    const { stdout } = await run(process.execPath, args, { env, cwd: outdir });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  };
  const credentials = JSON.stringify({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' });

  test.each(functions)('%s starts and reads its secret once', async (name) => {
    secretText = credentials;
    expect(await start(name)).toBe('function');
    expect(secrets.asked).toEqual([`secretsmanager.GetSecretValue ${secretArn}`]);
  });

  test('contains its own entry point', async () => {
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

  test('of the check before traffic tells CloudFormation which function does not start', async () => {
    const heard: Json[] = [];
    const aws = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      if (request.method === 'PUT') heard.push(JSON.parse(body));
      const isBroken = request.url?.includes('/texts/invocations');
      response.end(isBroken ? '{"errorMessage":"broken"}' : '{"smoke":"started"}');
    }).listen(0, '127.0.0.1');
    await once(aws, 'listening');
    const url = `http://127.0.0.1:${(aws.address() as AddressInfo).port}`;
    const ask = (RequestType: string) =>
      run(
        process.execPath,
        [
          ...['--input-type=module', '-e', script, bundleOf('SmokeTest')],
          JSON.stringify({
            RequestType,
            ResponseURL: `${url}/answer`,
            StackId: 'stack',
            RequestId: 'request',
            LogicalResourceId: 'SmokeTestCheck',
            ResourceProperties: { functions: ['texts', 'calls'] },
          }),
        ],
        {
          env: {
            RELEASE: '1a2b3c4',
            AWS_REGION: 'ap-south-1',
            AWS_ACCESS_KEY_ID: 'lambda',
            AWS_SECRET_ACCESS_KEY: 'lambda',
            AWS_ENDPOINT_URL_LAMBDA: url,
          },
        },
      );
    // A rollback deletes the check that it made.
    await Promise.all([ask('Create'), ask('Delete')]);
    aws.close();
    expect(heard.map(({ Status, Reason }) => [Status, Reason]).sort()).toEqual([
      ['FAILED', 'texts does not start: {"errorMessage":"broken"}'],
      ['SUCCESS', ''],
    ]);
    expect(heard[0]).toMatchObject({
      PhysicalResourceId: 'SmokeTestCheck',
      LogicalResourceId: 'SmokeTestCheck',
      StackId: 'stack',
      RequestId: 'request',
    });
  });

  test('does not start with an empty secret, and names the reason in one line', async () => {
    secretText = JSON.stringify({ TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: 'random' });
    await expect(start('ReceiveSms')).rejects.toThrow(
      "[EnvironmentError]: TWILIO_ACCOUNT_SID is empty: put Twilio's account SID into the secret",
    );
  });
});
