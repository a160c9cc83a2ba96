import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { checkCarrier } from '#infra/local/doctor/check-carrier.ts';
import type { CheckResult } from '#infra/local/doctor/check-result.ts';
import { checkOverdue } from '#infra/local/doctor/check-steps.ts';
import { checkHealthEndpoint, checkWebhooks } from '#infra/local/doctor/check-webhooks.ts';
import type { DoctorTarget } from '#infra/local/doctor/target.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs, minutes } from '#shared/terms/time.ts';
import { startCarrierNumbers, validNumber } from '#test/world/servers/carrier-numbers.ts';
import { aRequest, later } from '../../contract/samples.ts';

const url = 'https://hotline.example.org';
const [hotlineNumber, missedCallNumber] = ['+918001234567', '+918001234568'].map((n) =>
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
  desk.state.skewMs = 0;
  desk.state.status = 200;
});

const aPatient = (change: Partial<DoctorTarget> = {}): DoctorTarget =>
  ({
    url,
    twilio: { accountSid: 'AC1', authToken: 'secret' },
    twilioApiUrl: desk.url,
    hotlineNumber,
    missedCallNumber,
    isOnAws: false,
    tableName: 'hotline',
    store: createMemoryStore(),
    now: () => later(0),
    ...change,
  }) as DoctorTarget;
const states = (findings: CheckResult[]) =>
  Object.fromEntries(findings.map(({ check, state }) => [check, state]));
const illOf = (findings: CheckResult[]): string =>
  findings
    .filter(({ state }) => state === 'ill')
    .map(({ check, saw, todo }) => `${check}: ${saw} → ${todo}`)
    .join('\n');

describe('the carrier', () => {
  it('is well', async () => {
    expect(states(await checkCarrier(aPatient()))).toEqual({
      'carrier’s account': 'well',
      'clock of the carrier': 'well',
      'hotline’s number, calls': 'well',
      'hotline’s number, texts': 'well',
      'missed-call number': 'well',
    });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['VoiceUrl', { voice_url: '' }, /VoiceUrl is empty, not https:.*\/twilio\/voice → /],
    [
      'an old URL',
      { voice_fallback_url: 'https://old.example/fallback' },
      /VoiceFallbackUrl is https:\/\/old\.example\/fallback, not/,
    ],
    ['StatusCallback', { status_callback: null }, /StatusCallback is empty/],
    ['GET', { voice_method: 'GET' }, /VoiceUrl is called by GET, not POST/],
    ['SmsUrl', { sms_url: 'https://demo.twilio.com/welcome/sms/reply' }, /texts: SmsUrl is https/],
    ['a trunk', { trunk_sid: 'TK1' }, /a trunk \(TK1\) takes its calls/],
    ['an application', { sms_application_sid: 'AP1' }, /texts: an application \(AP1\)/],
  ])('sees what is wrong with a number: %s', async (_, change, said) => {
    Object.assign(desk.state.numbers[0] ?? {}, change);
    expect(illOf(await checkCarrier(aPatient()))).toMatch(said);
  });

  it('lets a number be that takes no texts', async () => {
    const voiceOnly = { capabilities: { voice: true, sms: false }, sms_url: '' };
    Object.assign(desk.state.numbers[0] ?? {}, voiceOnly);
    expect(states(await checkCarrier(aPatient()))).toMatchObject({
      'hotline’s number, calls': 'well',
      'hotline’s number, texts': 'skipped',
    });
  });

  it('sees a missed-call number that leads elsewhere, or is the hotline’s own', async () => {
    Object.assign(desk.state.numbers[1] ?? {}, { voice_url: 'https://x.example' });
    expect(illOf(await checkCarrier(aPatient()))).toMatch(/^missed-call number: VoiceUrl is/);
    const same = aPatient({ missedCallNumber: hotlineNumber });
    expect(illOf(await checkCarrier(same))).toMatch(/^missed-call number: .* own/);
    const none = aPatient({ missedCallNumber: undefined });
    expect(states(await checkCarrier(none))['missed-call number']).toBe('skipped');
  });

  it('sees a number of somebody else’s', async () => {
    desk.state.numbers = [];
    expect(illOf(await checkCarrier(aPatient()))).toContain(
      `hotline’s number: ${hotlineNumber} is not in this account`,
    );
  });

  it('sees wrong credentials, and never says them', async () => {
    const twilio = { accountSid: 'AC1', authToken: 'not-the-one' };
    const said = illOf(await checkCarrier(aPatient({ twilio })));
    expect(said).toMatch(/^carrier’s account: it refuses our credentials \(401\)/);
    expect(said).not.toContain('not-the-one');
  });

  it('sees an account that cannot serve', async () => {
    desk.state.account = { status: 'suspended', type: 'Full' };
    expect(illOf(await checkCarrier(aPatient()))).toMatch(/it is suspended/);
    desk.state.account = { status: 'active', type: 'Trial' };
    expect(illOf(await checkCarrier(aPatient()))).toMatch(/a trial/);
    desk.state.status = 503;
    expect(illOf(await checkCarrier(aPatient()))).toMatch(/it answers 503/);
    const away = aPatient({ twilioApiUrl: 'http://127.0.0.1:59999' });
    expect(illOf(await checkCarrier(away))).toMatch(/ECONNREFUSED/);
  });

  it('sees clocks that differ', async () => {
    desk.state.skewMs = minutes(5);
    expect(illOf(await checkCarrier(aPatient()))).toMatch(
      /^clock of the carrier: (299|30[01]) s apart/,
    );
  });

  it('is left alone without credentials', async () => {
    expect(states(await checkCarrier(aPatient({ twilio: undefined })))).toEqual({
      carrier: 'skipped',
    });
  });
});

describe('webhooks', () => {
  /** Something that answers everything alike. */
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

  it('that take anything are the worst of all', () =>
    answering(200, '<Response/>', async (at) => {
      const said = illOf(await checkWebhooks(aPatient({ url: at })));
      expect(said).toMatch(/a text, wrongly signed: answered with 200 → Anybody could speak/);
      expect(said).not.toMatch(/a text, rightly signed/);
    }));

  it('that refuse our signature have another token or URL', () =>
    answering(403, 'wrong signature', async (at) => {
      expect(illOf(await checkWebhooks(aPatient({ url: at })))).toMatch(
        /a call, rightly signed: answered with 403 → Its token or its PUBLIC_URL/,
      );
    }));

  it('health of something else, and of nothing', async () => {
    await answering(200, 'It works!', async (at) => {
      const { reached, findings } = await checkHealthEndpoint(aPatient({ url: at }));
      expect(reached).toBe(true);
      expect(illOf(findings)).toMatch(/200, not our words.*Something else answers/);
    });
    await answering(503, '{"ok":false,"checked":{"store":"failed"}}', async (at) => {
      const { findings } = await checkHealthEndpoint(aPatient({ url: at }));
      expect(illOf(findings)).toMatch(/503, store failed.* does not reach its table/);
    });
    const nothing = await checkHealthEndpoint(aPatient({ url: 'http://127.0.0.1:59999' }));
    expect(nothing.reached).toBe(false);
    expect(illOf(nothing.findings)).toMatch(/ECONNREFUSED/);
  });
});

describe('what waits', () => {
  it('is overdue when nobody does it', async () => {
    const store = createMemoryStore();
    await store.save([{ put: aRequest('r1', { dueAt: epochMs(later(0)) }) }]);
    const at = (ms: number) => aPatient({ store, now: () => later(ms) });
    expect((await checkOverdue(at(minutes(2)))).state).toBe('well');
    expect((await checkOverdue(at(-1))).saw).toBe('nothing is');
    expect(await checkOverdue(at(minutes(4)))).toMatchObject({
      state: 'ill',
      saw: 'one of kind request waits 240 s',
    });
  });
});
