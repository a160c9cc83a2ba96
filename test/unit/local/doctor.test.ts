import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { checkCarrier } from '#functions/doctor/check-carrier.ts';
import type { CheckResult } from '#functions/doctor/check-result.ts';
import { checkOverdue } from '#functions/doctor/check-steps.ts';
import { checkHealthEndpoint, checkWebhooks } from '#functions/doctor/check-webhooks.ts';
import type { DoctorTarget } from '#functions/doctor/target.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs, minutes } from '#shared/terms/time.ts';
import { startCarrierNumbers, validNumber } from '#test/world/servers/carrier-numbers.ts';
import { aRequest, later } from '../../contract/samples.ts';

const url = 'https://hotline.example.org';
const [hotlineNumber, missedCallNumber] = ['+12025550123', '+918001234568'].map((n) =>
  phoneNumberSchema.parse(n),
);
let desk: Awaited<ReturnType<typeof startCarrierNumbers>>;
beforeAll(async () => {
  desk = await startCarrierNumbers();
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.state.account = { status: 'active', type: 'Full' };
  desk.state.numbers = [`${hotlineNumber}`, `${missedCallNumber}`].map((n) => validNumber(n, url));
  desk.state.balance = '120.50';
  desk.state.skewMs = 0;
  desk.state.status = 200;
});

const twilioValues = (change: Record<string, string> = {}) => ({
  twilio: {
    TWILIO_ACCOUNT_SID: 'AC1',
    TWILIO_AUTH_TOKEN: 'secret',
    TWILIO_API_URL: desk.url,
    ...change,
  },
});
const aTarget = (change: Partial<DoctorTarget> = {}): DoctorTarget =>
  ({
    url,
    carriers: { texts: 'twilio', calls: 'twilio' },
    carrierValues: twilioValues(),
    hotlineNumber,
    missedCallNumber,
    isOnAws: false,
    tableName: 'hotline',
    store: createMemoryStore(),
    now: () => later(0),
    ...change,
  }) as DoctorTarget;
const states = (results: CheckResult[]) =>
  Object.fromEntries(results.map(({ check, state }) => [check, state]));
const failuresOf = (results: CheckResult[]): string =>
  results
    .filter(({ state }) => state === 'fail')
    .map(({ check, saw, todo }) => `${check}: ${saw} → ${todo}`)
    .join('\n');

describe('the carrier', () => {
  it('says that Twilio lets an Indian number make no calls to India', async () => {
    const number = phoneNumberSchema.parse('+918001234567');
    const indian = await checkCarrier(aTarget({ hotlineNumber: number }));
    expect(indian.find(({ check }) => check === 'number that calls')).toMatchObject({
      state: 'fail',
      saw: expect.stringContaining('make none to India'),
    });
  });

  it('passes every check when its settings are ours', async () => {
    expect(states(await checkCarrier(aTarget()))).toEqual({
      'carrier’s account': 'pass',
      'carrier’s balance': 'pass',
      'clock of the carrier': 'pass',
      // It is no fault, but the doctor says that the main token does what a restricted key could.
      'key for requests': 'skipped',
      'hotline’s number, calls': 'pass',
      'hotline’s number, texts': 'pass',
      'missed-call number': 'pass',
      'number that calls': 'pass',
    });
  });

  it('says when requests have a key of their own', async () => {
    const carrierValues = twilioValues({ TWILIO_API_KEY: 'SK1', TWILIO_API_KEY_SECRET: 'secret' });
    expect(states(await checkCarrier(aTarget({ carrierValues })))['key for requests']).toBe('pass');
  });

  it('fails with a balance that lasts a day', async () => {
    desk.state.balance = '49.99';
    expect(failuresOf(await checkCarrier(aTarget()))).toBe(
      'carrier’s balance: 49.99 USD → Recharge it: without a balance the carrier suspends the account.',
    );
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['VoiceUrl', { voice_url: '' }, /VoiceUrl is empty, not https:.*\/twilio\/voice#\S+ → /],
    [
      'an old URL',
      { voice_fallback_url: 'https://old.example/fallback' },
      /VoiceFallbackUrl is https:\/\/old\.example\/fallback, not/,
    ],
    ['StatusCallback', { status_callback: null }, /StatusCallback is empty/],
    ['GET', { voice_method: 'GET' }, /VoiceUrl is called by GET, not POST/],
    ['SmsUrl', { sms_url: 'https://demo.twilio.com/welcome/sms/reply' }, /texts: SmsUrl is https/],
    [
      'SmsUrl without overrides',
      { sms_url: `${url}/twilio/sms` },
      /texts: SmsUrl lacks its overrides #rc=3&rp=all&rt=4500: a failed try is final/,
    ],
    [
      'too few retries',
      { sms_url: `${url}/twilio/sms#rc=1&rp=all&rt=4500` },
      /texts: SmsUrl lacks its overrides/,
    ],
    [
      'no retry after silence',
      { sms_url: `${url}/twilio/sms#rc=3&rp=4xx,5xx,ct&rt=4500` },
      /texts: SmsUrl lacks its overrides/,
    ],
    ['no fallback for texts', { sms_fallback_url: '' }, /texts: SmsFallbackUrl is empty, not/],
    [
      'calls without overrides',
      { voice_url: `${url}/twilio/voice` },
      /VoiceUrl lacks its overrides/,
    ],
    ['a trunk', { trunk_sid: 'TK1' }, /a trunk \(TK1\) takes its calls/],
    ['an application', { sms_application_sid: 'AP1' }, /texts: an application \(AP1\)/],
  ])('reports a wrong setting of a number: %s', async (_, change, said) => {
    Object.assign(desk.state.numbers[0] ?? {}, change);
    expect(failuresOf(await checkCarrier(aTarget()))).toMatch(said);
  });

  it('accepts overrides that ask for more', async () => {
    const sms_url = `${url}/twilio/sms#ct=2000&rt=3000&rc=5&rp=all`;
    Object.assign(desk.state.numbers[0] ?? {}, { sms_url });
    expect(failuresOf(await checkCarrier(aTarget()))).toBe('');
  });

  it('skips the texts of a number that receives no texts', async () => {
    const voiceOnly = { capabilities: { voice: true, sms: false }, sms_url: '' };
    Object.assign(desk.state.numbers[0] ?? {}, voiceOnly);
    expect(states(await checkCarrier(aTarget()))).toMatchObject({
      'hotline’s number, calls': 'pass',
      'hotline’s number, texts': 'skipped',
    });
  });

  it('reports a missed-call number that leads elsewhere or is the hotline’s own', async () => {
    Object.assign(desk.state.numbers[1] ?? {}, { voice_url: 'https://x.example' });
    expect(failuresOf(await checkCarrier(aTarget()))).toMatch(/^missed-call number: VoiceUrl is/);
    const same = aTarget({ missedCallNumber: hotlineNumber });
    expect(failuresOf(await checkCarrier(same))).toMatch(/^missed-call number: .* own/);
    const none = aTarget({ missedCallNumber: undefined });
    expect(states(await checkCarrier(none))['missed-call number']).toBe('skipped');
  });

  it('reports a number of another account', async () => {
    desk.state.numbers = [];
    expect(failuresOf(await checkCarrier(aTarget()))).toContain(
      `hotline’s number: ${hotlineNumber} is not in this account`,
    );
  });

  it('reports wrong credentials without repeating them', async () => {
    const carrierValues = twilioValues({ TWILIO_AUTH_TOKEN: 'not-the-one' });
    const said = failuresOf(await checkCarrier(aTarget({ carrierValues })));
    expect(said).toMatch(/^carrier’s account: it refuses our credentials \(401\)/);
    expect(said).not.toContain('not-the-one');
  });

  it('reports an account that cannot serve', async () => {
    desk.state.account = { status: 'suspended', type: 'Full' };
    expect(failuresOf(await checkCarrier(aTarget()))).toMatch(/it is suspended/);
    desk.state.account = { status: 'active', type: 'Trial' };
    expect(failuresOf(await checkCarrier(aTarget()))).toMatch(/a trial/);
    desk.state.status = 503;
    expect(failuresOf(await checkCarrier(aTarget()))).toMatch(/it answers 503/);
    const away = aTarget({
      carrierValues: twilioValues({ TWILIO_API_URL: 'http://127.0.0.1:59999' }),
    });
    expect(failuresOf(await checkCarrier(away))).toMatch(/ECONNREFUSED/);
  });

  it('reports clocks that differ', async () => {
    desk.state.skewMs = minutes(5);
    expect(failuresOf(await checkCarrier(aTarget()))).toMatch(
      /^clock of the carrier: (299|30[01]) s apart/,
    );
  });

  it('is skipped without credentials', async () => {
    expect(states(await checkCarrier(aTarget({ carrierValues: {} })))).toEqual({
      carrier: 'skipped',
    });
  });
});

describe('webhooks', () => {
  /** A server with one answer to everything. */
  const answering = async (status: number, body: string, test: (url: string) => Promise<void>) => {
    const server = createServer((_, response) => void response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await test(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  it('fail when they accept any signature', () =>
    answering(200, '<Response/>', async (at) => {
      const said = failuresOf(await checkWebhooks(aTarget({ url: at })));
      expect(said).toMatch(/a text, wrongly signed: answered with 200 → Anyone could pose/);
      expect(said).not.toMatch(/a text, rightly signed/);
    }));

  it('fail when they refuse our signature: another token or URL', () =>
    answering(403, 'wrong signature', async (at) => {
      expect(failuresOf(await checkWebhooks(aTarget({ url: at })))).toMatch(
        /a call, rightly signed: answered with 403 → Its token or its PUBLIC_URL/,
      );
    }));

  it('fail /health when something else answers, or nothing', async () => {
    await answering(200, 'It works!', async (at) => {
      const { reached, results } = await checkHealthEndpoint(aTarget({ url: at }));
      expect(reached).toBe(true);
      expect(failuresOf(results)).toMatch(/200, not the hotline’s answer.*Something else answers/);
    });
    await answering(503, '{"ok":false,"checked":{"store":"failed"}}', async (at) => {
      const { results } = await checkHealthEndpoint(aTarget({ url: at }));
      expect(failuresOf(results)).toMatch(/503, store failed.* does not reach its table/);
    });
    const nothing = await checkHealthEndpoint(aTarget({ url: 'http://127.0.0.1:59999' }));
    expect(nothing.reached).toBe(false);
    expect(failuresOf(nothing.results)).toMatch(/ECONNREFUSED/);
  });
});

describe('due items', () => {
  it('are overdue three minutes after their time', async () => {
    const store = createMemoryStore();
    await store.save([{ put: aRequest('r1', { dueAt: epochMs(later(0)) }) }]);
    const at = (ms: number) => aTarget({ store, now: () => later(ms) });
    expect((await checkOverdue(at(minutes(2)))).state).toBe('pass');
    expect((await checkOverdue(at(-1))).saw).toBe('nothing is');
    expect(await checkOverdue(at(minutes(4)))).toMatchObject({
      state: 'fail',
      saw: 'one of kind request waits 240 s',
    });
  });
});
