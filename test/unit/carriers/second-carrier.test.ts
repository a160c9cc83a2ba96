import type { SQSRecord } from 'aws-lambda';
import { Hono } from 'hono';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { authTokensOf, createChosenCarrier } from '#functions/carriers/chosen-carriers.ts';
import { carrierDefinitions, carrierProbes, carrierSenders } from '#functions/carriers/registry.ts';
import { checkWebhooks } from '#functions/doctor/check-webhooks.ts';
import type { DoctorTarget } from '#functions/doctor/target.ts';
import { createHotline } from '#functions/hotline.ts';
import { parseCarrierSecret, parseLambdaEnvironment } from '#functions/http/lambda-environment.ts';
import { processQueue } from '#functions/http/process-queue.ts';
import type { OutgoingText } from '#functions/ports/carrier.ts';
import type { HalvesFor, ProbesFor, SendersFor } from '#functions/ports/carrier-definition.ts';
import type { Services } from '#functions/ports/services.ts';
import { readEnvironment } from '#infra/local/environment.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { acmeDefinition } from '../../acme/acme-definition.ts';
import { signAcme } from '../../acme/acme-inbound.ts';
import { acmeSender } from '../../acme/acme-sender.ts';
import { acmeProbes, registerAcme } from '../../acme/register-acme.ts';

/* A carrier in a folder of its own, registered by the entries of functions/carriers/registry.ts and no other edit. */

let unregister: () => void;
beforeAll(() => {
  unregister = registerAcme();
});
afterAll(() => unregister());

const key = 'the-key-of-acme';
const both = {
  CARRIER_TEXTS: 'acme',
  ACME_KEY: key,
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
};
const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readEnvironment(env);
    return [];
  } catch (error) {
    return String(error instanceof Error && error.message).split('\n');
  }
};

describe('the environment of a second carrier', () => {
  it('takes texts from one carrier and calls from the other', () => {
    expect(readEnvironment(both)).toMatchObject({
      carriers: { texts: 'acme', calls: 'twilio' },
      carrierValues: { acme: { ACME_KEY: key }, twilio: { TWILIO_ACCOUNT_SID: 'AC1' } },
      isSimulated: false,
    });
  });

  it('refuses a wrong name, and a carrier for what it does not carry, in one line', () => {
    expect(faultsOf({ CARRIER_TEXTS: 'emca' })).toEqual([
      'CARRIER_TEXTS must be twilio or exotel or acme, not "emca"',
    ]);
    expect(faultsOf({ CARRIER_CALLS: 'acme' })).toEqual([
      'CARRIER_CALLS must be twilio or plivo, not "acme"',
    ]);
  });

  it('names what a chosen carrier lacks, and never simulates beside a real carrier', () => {
    expect(faultsOf({ CARRIER_TEXTS: 'acme' })).toEqual([
      'ACME_KEY is missing, while CARRIER_TEXTS is acme',
      'TWILIO_ACCOUNT_SID is missing, while CARRIER_CALLS is twilio',
      'TWILIO_AUTH_TOKEN is missing, while CARRIER_CALLS is twilio',
    ]);
  });

  it('never shows a value that its definition hides', () => {
    expect(faultsOf({ ...both, ACME_KEY: 'short', ACME_URL: 'x' })).toEqual([
      'ACME_KEY must be eight letters or more, not what was given',
      'ACME_URL must be a URL, not "x"',
    ]);
  });

  it('is read on Lambda, each carrier with a secret of its own', () => {
    const env = {
      STAGE: 'dev',
      TABLE_NAME: 'hotline',
      PUBLIC_URL: 'https://hotline.example.org',
      HOTLINE_NUMBER: '+915320000000',
      CARRIER_TEXTS: 'acme',
      TWILIO_SECRET_ARN: 'arn:twilio',
    };
    expect(() => parseLambdaEnvironment(env)).toThrow('ACME_SECRET_ARN is missing');
    const parsed = parseLambdaEnvironment({ ...env, ACME_SECRET_ARN: 'arn:acme' });
    expect(parsed.carrierEnvironments.map(({ name, secretArn }) => [name, secretArn])).toEqual([
      ['acme', 'arn:acme'],
      ['twilio', 'arn:twilio'],
    ]);
    expect(() => parseCarrierSecret(parsed.carriers.texts, '{}')).toThrow('ACME_KEY is missing');
  });
});

describe('the routes of a second carrier', () => {
  const publicUrl = 'https://hotline.example.org';
  const openApp = () => {
    const { carriers, carrierValues } = readEnvironment(both);
    const from = phoneNumberSchema.parse('+915320000000');
    const services = {
      store: createMemoryStore(),
      carrier: createChosenCarrier(carriers, carrierValues, { from, publicUrl }),
      log: { info() {}, error() {} },
      publicUrl,
    } as unknown as Services;
    const authTokens = authTokensOf(carriers, carrierValues);
    return createHotline({ services, carriers, authTokens, linkSecrets: ['own'] }).app;
  };
  const post = async (
    path: string,
    form: Record<string, string>,
    sign: 'acme' | 'twilio',
    json = JSON.stringify(form),
  ) => {
    const headers: Record<string, string> =
      sign === 'acme'
        ? { 'Content-Type': 'application/json', 'X-Acme-Signature': signAcme(json, key) }
        : {
            'X-Twilio-Signature': twilioWebhooks.getExpectedTwilioSignature(
              'token',
              publicUrl + path,
              form,
            ),
          };
    const body = sign === 'acme' ? json : new URLSearchParams(form);
    const answer = await openApp().request(path, { method: 'POST', body, headers });
    return { status: answer.status, body: await answer.text() };
  };
  const noPhone = { id: 'a', from: 'VM-BANK', text: 'x' };

  it('are mounted for what it is chosen for, and the other carrier’s for the rest', async () => {
    expect(await post('/acme/sms', noPhone, 'acme')).toEqual({ status: 200, body: '[]' });
    expect((await post('/acme/status', {}, 'acme')).status).toBe(204);
    expect((await post('/twilio/status', {}, 'twilio')).status).toBe(204);
    expect((await post('/twilio/voice', { From: 'x' }, 'twilio')).status).toBe(400);
    expect((await post('/twilio/sms', noPhone, 'twilio')).status).toBe(404);
    expect((await post('/acme/voice', {}, 'acme')).status).toBe(404);
  });

  it('accept only the signatures of their own carrier', async () => {
    expect((await post('/acme/sms', noPhone, 'twilio')).status).toBe(403);
    expect((await post('/twilio/voice', { From: 'x' }, 'acme')).status).toBe(403);
  });

  it('take a body that is no form, with any number of &, by its bytes', async () => {
    const text = '&'.repeat(1000);
    expect((await post('/acme/sms', { ...noPhone, text }, 'acme')).status).toBe(200);
    const withMark = `\uFEFF${JSON.stringify(noPhone)}`;
    expect((await post('/acme/sms', {}, 'acme', withMark)).status).toBe(200);
    expect((await post('/acme/sms', {}, 'acme', '{"id":')).status).toBe(400);
    expect((await post('/twilio/status', { text }, 'twilio')).status).toBe(204);
  });

  it('take a queued text with the headers of its carrier', async () => {
    const body = JSON.stringify(noPhone);
    const attribute = (stringValue: string) => ({ stringValue, dataType: 'String' });
    const record = {
      messageId: '1',
      body,
      attributes: { SentTimestamp: '1796000000000' },
      messageAttributes: {
        path: attribute('/acme/sms/fallback'),
        signature: attribute(signAcme(body, key)),
      },
    } as unknown as SQSRecord;
    const statuses: number[] = [];
    const app = new Hono();
    app.all('*', async (c) => {
      const answer = await openApp().fetch(c.req.raw, c.env);
      statuses.push(answer.status);
      return answer;
    });
    await processQueue(app, { Records: [record] });
    expect(statuses).toEqual([200]);
  });

  it('pass the doctor’s checks, each with the body of its own carrier', async () => {
    const app = openApp();
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => app.request(url, init));
    const { carriers, carrierValues } = readEnvironment(both);
    const target = { url: publicUrl, carriers, carrierValues } as unknown as DoctorTarget;
    const results = await checkWebhooks(target).finally(() => vi.unstubAllGlobals());
    expect(results.map(({ check, saw }) => `${check}: ${saw}`)).toEqual([
      'a text, wrongly signed: refused with 403',
      'a text, rightly signed: accepted with 200',
      'a status of acme, wrongly signed: refused with 403',
      'a status of acme, rightly signed: accepted with 204',
      'a status of twilio, wrongly signed: refused with 403',
      'a status of twilio, rightly signed: accepted with 204',
      'a call, wrongly signed: refused with 403',
      'a call, rightly signed: accepted with 400',
    ]);
  });
});

describe('a carrier without WhatsApp', () => {
  const message: OutgoingText = {
    to: phoneNumberSchema.parse('+919415012345'),
    channel: 'whatsapp',
    text: 'x',
    messageId: '01abc',
  };

  it('is handed no WhatsApp message: the same words follow as an SMS', async () => {
    const { carriers, carrierValues } = readEnvironment(both);
    const sent = vi.fn();
    vi.stubGlobal('fetch', sent);
    const carrier = createChosenCarrier(carriers, carrierValues, {
      from: message.to,
      publicUrl: 'https://hotline.example.org',
    });
    const result = await carrier.send(message);
    expect(result).toMatchObject({ type: 'refused', failure: 'other-channel' });
    expect(await carrier.find(message, epochMs(0))).toEqual({ type: 'not-found' });
    expect(sent).not.toHaveBeenCalled();
    await carrier.send({ ...message, channel: 'sms' });
    vi.unstubAllGlobals();
    expect(sent).toHaveBeenCalledOnce();
  });
});

describe('the lists of the registry', () => {
  type Two = Pick<typeof carrierDefinitions, 'twilio'> & { acme: typeof acmeDefinition };
  const twilioProbes = carrierProbes.twilio;
  const twilioSender = carrierSenders.twilio;

  it('compile with what each carrier carries, and not without it', () => {
    const lists: [
      HalvesFor<Two, 'sms', string>,
      HalvesFor<Two, 'calls', string>,
      SendersFor<Two>,
      ProbesFor<Two>,
    ] = [
      { twilio: 'x', acme: 'x' },
      { twilio: 'x' },
      { twilio: twilioSender, acme: acmeSender },
      { twilio: twilioProbes, acme: acmeProbes },
    ];
    // @ts-expect-error acme carries texts
    const texts: HalvesFor<Two, 'sms', string> = { twilio: 'x' };
    // @ts-expect-error acme carries no calls
    const calls: HalvesFor<Two, 'calls', string> = { twilio: 'x', acme: 'x' };
    // @ts-expect-error acme must send texts
    const senders: SendersFor<Two> = { twilio: twilioSender, acme: {} };
    const { status } = acmeProbes;
    // @ts-expect-error acme must have a probe of texts
    const probes: ProbesFor<Two> = { twilio: twilioProbes, acme: { status } };
    expect([...lists, texts, calls, senders, probes]).toHaveLength(8);
  });
});

describe('every carrier', () => {
  it('has the name of its entry, a path of its own and values under its own name', () => {
    for (const [name, definition] of Object.entries(carrierDefinitions)) {
      expect(definition.name).toBe(name);
      expect(definition.path).toBe(`/${name}`);
      for (const value of Object.keys(definition.values))
        expect(value).toMatch(new RegExp(`^${name.toUpperCase()}_`));
    }
  });
});
