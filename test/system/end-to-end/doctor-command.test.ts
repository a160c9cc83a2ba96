import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';
import { createTable } from '#infra/table.ts';
import { startCarrierNumbers, validNumber } from '#test/world/servers/carrier-numbers.ts';
import { startOpenDynoxide } from '../../world/servers/open-dynoxide.ts';
import { cli, type Launched, launch, scratch } from './server.ts';

/* `npm run hotline -- doctor` on a running hotline, with a stand-in for the carrier's number settings. */

const [hotlineNumber, missedCallNumber] = ['+12025550123', '+918001234568'] as const;

describe.skipIf(!isDynoxideInstalled())('the doctor command', () => {
  const home = scratch();
  const account = `AC${'1'.repeat(32)}`;
  let desk: Awaited<ReturnType<typeof startCarrierNumbers>>;
  let hotline: Launched;
  let env: Record<string, string>;

  beforeAll(async () => {
    desk = await startCarrierNumbers({ sid: account, token: 'secret' });
    const port = await freePort();
    const DATA_DIR = join(home.dir, 'data');
    mkdirSync(DATA_DIR);
    env = {
      DATA_DIR,
      PORT: `${port}`,
      TWILIO_ACCOUNT_SID: account,
      TWILIO_AUTH_TOKEN: 'secret',
      TWILIO_API_URL: desk.url,
      HOTLINE_NUMBER: hotlineNumber,
      MISSED_CALL_NUMBER: missedCallNumber,
      // A hotline minute takes a second.
      CLOCK_SPEED: '60',
    };
    hotline = launch(env);
    await hotline.ready();
    const url = `http://127.0.0.1:${port}`;
    desk.state.numbers = [hotlineNumber, missedCallNumber].map((n) => validNumber(n, url));
  });
  afterAll(async () => {
    await hotline.kill('SIGTERM');
    await desk.close();
    home.remove();
  });

  it('passes a correct hotline and stores nothing', { timeout: 60_000 }, async () => {
    const { code, out } = await cli(env, 'doctor');
    expect(out).not.toContain('FAIL');
    expect(code).toBe(0);
    for (const check of [
      'health: 200',
      'a text, rightly signed: accepted with 200',
      'a text, wrongly signed: refused with 403',
      'a status, rightly signed: accepted with 204',
      'a call, rightly signed: accepted with 400',
      'table and indexes',
      'stream is on',
      'the stream wakes the outbox',
      'due steps run each minute',
      'carrier’s account: active',
      'hotline’s number, calls',
      'hotline’s number, texts',
      'missed-call number',
      'clock of the hotline',
    ])
      expect(out).toContain(`pass     ${check}`);
    expect(hotline.err()).not.toMatch(/failed/);
    expect((await cli(env, 'requests')).out).toBe('no open requests\n');
    expect((await cli(env, 'donors', 'count')).out).toMatch(/all +0 +0/);
  });

  it('names each fault with its remedy, and exits 1', { timeout: 60_000 }, async () => {
    const number = desk.state.numbers[0];
    if (number) number['voice_url'] = 'https://demo.twilio.com/welcome/voice/';
    const { code, out } = await cli({ ...env, TWILIO_AUTH_TOKEN: 'secret' }, 'doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL {5}hotline’s number, calls: VoiceUrl is https:\/\/demo\.twilio/);
    expect(out).toMatch(/→ Correct it in the carrier’s console/);
    expect(out).toMatch(/1 failed/);
  });

  it('reports a hotline that does not run', { timeout: 60_000 }, async () => {
    const { code, out } = await cli(env, 'doctor', '--url', 'http://127.0.0.1:59999');
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL {5}health: http:\/\/127\.0\.0\.1:59999\/health: ECONNREFUSED/);
    expect(out).toMatch(/skipped {2}stream and due steps: the hotline does not answer/);
  });

  it('uses the SDK’s own region and credentials for a table', {
    timeout: 60_000,
  }, async () => {
    const database = await startOpenDynoxide();
    onTestFinished(() => database.stop());
    await createTable(createDynamoDbClient(database.endpoint), 'hotline');
    const aws = {
      AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      TABLE_NAME: 'hotline',
    };
    expect(await cli(aws, 'requests', '--aws')).toEqual({
      code: 0,
      out: 'no open requests\n',
      err: '',
    });
    expect(await cli({ ...aws, TABLE_NAME: 'other' }, '--aws', 'requests')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^there is no table other in ap-south-1: TABLE_NAME must be/),
    });
    expect((await cli(aws, 'doctor', '--aws')).err).toMatch(/^which URL\? Set --url/);
  });
});
