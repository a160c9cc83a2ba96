import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { serve } from '@hono/node-server';
import type { Template } from 'aws-cdk-lib/assertions';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createSimulatedCarrier,
  type SimulatedCarrier,
} from '#infra/local/simulator/simulated-carrier.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { anOutboxRow, aPerson, zone } from '../../contract/samples.ts';
import { startLambda } from '../../world/servers/lambda-process.ts';
import { startSecretsManager } from '../../world/servers/secrets-manager.ts';
import { databaseEndpoint, freshStore } from '../../world/servers/test-database.ts';
import { bundled } from './synthesized.ts';

/*
 * Runs each bundle of a synth in a plain Node process with Lambda's and the stack's environment, with the embedded
 * database and the simulated carrier over HTTP. Every event comes three times: to a cold function, to the same one
 * warm, and to a new cold one. All three answers are the same, and only the first changes the table.
 */

// biome-ignore lint/suspicious/noExplicitAny: events and templates have no types here.
type Json = any;

const publicUrl = 'https://hotline.example.org';
const authToken = 'canned-token';
const accountSid = 'AC00000000000000000000000000000001';
const hotlineNumber = '+915320000000';
const secretArn = 'arn:aws:secretsmanager:ap-south-1:111122223333:secret:carrier';

const canned = (name: string): Json =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../fixtures/events', `${name}.json`), 'utf8'),
  );

const twiml = (holding: RegExp) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: expect.stringMatching(holding),
});
const forbidden = { statusCode: 403 };

/** The events of each function in order, and the expected answers. */
const cases: Record<string, [event: string, answer: unknown][]> = {
  ReceiveSms: [
    ['sms-request', twiml(/^<\?xml.*<Response><Message>.+<\/Message><\/Response>$/su)],
    ['sms-name', twiml(/<Message>.*Ramesh.*<\/Message>/su)],
    ['sms-confirm', twiml(/<Message>.*\d{4}.*<\/Message>/su)],
    ['sms-hindi-base64', twiml(/<Message>.+<\/Message>/su)],
    ['sms-forged', forbidden],
  ],
  ReceiveCall: [
    ['call-begins', twiml(/<Gather.*<Say.*<\/Response>$/su)],
    ['call-key', twiml(/<Gather.*<Say.*<\/Response>$/su)],
    ['call-forged', forbidden],
  ],
  ReceiveStatus: [
    ['status-delivered', { statusCode: 204 }],
    ['status-call-completed', { statusCode: 204 }],
    ['status-forged', forbidden],
  ],
  SendOutbox: [['stream-outbox', { batchItemFailures: [] }]],
  RunDueSteps: [['every-minute', null]],
  Certificate: [
    ['certificate-unknown', { statusCode: 303, headers: { location: '/thanks/unknown' } }],
  ],
  Website: [
    [
      'recording-page',
      { statusCode: 200, headers: { 'content-type': expect.stringContaining('text/html') } },
    ],
    [
      'health',
      {
        statusCode: 200,
        body: '{"ok":true,"checked":{"store":"ok","dueSteps":"ok"},"release":"unreleased"}',
      },
    ],
  ],
};

let outdir: string;
let template: Template;
beforeAll(() => {
  ({ outdir, template } = bundled());
});

const functions = (): [string, Json][] =>
  Object.entries(template.findResources('AWS::Lambda::Function'))
    .map(([id, { Properties }]): [string, Json] => [
      id.replace(/Function[0-9A-F]{8}$/, ''),
      Properties,
    ])
    // It asks AWS about the account, and waits for the minute (test/unit/http/examine-itself.test.ts).
    // SmokeTest is asked by a deployment alone.
    .filter(([name]) => name !== 'ExamineItself' && name !== 'SmokeTest');

test('every function has events, and each event has a valid Twilio signature', () => {
  expect(
    functions()
      .map(([name]) => name)
      .sort(),
  ).toEqual(Object.keys(cases).sort());
  for (const [name] of Object.values(cases).flat()) {
    const { headers, rawPath, rawQueryString, body, isBase64Encoded } = canned(name);
    if (!headers?.['x-twilio-signature']) continue;
    const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
    const form = Object.fromEntries(new URLSearchParams(text));
    const url = `${publicUrl}${rawPath}${rawQueryString && `?${rawQueryString}`}`;
    const right = twilioWebhooks.getExpectedTwilioSignature(authToken, url, form);
    if (name.endsWith('-forged')) expect(headers['x-twilio-signature'], name).not.toBe(right);
    else expect(headers['x-twilio-signature'], name).toBe(right);
  }
});

describe.skipIf(!databaseEndpoint)('the built bundles', () => {
  let carrier: SimulatedCarrier;
  let carrierServer: ReturnType<typeof serve>;
  let secrets: Awaited<ReturnType<typeof startSecretsManager>>;
  let database: Awaited<ReturnType<typeof freshStore>>;
  const sent: string[] = [];

  beforeAll(async () => {
    carrier = createSimulatedCarrier({
      accountSid,
      authToken,
      publicUrl,
      hotlineNumber,
      now: Date.now,
      later: () => {},
      webhook: async () => new Response(null, { status: 204 }),
    });
    carrier.onMessage(({ phone }, news) => {
      if (news === 'accepted') sent.push(phone);
    });
    carrierServer = serve({ fetch: carrier.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(carrierServer, 'listening');
    const held = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
    secrets = await startSecretsManager(() => JSON.stringify(held));
    database = await freshStore();
    await storeSamples();
  });
  afterAll(async () => {
    secrets.close();
    carrierServer.close();
  });

  /** Stores a verifier, the donor whose message is in the canned stream event, and a sent message. */
  const storeSamples = async (): Promise<void> => {
    const volunteer = { zone: zone('prayagraj'), role: 'verifier', onDuty: true } as const;
    const person = (n: number, over = {}) =>
      aPerson(n, { phone: phoneNumberSchema.parse(`+91941500000${n}`), language: 'hi', ...over });
    const wasSent = anOutboxRow('01cannedsent00000000000000', {
      to: person(5).phone,
      state: 'sent',
      tries: 1,
      channel: 'sms',
      carrierId: 'SM00000000000000000000000000000009',
      dueAt: epochMs(Date.now() + 3_600_000),
    });
    await database.store.save([
      { put: person(5) },
      { put: person(7, { name: 'Vimla', volunteer }) },
      { put: wasSent },
    ]);
    // The message of the canned stream event, with the current time: an old one would be withdrawn.
    const image = canned('stream-outbox').Records[0].dynamodb.NewImage;
    const now = { N: String(Date.now()) };
    const dueOrder = { S: `${String(Date.now()).padStart(16, '0')}#${image.id.S}` };
    const Item = { ...image, createdAt: now, dueAt: now, dueOrder };
    await database.client.send(new PutItemCommand({ TableName: database.table, Item }));
  };

  const everything = async (): Promise<unknown> => {
    const { Items = [] } = await database.client.send(
      new ScanCommand({ TableName: database.table, ConsistentRead: true }),
    );
    // Each sweep stores a mark of its end.
    const lasting = Items.filter((item) => item['kind']?.S !== 'sweep');
    const order = lasting.map((item): [string, Json] => [
      `${item['pk']?.S} ${item['sk']?.S}`,
      item,
    ]);
    return { items: Object.fromEntries(order), sent: [...sent] };
  };

  /** The function's environment in the stack with resolved references, and the endpoints of the stand-ins. */
  const environmentOf = ({ Environment }: Json): Record<string, string> => {
    const known: Record<string, string> = {
      TABLE_NAME: database.table,
      PUBLIC_URL: publicUrl,
      HOTLINE_NUMBER: hotlineNumber,
      MISSED_CALL_NUMBER: '',
      TWILIO_SECRET_ARN: secretArn,
    };
    const filled = Object.entries<Json>(Environment.Variables).map(([name, value]) => {
      const given = known[name] ?? value;
      if (typeof given !== 'string') throw new Error(`say here what ${name} is`);
      return [name, given];
    });
    return {
      ...Object.fromEntries(filled),
      AWS_ENDPOINT_URL_DYNAMODB: databaseEndpoint ?? '',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      TWILIO_API_URL: `http://127.0.0.1:${(carrierServer.address() as AddressInfo).port}`,
    };
  };

  const start = (name: string) => {
    const [, properties] = functions().find(([id]) => id === name) ?? [];
    const asset = `asset.${properties.Code.S3Key.replace('.zip', '')}`;
    return startLambda(join(outdir, asset, 'index.mjs'), environmentOf(properties));
  };

  const all = Object.entries(cases).flatMap(([name, events]) =>
    events.map(([event, expected]) => ({ name, event, expected })),
  );
  test.each(all)(
    '$name answers $event alike when cold, warm and cold again',
    async ({ name, event, expected }) => {
      const before = await everything();
      const cold = start(name);
      const answer = await cold.invoke(canned(event));
      if (expected === null) expect(answer).toBeNull();
      else expect(answer).toMatchObject(expected as object);
      const after = await everything();
      if (expected === forbidden) expect(after).toEqual(before);

      expect(await cold.invoke(canned(event)), 'warm').toEqual(answer);
      expect(await everything(), 'warm').toEqual(after);

      const again = start(name);
      expect(await again.invoke(canned(event)), 'cold again').toEqual(answer);
      expect(await everything(), 'cold again').toEqual(after);

      await Promise.all([cold.stop(), again.stop()]);
      const log = [...cold.log(), ...again.log()].join('\n');
      expect(log).not.toMatch(/-failed|Error/);
      // The log contains no phone number.
      expect(log).not.toMatch(/9415\d{6}/);
      // The metric is counted once despite the repetition.
      expect(log.match(/"RequestsOpened":1/g) ?? []).toHaveLength(event === 'sms-confirm' ? 1 : 0);
    },
  );

  test('together open a request, store a call and send messages', async () => {
    const { items } = (await everything()) as Json;
    const kinds = Object.values<Json>(items).map(({ kind }) => kind?.S);
    expect(kinds.filter((kind) => kind === 'request')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'call')).toHaveLength(1);
    expect(items['OUTBOX#01cannedsent00000000000000 OUTBOX'].state.S).toBe('delivered');
    expect(items['OUTBOX#01cannedqueued000000000000 OUTBOX'].state.S).toBe('sent');
    // The donor's message came from the stream, the verifier's from the scheduled run.
    expect([...sent].sort()).toEqual(['+919415000005', '+919415000007']);
  });
});
