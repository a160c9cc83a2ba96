import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  carriersIn,
  createChosenCarrier,
  textCarriersIn,
  whatsAppCarrierIn,
} from '#functions/carriers/chosen-carriers.ts';
import { checkCarrier } from '#functions/doctor/check-carrier.ts';
import type { DoctorTarget } from '#functions/doctor/target.ts';
import { parseLambdaEnvironment } from '#functions/http/lambda-environment.ts';
import type { OutgoingText } from '#functions/ports/carrier.ts';
import { readEnvironment } from '#infra/local/environment.ts';
import { webhookUrls } from '#infra/local/printed-urls.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';
import { exotelValues, plivoValues } from '../../world/carriers/far-carriers.ts';

/* CARRIER_WHATSAPP: WhatsApp by a carrier that is not the one of SMS. */

const twilioValues = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' };
const indian = {
  CARRIER_TEXTS: 'exotel',
  CARRIER_CALLS: 'plivo',
  ANSWER_NUMBER: '+915320000002',
  ...exotelValues,
  ...plivoValues,
};
const beside = { ...indian, CARRIER_WHATSAPP: 'twilio', ...twilioValues };
const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readEnvironment(env);
    return [];
  } catch (error) {
    return String(error instanceof Error && error.message).split('\n');
  }
};

describe('the carrier of WhatsApp', () => {
  it('is that of texts where it carries WhatsApp, and none where it does not', () => {
    expect(whatsAppCarrierIn({ texts: 'twilio', calls: 'plivo' })).toBe('twilio');
    expect(whatsAppCarrierIn({ texts: 'exotel', calls: 'twilio' })).toBeUndefined();
    const { carriers } = readEnvironment(indian);
    expect(carriers).toEqual({ texts: 'exotel', calls: 'plivo' });
    expect(carriersIn(carriers)).toEqual(['exotel', 'plivo']);
    expect(textCarriersIn(carriers)).toEqual(['exotel']);
  });

  it('is chosen beside them, and needs its own values', () => {
    const { carriers, carrierValues, isSimulated } = readEnvironment(beside);
    expect(carriers).toEqual({ texts: 'exotel', calls: 'plivo', whatsapp: 'twilio' });
    expect(carriersIn(carriers)).toEqual(['exotel', 'plivo', 'twilio']);
    expect(textCarriersIn(carriers)).toEqual(['exotel', 'twilio']);
    expect(carrierValues.twilio).toEqual(twilioValues);
    expect(isSimulated).toBe(false);
    expect(faultsOf({ ...indian, CARRIER_WHATSAPP: 'twilio' })).toEqual([
      'TWILIO_ACCOUNT_SID is missing, while CARRIER_WHATSAPP is twilio',
      'TWILIO_AUTH_TOKEN is missing, while CARRIER_WHATSAPP is twilio',
    ]);
  });

  it('cannot be one that carries no WhatsApp', () => {
    expect(faultsOf({ ...indian, CARRIER_WHATSAPP: 'exotel' })).toEqual([
      'CARRIER_WHATSAPP must be twilio, not "exotel"',
    ]);
  });

  it('has a secret of its own on Lambda', () => {
    const env = {
      ...beside,
      STAGE: 'dev',
      TABLE_NAME: 'hotline',
      PUBLIC_URL: 'https://hotline.example.org',
      HOTLINE_NUMBER: '+915320000000',
      EXOTEL_SECRET_ARN: 'arn:exotel',
      PLIVO_SECRET_ARN: 'arn:plivo',
    };
    expect(() => parseLambdaEnvironment(env)).toThrow('TWILIO_SECRET_ARN is missing');
    const parsed = parseLambdaEnvironment({ ...env, TWILIO_SECRET_ARN: 'arn:twilio' });
    expect(parsed.carrierEnvironments.map(({ name }) => name)).toEqual([
      'exotel',
      'plivo',
      'twilio',
    ]);
  });

  it('has its URLs printed beside those of texts and calls', () => {
    const urls = webhookUrls(readEnvironment({ ...beside, PUBLIC_URL: 'https://h.example.org' }));
    expect(urls).toMatchObject({
      sms: 'https://h.example.org/exotel/sms/…',
      voice: 'https://h.example.org/plivo/voice',
      whatsapp: 'https://h.example.org/twilio/sms',
      'whatsapp status': 'https://h.example.org/twilio/status',
    });
    expect(Object.keys(webhookUrls(readEnvironment({})))).not.toContain('whatsapp');
  });
});

const sid = `SM${'2'.repeat(32)}`;

describe('the messages of both channels', () => {
  afterEach(() => vi.unstubAllGlobals());
  const from = phoneNumberSchema.parse('+915320000000');
  const whatsappNumber = phoneNumberSchema.parse('+919415000999');
  const message: OutgoingText = {
    to: phoneNumberSchema.parse('+919415012345'),
    channel: 'whatsapp',
    text: 'Can you come?',
    messageId: '01abc',
  };
  const sms: OutgoingText = { ...message, channel: 'sms', templateId: '1107' };

  /** The chosen carriers, and each request that they make. */
  const open = (answer: (url: URL) => object) => {
    const asked: { url: URL; form: URLSearchParams }[] = [];
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      const url = new URL(address);
      asked.push({ url, form: new URLSearchParams(String(init.body ?? '')) });
      return Response.json(answer(url), { status: init.method === 'POST' ? 201 : 200 });
    });
    const { carriers, carrierValues } = readEnvironment(beside);
    const carrier = createChosenCarrier(carriers, carrierValues, {
      from,
      whatsappNumber,
      publicUrl: 'https://hotline.example.org',
    });
    return { carrier, asked };
  };

  it('leave each by its own carrier, on WhatsApp from the number that the website names', async () => {
    const { carrier, asked } = open(() => ({ sid: 'SM1', SMSMessage: { Sid: 'e1' } }));
    const content = { id: 'HX1', values: ['B+'] };
    expect(await carrier.send({ ...message, content })).toEqual({
      type: 'accepted',
      carrierId: 'SM1',
    });
    expect(await carrier.send(sms)).toEqual({ type: 'accepted', carrierId: 'e1' });
    const [whatsapp, text] = asked;
    expect(whatsapp?.url.hostname).toBe('api.twilio.com');
    expect(Object.fromEntries(whatsapp?.form ?? [])).toMatchObject({
      From: 'whatsapp:+919415000999',
      To: 'whatsapp:+919415012345',
      ContentSid: 'HX1',
      StatusCallback: expect.stringContaining('/twilio/status/message?m=01abc'),
    });
    expect(text?.url.hostname).toBe('api.in.exotel.com');
    expect(text?.form.get('From')).toBe('PMITRA');
    expect(asked).toHaveLength(2);
  });

  it('are looked for where they left: Exotel cannot tell, Twilio has a list', async () => {
    const { carrier, asked } = open(() => ({
      messages: [{ sid: 'SM1', body: 'Can you come?', direction: 'outbound-api' }],
    }));
    expect(await carrier.find(sms, epochMs(0))).toEqual({ type: 'cannot-tell' });
    expect(asked).toEqual([]);
    expect(await carrier.find(message, epochMs(0))).toEqual({ type: 'found', carrierId: 'SM1' });
    expect(asked.map(({ url }) => url.searchParams.get('To'))).toEqual(['whatsapp:+919415012345']);
  });

  it('that came and whose webhook failed are read from Twilio’s list', async () => {
    const { carrier, asked } = open((url) => ({
      messages:
        url.searchParams.get('To') === 'whatsapp:+919415000999'
          ? [{ sid, from: 'whatsapp:+919415012345', body: '1', direction: 'inbound' }]
          : [],
    }));
    const { texts, complete } = await carrier.received(epochMs(0));
    expect(complete).toBe(true);
    expect(texts.map(({ incoming }) => [incoming.channel, incoming.text])).toEqual([
      ['whatsapp', '1'],
    ]);
    expect(new Set(asked.map(({ url }) => url.hostname))).toEqual(new Set(['api.twilio.com']));
  });
});

describe('the doctor of a hotline with Twilio for WhatsApp alone', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('asks for the account and the templates, and for no number that Twilio does not have', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: string) => {
      const { hostname, pathname } = new URL(address);
      asked.push(hostname + pathname);
      if (pathname.includes('ContentAndApprovals'))
        return Response.json({
          contents: [{ sid: 'HX1', approval_requests: { status: 'approved' } }],
        });
      if (pathname.endsWith('Balance.json'))
        return Response.json({ balance: '50', currency: 'USD' });
      return Response.json({ status: 'active', type: 'Full', cash_credits: '100' });
    });
    const { carriers } = readEnvironment(beside);
    const target = {
      url: 'https://hotline.example.org',
      carriers,
      carrierValues: { twilio: twilioValues },
      hotlineNumber: phoneNumberSchema.parse('+915320000000'),
      contentIds: ['HX1'],
    } as unknown as DoctorTarget;
    const results = await checkCarrier(target);
    const said = results.map(({ check, state, saw }) => `${state} ${check}: ${saw}`);
    expect(said).toContain('pass WhatsApp’s templates: 1 approved');
    expect(said).toContain('skipped sender on WhatsApp: its settings are not read here');
    expect(results.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(asked.filter((path) => path.includes('IncomingPhoneNumbers'))).toEqual([]);
  });
});
