import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { freePort } from '#infra/local/free-port.ts';
import type { ForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import { codeIn, says } from './demo-people.ts';
import { createHotlineWithCarrier, donorLine, importPeople } from './hotline-with-carrier.ts';
import { isAlive, launch, type ServerUnderTest, scratch, until } from './server.ts';

/*
 * `kill -9` at many moments between a verified request and its answers, and a restart. The stage continues, nothing is
 * lost and no donor is alerted twice. The carrier is slow, so that a kill happens while messages are being sent.
 */

const account = { accountSid: 'AC0kill', authToken: 'a-token-of-theirs' };
const verifier = '+919711122233';
const donors = Array.from({ length: 60 }, (_, i) => `+91945${String(i).padStart(7, '0')}`);
const stageSize = 12;

const startHotline = async (lists: boolean) => {
  const hotline = await createHotlineWithCarrier({
    account,
    carrier: { lists, treat: () => ({ do: 'accept', afterMs: 60 }) },
    policy: (policy) => {
      policy.stages.critical = { intervalMinutes: 300, wantedChance: 0.99, maxDonors: stageSize };
      policy.alertCaps = { perWeek: 100, perMonth: 100, restAfterYesDays: 0 };
    },
    env: { CLOCK_SPEED: '60' },
  });
  await hotline.server.start();
  await importPeople(hotline.server, {
    donors: donors.map((phone, i) => donorLine(`D${i}`, phone)),
    verifiers: [{ phone: verifier }],
  });
  return hotline;
};

/** When to kill: after this time, or once this many alerts have reached the carrier. */
const moments = [
  { name: 'before the first alert', alerts: 0 },
  { name: 'after the first alert', alerts: 1 },
  { name: 'during the stage', alerts: 5 },
  { name: 'after the stage', alerts: stageSize },
];

describe.skipIf(!isDynoxideInstalled())('kill -9 during a stage', () => {
  describe.each([
    { kind: 'a carrier that lists its messages', lists: true, at: [0, 1, 5, stageSize] },
    { kind: 'a carrier without a list', lists: false, at: [0, 5] },
  ])('$kind', ({ lists, at }) => {
    let carrier: ForeignCarrier;
    let server: ServerUnderTest;
    let remove: () => Promise<void>;
    let families = 0;

    beforeAll(async () => {
      ({ carrier, server, remove } = await startHotline(lists));
    });
    afterAll(async () => {
      await remove();
    });

    /** The phones that an alert for this code has reached, with repetitions. */
    const alerted = (code: string): string[] =>
      carrier.messages
        .filter((m) => donors.includes(m.to) && says(code)(m) && m.text.includes('1 = I can'))
        .map((m) => m.to);

    const now = moments.filter(({ alerts }) => at.includes(alerts));
    test.each(now)('$name', { timeout: 90_000 }, async ({ alerts }) => {
      families += 1;
      const family = `+9198111222${String(families).padStart(2, '0')}`;
      await carrier.texts(
        family,
        'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
      );
      const code = codeIn((await carrier.texts(family, '1')).reply);
      await until('the verifier is asked', () => carrier.inbox(verifier).some(says(code)));
      const database = server.databasePid();
      const answer = await carrier.texts(verifier, `OK ${code}`);
      expect(answer.status).toBe(200);
      if (alerts > 0) await until(`${alerts} alerts`, () => alerted(code).length >= alerts);
      await server.kill();
      await until('the end of the database of a killed server', () => !isAlive(database));

      // One donor answers while no server runs: all tries and the fallback fail.
      const [eager] = alerted(code);
      const sid = carrier.nextSid();
      const yes = { From: eager ?? '', Body: `1 ${code}` };
      if (eager)
        expect(await carrier.deliver({ ...yes, MessageSid: sid })).toEqual({
          reply: undefined,
          tries: 8,
        });

      await server.start();

      if (eager) {
        const answer = (): string | undefined =>
          carrier.inbox(eager).find(({ messageId }) => messageId === `${sid}-0`)?.text;
        // Without a list the text is lost, and its sender texts again.
        if (lists) await until('the answer by text', () => answer() !== undefined);
        const said = lists
          ? answer()
          : (await carrier.deliver({ ...yes, MessageSid: carrier.nextSid() })).reply;
        expect(said).toContain(family);
      }
      await until('the whole stage is out', () => new Set(alerted(code)).size >= stageSize, {
        state: () => `${new Set(alerted(code)).size} of ${stageSize}; ${server.log()}`,
      });
      // The family heard exactly once that the request is verified.
      await until('the family heard', () => carrier.inbox(family).some((m) => m.messageId !== ''));

      // Long enough for every lease and every retry.
      const calm = Date.now();
      await until('no lease is left', () => Date.now() - calm > 6500 && carrier.isQuiet());
      const once = alerted(code);
      expect(once.length, 'donors alerted twice').toBe(new Set(once).size);
      // Without a message list it is unknown what was being sent at the kill: further donors are asked, none of them twice.
      expect(once.length).toBeLessThanOrEqual(lists ? stageSize : 2 * stageSize);

      await carrier.texts(family, `CLOSE ${code}`);
      const left = once.filter((phone) => phone !== eager);
      const heard = (phone: string): number => carrier.inbox(phone).filter(says(code)).length;
      await until('the notices to the alerted donors', () =>
        left.every((phone) => heard(phone) >= 2),
      );
      expect(left.filter((phone) => heard(phone) !== 2)).toEqual([]);
    });

    test('during the answers: each text gets the same reply before and after', {
      timeout: 90_000,
    }, async () => {
      const family = '+919811122299';
      await carrier.texts(
        family,
        'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
      );
      const code = codeIn((await carrier.texts(family, '1')).reply);
      await until('the verifier is asked', () => carrier.inbox(verifier).some(says(code)));
      await carrier.texts(verifier, `OK ${code}`);
      await until('the whole stage is out', () => alerted(code).length >= stageSize);
      const texts = alerted(code).map((From) => ({
        MessageSid: carrier.nextSid(),
        From,
        To: '+915320000000',
        Body: `1 ${code}`,
      }));
      const before = new Map<string, string>();
      const answers = texts.map(async (fields) => {
        const { body } = await carrier.post('/twilio/sms', fields);
        before.set(fields.MessageSid, body);
      });
      await Promise.any(answers);
      await server.kill();
      await Promise.allSettled(answers);
      await server.start();
      const after = await Promise.all(texts.map((fields) => carrier.post('/twilio/sms', fields)));
      for (const [i, { body, status }] of after.entries()) {
        expect(status).toBe(200);
        const earlier = before.get(texts[i]?.MessageSid ?? '');
        if (earlier !== undefined) expect(body).toBe(earlier);
      }
      console.log(`${before.size} of ${stageSize} had their answer before the kill`);
      const confirmed = after.filter((a) => a.reply.includes(family));
      expect(confirmed).toHaveLength(2);
      const others = after.filter((a) => !a.reply.includes(family)).map((a) => a.reply);
      const counts = [...new Set(others)].map((r) => others.filter((o) => o === r).length);
      expect(counts.sort((a, b) => a - b)).toEqual([2, stageSize - 4]);
      const names = confirmed.map((a) => texts[after.indexOf(a)]?.From ?? '');
      await until('the family hears of both', () =>
        names.every((phone) => carrier.inbox(family).some((m) => m.text.includes(phone))),
      );
    });

    test('keeps all requests, and sends every text once', async () => {
      const requests = await server.cli('requests');
      expect(requests.code).toBe(0);
      const ids = carrier.messages.filter((m) => m.messageId !== '').map((m) => m.messageId);
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      // Without a message list a text that is no alert may be sent twice: that is better than never.
      if (lists) expect(twice).toEqual([]);
      const count = await server.cli('donors', 'count');
      expect(count.out).toMatch(/60/);
    });
  });

  test('`kill -9` of `npm start` frees the port and the folder', { timeout: 90_000 }, async () => {
    const files = scratch();
    const port = await freePort();
    const env = { PORT: String(port), DATA_DIR: files.dir, npm_config_loglevel: 'error' };
    const npm = launch(env, { npm: true });
    await npm.ready();
    npm.child.kill('SIGKILL');
    await until('the end of the server', async () => {
      try {
        await fetch(`http://127.0.0.1:${port}/health`);
        return false;
      } catch {
        return true;
      }
    });
    const again = launch(env, { npm: true });
    expect(await again.ready()).toContain(`http://127.0.0.1:${port}`);
    process.kill(-again.pid, 'SIGINT');
    await again.exited;
    files.remove();
  });
});
