import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';
import type { ForeignCarrier, Treatment } from '../../world/servers/foreign-carrier.ts';
import { codeIn, says } from './demo-people.ts';
import { createHotlineWithCarrier, donorLine, importPeople } from './hotline-with-carrier.ts';
import { logLeaks, seededLeaks } from './log-leaks.ts';
import { configFile, launch, type ServerUnderTest, scratch, until } from './server.ts';

/* Invalid webhooks, a faulty carrier, and invalid settings at the start. */

const account = { accountSid: 'AC0hostile', authToken: 'a-token-of-theirs' };
const verifier = '+919711122233';
const donors = Array.from({ length: 160 }, (_, i) => `+91945${String(i).padStart(7, '0')}`);

describe.skipIf(!isDynoxideInstalled())('a running hotline', () => {
  let carrier: ForeignCarrier;
  let server: ServerUnderTest;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ carrier, server, remove } = await createHotlineWithCarrier({
      account,
      policy: (policy) => {
        policy.stages.critical = { intervalMinutes: 300, wantedChance: 0.99, maxDonors: 8 };
        policy.alertCaps = { perWeek: 100, perMonth: 100, restAfterYesDays: 0 };
      },
      env: { CLOCK_SPEED: '60' },
    }));
    await server.start();
    await importPeople(server, {
      donors: donors.map((phone, i) => donorLine(`D${i}`, phone)),
      verifiers: [{ phone: verifier }],
    });
  });
  afterAll(async () => {
    await remove();
  });

  const raw = (path: string, init: RequestInit): Promise<Response> =>
    fetch(server.publicUrl + path, init);
  const sms = (fields: Record<string, string>): Record<string, string> => ({
    MessageSid: carrier.nextSid(),
    From: '+919800000001',
    To: '+915320000000',
    Body: 'MENU',
    ...fields,
  });
  let families = 0;
  /** A verified request of a new family: its phone and code. */
  const verified = async (
    before: (code: string) => void = () => {},
  ): Promise<{ family: string; code: string }> => {
    families += 1;
    const family = `+9198111333${String(families).padStart(2, '0')}`;
    await carrier.texts(
      family,
      'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    );
    const code = codeIn((await carrier.texts(family, '1')).reply);
    await until('the verifier is asked', () => carrier.inbox(verifier).some(says(code)));
    before(code);
    await carrier.texts(verifier, `OK ${code}`);
    return { family, code };
  };
  const alertsFor = (code: string) =>
    carrier.messages.filter(
      (m) => donors.includes(m.to) && says(code)(m) && m.text.includes('1 = I can'),
    );
  const isAlert = (text: string): boolean => text.includes('1 = I can');
  const closed = async ({ family, code }: { family: string; code: string }): Promise<void> => {
    carrier.change({ treat: () => ({ do: 'accept' }), lists: true });
    const { reply } = await carrier.texts(family, `CLOSE ${code}`);
    expect(reply).toContain(code);
  };

  describe('its webhooks', () => {
    const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const sign = (path: string, fields: Record<string, string>): string =>
      twilioWebhooks.getExpectedTwilioSignature(account.authToken, server.publicUrl + path, fields);

    test.each(['/twilio/sms', '/twilio/status?m=x'])(
      'refuse a missing or wrong signature with 403 and store nothing (%s)',
      async (path) => {
        const fields = sms({ MessageStatus: 'delivered' });
        const body = form(fields);
        const signature = sign(path, fields);
        const wrong: RequestInit[] = [
          { method: 'POST', body, headers: type },
          { method: 'POST', body, headers: { ...type, 'X-Twilio-Signature': 'AAAA' } },
          { method: 'POST', body, headers: { ...type, 'X-Twilio-Signature': '' } },
          {
            method: 'POST',
            body: `${body}&Extra=1`,
            headers: { ...type, 'X-Twilio-Signature': signature },
          },
          {
            method: 'POST',
            body: body.replace('MENU', 'STOP'),
            headers: { ...type, 'X-Twilio-Signature': signature },
          },
          { method: 'POST' },
          {
            method: 'POST',
            body: '{"a":1}',
            headers: { 'Content-Type': 'application/json', 'X-Twilio-Signature': signature },
          },
          {
            method: 'POST',
            body,
            headers: {
              ...type,
              'X-Twilio-Signature': signature.replace(/./, '!'),
              'X-Forwarded-Host': 'evil.example',
            },
          },
        ];
        const answers = await Promise.all(wrong.map((init) => raw(path, init)));
        expect(answers.map((a) => a.status)).toEqual(wrong.map(() => 403));
        // The same SID with a valid signature is still new, because the hotline has not stored it.
        const good = await carrier.post(path, fields);
        expect(good.status).toBe(path === '/twilio/sms' ? 200 : 204);
      },
    );

    test('refuse a signature for another path or host', async () => {
      const fields = sms({});
      const other = twilioWebhooks.getExpectedTwilioSignature(
        account.authToken,
        'http://evil.example/twilio/sms',
        fields,
      );
      const answer = await raw('/twilio/sms', {
        method: 'POST',
        body: form(fields),
        headers: {
          ...type,
          'X-Twilio-Signature': other,
          'X-Forwarded-Host': 'evil.example',
          'X-Forwarded-Proto': 'http',
        },
      });
      expect(answer.status).toBe(403);
    });

    test('refuse a huge body, and the server keeps running', async () => {
      const answer = await raw('/twilio/sms', {
        method: 'POST',
        body: `Body=${'a'.repeat(5_000_000)}`,
        headers: type,
      }).catch(() => undefined);
      expect([413, 403, undefined]).toContain(answer?.status);
      expect((await raw('/health', {})).status).toBe(200);
    });

    test('answer signed nonsense without a 500', async () => {
      const bodies = [
        '',
        ' ',
        '\u0000',
        '🙏'.repeat(800),
        'a'.repeat(1600),
        '1',
        '0',
        '999999999999',
        '<Response>',
        '%00%ff',
        "'; DROP TABLE",
        '\u202e\u0915',
        '1\n2\n3',
        '#'.repeat(1600),
        'B+ '.repeat(500),
      ];
      for (const [i, Body] of bodies.entries()) {
        const answer = await carrier.post('/twilio/sms', sms({ Body, From: `+91980000010${i}` }));
        expect([answer.status, Body.slice(0, 20)]).toEqual([200, Body.slice(0, 20)]);
        expect(answer.body).toMatch(/^<\?xml.*<Response\s*\/?>/s);
      }
      const odd: Record<string, string>[] = [
        { From: 'VM-HDFCBK' },
        { From: '57575' },
        { From: '' },
        { From: '+' },
        { From: 'whatsapp:+919800000777' },
        { From: '+12025550123' },
        { MessageSid: '' },
        { MessageSid: 'x'.repeat(500) },
        { NumMedia: '-1' },
        { NumMedia: 'lots' },
      ];
      for (const fields of odd) {
        const { status } = await carrier.post('/twilio/sms', sms(fields));
        expect([200, 400], JSON.stringify(fields)).toContain(status);
      }
      expect((await carrier.post('/twilio/sms', {})).status).toBe(400);
    });

    test('give one answer and have one effect when one SID arrives many times at once', async () => {
      const family = '+919811144401';
      await carrier.texts(
        family,
        'Need A+ blood 1 unit SRN hospital Prayagraj urgent patient Leela attendant Om',
      );
      const confirm = sms({ From: family, Body: '1' });
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => carrier.post('/twilio/sms', confirm)),
      );
      expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
      expect(new Set(answers.map((a) => a.body)).size).toBe(1);
      const code = codeIn(answers[0]?.reply ?? '');
      await until('the verifier is asked', () => carrier.inbox(verifier).some(says(code)));
      const { out } = await server.cli('requests');
      expect(out.split('\n').filter((line) => line.includes('A+'))).toHaveLength(1);
      await closed({ family, code });
    });

    test('accept status callbacks with an unknown m or state, out of order and repeated', async () => {
      const callback = { MessageSid: 'SMx', MessageStatus: 'delivered' };
      for (const path of [
        '/twilio/status',
        '/twilio/status?m=',
        '/twilio/status?m=nobody',
        `/twilio/status?m=${'x'.repeat(3000)}`,
        '/twilio/status?m=a%00b',
        '/twilio/status?m=a&m=b',
      ])
        expect([path.slice(0, 40), (await carrier.post(path, callback)).status]).toEqual([
          path.slice(0, 40),
          204,
        ]);
      for (const MessageStatus of ['', 'dancing', 'DELIVERED', 'failed'])
        expect(
          (
            await carrier.post('/twilio/status?m=nobody', {
              ...callback,
              MessageStatus,
              ErrorCode: 'x',
            })
          ).status,
        ).toBe(204);
    });

    test('refuse other methods and paths', async () => {
      expect((await raw('/twilio/sms', {})).status).toBe(405);
      expect((await raw('/twilio/status', { method: 'PUT' })).status).toBe(405);
      expect((await raw('/nothing', {})).status).toBe(404);
      expect((await raw('/phones', {})).status, 'no simulated phones with a real carrier').toBe(
        404,
      );
      const health = await raw('/health', {});
      expect(health.status).toBe(200);
      expect(JSON.stringify(await health.json())).toMatch(/database|store|table/i);
    });
  });

  describe('with a faulty carrier', () => {
    type Treat = (tries: number) => Treatment;
    const once =
      (fault: Treatment): Treat =>
      (tries) =>
        tries === 1 ? fault : { do: 'accept' };
    const faults: Record<string, Treat> = {
      'answers 500 once': once({ do: 'refuse', status: 500 }),
      'answers 503 once': once({ do: 'refuse', status: 503 }),
      'answers 429 once': once({ do: 'refuse', status: 429, code: 20429 }),
      'answers 429 three times': (tries) =>
        tries <= 3 ? { do: 'refuse', status: 429 } : { do: 'accept' },
      'hangs up after accepting': once({ do: 'accept-and-hang-up' }),
      'is slow before it accepts': once({ do: 'accept', afterMs: 3000 }),
    };

    test.each([
      { kind: 'a list', lists: true },
      { kind: 'no list', lists: false },
    ])(
      'delivers every alert once despite all faults, with $kind',
      { timeout: 90_000 },
      async ({ lists }) => {
        const treats = new Map<string, Treat>();
        carrier.change({
          lists,
          treat: ({ text, tries }) =>
            (isAlert(text) && treats.get(codeIn(text))?.(tries)) || { do: 'accept' },
        });
        const requests: { name: string; family: string; code: string }[] = [];
        for (const [name, treat] of Object.entries(faults)) {
          const request = await verified((code) => treats.set(code, treat));
          requests.push({ name, ...request });
        }
        const arrived = () =>
          Object.fromEntries(requests.map(({ name, code }) => [name, alertsFor(code).length]));
        const all = (n: number) => Object.fromEntries(requests.map(({ name }) => [name, n]));
        await until(
          'eight alerts for each',
          () => requests.every(({ code }) => alertsFor(code).length >= 8),
          { state: () => JSON.stringify(arrived()) },
        );
        const calm = Date.now();
        await until('second tries are over', () => Date.now() - calm > 6000 && carrier.isQuiet());
        expect(arrived()).toEqual(all(8));
        for (const { name, code } of requests)
          expect(new Set(alertsFor(code).map((m) => m.to)).size, name).toBe(8);
        for (const request of requests) await closed(request);
      },
    );

    test('resolves a time-out after acceptance', { timeout: 90_000 }, async () => {
      let hung = 0;
      carrier.change({
        treat: ({ text, tries }) => {
          if (!isAlert(text) || tries > 1 || hung >= 4) return { do: 'accept' };
          hung += 1;
          return { do: 'accept-silently' };
        },
      });
      const request = await verified();
      await until('eight alerts', () => alertsFor(request.code).length >= 8);
      const calm = Date.now();
      await until('the end of the time-out', () => Date.now() - calm > 14_000, {});
      const phones = alertsFor(request.code).map((m) => m.to);
      expect(phones.length).toBe(new Set(phones).size);
      expect(phones).toHaveLength(8);
      await closed(request);
    });

    test('replaces donors after 21610 and 30005 at once, and never texts them again', {
      timeout: 90_000,
    }, async () => {
      let refused: string[] = [];
      carrier.change({
        treat: ({ to, text }) => {
          if (!isAlert(text) || (refused.length >= 2 && !refused.includes(to)))
            return { do: 'accept' };
          refused = [...new Set([...refused, to])];
          return { do: 'refuse', status: 400, code: refused[0] === to ? 21610 : 30005 };
        },
        report: () => [
          { status: 'delivered' },
          { status: 'sent' },
          { status: 'queued' },
          { status: 'delivered' },
        ],
      });
      const request = await verified();
      await until('eight alerts despite the refusals', () => alertsFor(request.code).length >= 8);
      expect(refused).toHaveLength(2);
      await closed(request);
      const next = await verified();
      await until('eight alerts', () => alertsFor(next.code).length >= 8);
      for (const phone of refused) expect(carrier.inbox(phone).filter(says(next.code))).toEqual([]);
      await closed(next);
    });

    test('asks another donor when a callback reports 30005', {
      timeout: 90_000,
    }, async () => {
      let failed = '';
      carrier.change({
        report: (m) => {
          if (!isAlert(m.text) || (failed !== '' && failed !== m.to))
            return [{ status: 'delivered' }];
          failed = m.to;
          return [
            { status: 'sent' },
            { status: 'undelivered', code: 30005 },
            { status: 'undelivered', code: 30005 },
            { status: 'sent' },
          ];
        },
      });
      const request = await verified();
      await until(
        'nine alerts, one of them undelivered',
        () => alertsFor(request.code).length >= 9,
      );
      const calm = Date.now();
      await until('nothing more follows', () => Date.now() - calm > 2500);
      expect(alertsFor(request.code)).toHaveLength(9);
      carrier.change({ report: () => [{ status: 'sent' }, { status: 'delivered' }] });
      await closed(request);
    });

    test('sends no alert after the request closes, and tells the donors who have one', {
      timeout: 90_000,
    }, async () => {
      carrier.change({
        treat: ({ text }) => (isAlert(text) ? { do: 'accept', afterMs: 700 } : { do: 'accept' }),
      });
      const request = await verified();
      await until('the first alert', () => alertsFor(request.code).length > 0);
      await closed(request);
      const heard = (phone: string) => carrier.inbox(phone).filter(says(request.code)).length;
      const calm = Date.now();
      await until('the arrival of all sent messages', () => Date.now() - calm > 2500);
      const phones = alertsFor(request.code).map((m) => m.to);
      await until('the notices to the alerted donors', () =>
        phones.every((phone) => heard(phone) >= 2),
      );
      expect(phones.map(heard)).toEqual(phones.map(() => 2));
    });
  });

  test('writes no personal data to its log, and the search for it finds seeded data', () => {
    const names = ['Ramesh', 'Sunita', 'Veena'];
    const log = server.everyLine();
    expect(log.length).toBeGreaterThan(10);
    expect(logLeaks(log, carrier, names)).toEqual([]);
    for (const leak of seededLeaks(carrier, names))
      expect(logLeaks([...log, leak], carrier, names), leak).not.toEqual([]);
  });

  test('logs no error of its own', () => {
    const faults = server
      .log()
      .split('\n')
      .filter((line) => /webhook-failed|due-loop-failed|stream/.test(line));
    expect(faults).toEqual([]);
  });

  describe('at the start with an invalid setting', () => {
    const refusedStart = async (
      env: Record<string, string>,
    ): Promise<{ lines: string[]; code: number | null }> => {
      const dir = scratch();
      const started = launch({ DATA_DIR: dir.dir, PORT: String(await freePort()), ...env });
      await started.exited;
      dir.remove();
      const output = (started.out() + started.err()).trim();
      return { lines: output.split('\n'), code: started.child.exitCode };
    };
    // test/unit/local/environment.test.ts checks each line.
    test.each([
      ['PORT', 'http'],
      ['TWILIO_AUTH_TOKEN', 'secret-of-ours'],
      ['HOTLINE_CONFIG', '/nowhere/config.json'],
      ['DATA_DIR', '/dev/null/hotline'],
      ['DATA_DIR', '/etc/hostname'],
    ])('%s=%s', { timeout: 60_000 }, async (name, value) => {
      const { lines, code } = await refusedStart({ [name]: value });
      expect(code).toBe(1);
      expect(lines, lines.join('\n')).toHaveLength(1);
      expect(lines[0]).toContain(name === 'TWILIO_AUTH_TOKEN' ? 'TWILIO_ACCOUNT_SID' : name);
      expect(lines[0]).not.toContain('secret-of-ours');
    });

    test('names a database that does not answer', { timeout: 90_000 }, async () => {
      const { lines, code } = await refusedStart({
        DYNAMODB_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      });
      expect(code).toBe(1);
      expect(lines, lines.join('\n')).toHaveLength(1);
      expect(lines[0]).toMatch(/DYNAMODB_ENDPOINT/);
    });

    test('names the faulty place in the configuration', { timeout: 60_000 }, async () => {
      const dir = scratch();
      const path = configFile(dir.dir, (config) => {
        Object.assign(config.policy.stages.critical, { maxDonors: -3 });
      });
      const { lines } = await refusedStart({ HOTLINE_CONFIG: path });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/HOTLINE_CONFIG.*policy\.stages\.critical\.maxDonors/);
      const noJson = join(dir.dir, 'no.json');
      writeFileSync(noJson, '{ "zones": ');
      expect((await refusedStart({ HOTLINE_CONFIG: noJson })).lines).toHaveLength(1);
      dir.remove();
    });

    test('refuses to start on a used folder or port, and the first server keeps running', {
      timeout: 90_000,
    }, async () => {
      const folder = await refusedStart({ DATA_DIR: server.dir });
      expect(folder).toEqual({ lines: [expect.stringContaining(server.dir)], code: 1 });
      const port = await refusedStart({ PORT: String(server.port) });
      expect(port.code).toBe(1);
      expect(port.lines, port.lines.join('\n')).toHaveLength(1);
      expect(port.lines[0]).toMatch(new RegExp(`PORT.*${server.port}|${server.port}.*PORT`));
      expect((await raw('/health', {})).status).toBe(200);
      const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
      expect(
        left.split('\n').filter((l) => l.includes('dynoxide serve') && l.includes(server.dir)),
      ).toHaveLength(1);
    });

    test('stops with its database on Ctrl-C', { timeout: 60_000 }, async () => {
      const database = server.databasePid();
      await server.stop();
      const left = execFileSync('ps', ['-eo', 'pid'], { encoding: 'utf8' })
        .split('\n')
        .map((l) => Number(l));
      expect(left).not.toContain(database);
    });
  });
});
