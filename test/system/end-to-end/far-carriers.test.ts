import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';
import { deriveTemplates } from '#shared/messages/templates/derive-templates.ts';
import { patternOf } from '#shared/messages/templates/template.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { exotelValues, plivoValues } from '../../world/carriers/far-carriers.ts';
import { plivoRequest } from '../../world/carriers/plivo-webhook.ts';
import { volunteerHeader } from './demo-people.ts';
import { cli, type Launched, launch, scratch, until } from './server.ts';

/* One process with the settings of Exotel and Plivo, its webhooks posted from outside, and the doctor's look at it. */

const number = (digits: string) => phoneNumberSchema.parse(`+91532000${digits}`);
const [answer, yes, no] = ['0002', '0003', '0004'].map(number);

type Sent = Record<string, string>;

/** Exotel's and Plivo's REST APIs, as far as a text, the doctor and a call ask. `url`: of the hotline. */
const startFarApis = async (url: string) => {
  const sent: Sent[] = [];
  const overrides = '#rc=2&rp=5xx,ct,rt';
  const account = `/v1/Account/${plivoValues.PLIVO_AUTH_ID}/`;
  const answers: Record<string, object> = {
    [account]: { cash_credits: '20' },
    '/v1/app': {
      answer_url: `${url}/plivo/voice${overrides}`,
      answer_method: 'POST',
      fallback_answer_url: `${url}/plivo/voice/fallback${overrides}`,
      fallback_method: 'POST',
      hangup_url: `${url}/plivo/status${overrides}`,
      hangup_method: 'POST',
    },
  };
  const server = createServer(async (request, response): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url ?? '';
    const json = (said: object): void => void response.end(JSON.stringify(said));
    if (path.startsWith(`${account}Number/`)) return json({ application: '/v1/app' });
    if (!path.endsWith('/Sms/send.json')) return json(answers[path] ?? {});
    sent.push(Object.fromEntries(new URLSearchParams(body)));
    json({ SMSMessage: { Sid: `e${String(sent.length).padStart(31, '0')}`, Status: 'queued' } });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

describe.skipIf(!isDynoxideInstalled())('a hotline with Exotel’s and Plivo’s settings', () => {
  const home = scratch();
  let apis: Awaited<ReturnType<typeof startFarApis>>;
  let hotline: Launched;
  let env: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    apis = await startFarApis(url);
    const DATA_DIR = join(home.dir, 'data');
    mkdirSync(DATA_DIR);
    const { groupName } = JSON.parse(readFileSync('hotline.config.json', 'utf8'));
    const hotlineNumber = number('0000');
    const templates = deriveTemplates({
      groupName,
      number: hotlineNumber,
      ...(answer && { answerNumber: answer }),
    });
    const registered = templates.map((template, i) => ({
      template: template.name,
      pattern: patternOf(template).source,
      id: `1107${String(i).padStart(6, '0')}`,
    }));
    writeFileSync(join(home.dir, 'hotline.templates.json'), JSON.stringify(registered));
    env = {
      DATA_DIR,
      PORT: `${port}`,
      // Three minutes of the hotline, the doctor's limit, are nine seconds here: a starved machine stays below it.
      CLOCK_SPEED: '20',
      HOTLINE_CONFIG: join(process.cwd(), 'hotline.config.json'),
      HOTLINE_NUMBER: hotlineNumber,
      ANSWER_NUMBER: `${answer}`,
      YES_NUMBER: `${yes}`,
      NO_NUMBER: `${no}`,
      CARRIER_TEXTS: 'exotel',
      ...exotelValues,
      EXOTEL_API_URL: apis.url,
      CARRIER_CALLS: 'plivo',
      ...plivoValues,
      PLIVO_API_URL: apis.url,
    };
    hotline = launch(env, { cwd: home.dir });
    await hotline.ready();
  });
  afterAll(async () => {
    await hotline?.kill('SIGTERM');
    apis?.close();
    home.remove();
  });

  const text = async (body: string, from: string, secret = exotelValues.EXOTEL_WEBHOOK_SECRET) => {
    const form = {
      SmsSid: `e${Date.now()}-${body.length}`,
      From: from,
      Body: body,
      AccountSid: 'group1',
    };
    const { status } = await fetch(`${url}/exotel/sms/${secret}`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return status;
  };
  const ring = async (to: string, token = plivoValues.PLIVO_AUTH_TOKEN) => {
    const form = {
      CallUUID: '11111111-2222-3333-4444-555555555555',
      From: '919415000003',
      To: to.slice(1),
      CallStatus: 'ringing',
      Direction: 'inbound',
    };
    const { headers, body } = plivoRequest(`${url}/plivo/voice`, form, token);
    const response = await fetch(`${url}/plivo/voice`, { method: 'POST', headers, body });
    return { status: response.status, xml: await response.text() };
  };
  /** The newest text to that phone that says so. */
  const gets = (phone: string, says: RegExp): Promise<Sent> =>
    until(`a text to ${phone}: ${says}`, () =>
      apis.sent.findLast(({ To, Body = '' }) => To === phone && says.test(Body)),
    );

  it('refuses what is not guarded, and takes a request from a text to a missed call’s yes', async () => {
    const people = join(home.dir, 'people.csv');
    writeFileSync(people, `${volunteerHeader}\n9415000002,Asha,prayagraj,verifier,en\n`);
    expect((await cli(env, 'import', 'volunteers', people)).out).toContain('added 1');
    const donors = 'phone,name,group,sex,birth_year,pin,language,last_donation';
    writeFileSync(people, `${donors}\n9415000003,Amit,B+,M,1990,211001,hi,\n`);
    expect((await cli(env, 'import', 'donors', people)).out).toContain('added 1');

    expect(await text('MENU', '09415000001', 'another-secret-of-many-letters')).toBe(403);
    expect((await ring(`${yes}`, 'another-token')).status).toBe(403);
    expect(apis.sent).toEqual([]);

    const need =
      'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';
    expect(await text(need, '09415000001')).toBe(200);
    await gets('+919415000001', /send 1/);
    expect(await text('1', '09415000001')).toBe(200);
    const { Body: check = '' } = await gets('+919415000002', /OK \d{4}/);
    expect(await text(/OK \d{4,}/.exec(check)?.[0] ?? '', '09415000002')).toBe(200);
    const alert = await gets('+919415000003', /05320000002/);
    expect(alert).toMatchObject({
      From: 'PMITRA',
      EncodingType: 'unicode',
      Priority: 'high',
      DltEntityId: exotelValues.EXOTEL_DLT_ENTITY_ID,
      DltTemplateId: expect.stringMatching(/^1107\d{6}$/),
    });
    expect(await ring(`${yes}`)).toMatchObject({
      status: 200,
      xml: expect.stringContaining('<Hangup reason='),
    });
    await gets('+919415000003', /DROP/);
    await gets('+919415000001', /Amit/);
    expect(hotline.err()).not.toContain('template-unregistered');
  });

  it('is found sound by the doctor', async () => {
    const { code, out } = await cli(env, 'doctor');
    expect(out).not.toContain('FAIL');
    expect(code).toBe(0);
    for (const check of [
      'Exotel’s account',
      'Plivo’s account',
      'Plivo’s number',
      'number of a yes',
    ])
      expect(out).toContain(`pass     ${check}`);
    for (const webhook of ['a text', 'a status of exotel', 'a status of plivo', 'a call'])
      expect(out).toContain(`pass     ${webhook}, wrongly signed: refused with 403`);
  });
});
