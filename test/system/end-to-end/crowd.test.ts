import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import type { ForeignCarrier, WebhookAnswer } from '../../world/servers/foreign-carrier.ts';
import { codeIn, says } from './demo-people.ts';
import { createHotlineWithCarrier, donorLine, importPeople } from './hotline-with-carrier.ts';
import { logLeaks, seededLeaks } from './log-leaks.ts';
import { type ServerUnderTest, until } from './server.ts';

/* Two hundred donors answer 1 at the same time to a request of two units. */

const account = { accountSid: 'AC0crowd', authToken: 'a-token-of-theirs' };
const family = '+919811122233';
const verifier = '+919711122233';
const donors = Array.from({ length: 200 }, (_, i) => `+91945${String(i).padStart(7, '0')}`);
const units = 2;
const standbyPerUnit = 0.5;

describe.skipIf(!isDynoxideInstalled())('200 donors who answer 1 at the same time', () => {
  let carrier: ForeignCarrier;
  let server: ServerUnderTest;
  let remove: () => Promise<void>;
  let code = '';
  const texts: { phone: string; fields: Record<string, string> }[] = [];
  let first: WebhookAnswer[] = [];

  const sendAll = (): Promise<WebhookAnswer[]> =>
    Promise.all(texts.map(({ fields }) => carrier.post('/twilio/sms', fields)));
  const repliesWith = (answers: WebhookAnswer[], reply: string | undefined): number =>
    answers.filter((a) => a.reply === reply).length;
  const confirmedIn = (answers: WebhookAnswer[]): WebhookAnswer[] =>
    answers.filter((a) => a.reply.includes(family));

  beforeAll(async () => {
    ({ carrier, server, remove } = await createHotlineWithCarrier({
      account,
      policy: (policy) => {
        policy.stages.critical = { intervalMinutes: 1, wantedChance: 0.99, maxDonors: 30 };
        policy.asking.standby = { wantedChance: 0.99, mostPerUnit: standbyPerUnit };
        // Sixty times as fast, but no visit reminder may arrive while the answers are counted.
        policy.arrival.travelMinutes.critical = 24 * 60;
      },
      env: { CLOCK_SPEED: '60' },
    }));
    await server.start();
    await importPeople(server, {
      donors: donors.map((phone, i) => donorLine(`D${i}`, phone)),
      verifiers: [{ phone: verifier }],
    });
    await carrier.texts(
      family,
      'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita',
    );
    code = codeIn((await carrier.texts(family, '1')).reply);
    await until('the verifier is asked', () => carrier.inbox(verifier).length > 0);
    await carrier.texts(verifier, `OK ${code}`);
    await until('all 200 have been asked', () => donors.every((d) => carrier.inbox(d).length > 0), {
      state: () => `${donors.filter((d) => carrier.inbox(d).length > 0).length}`,
    });
    texts.push(
      ...donors.map((phone) => ({
        phone,
        fields: {
          MessageSid: carrier.nextSid(),
          From: phone,
          To: '+915320000000',
          Body: '1',
        },
      })),
    );
    first = await sendAll();
  });

  afterAll(async () => {
    await remove();
  });

  test('are asked once each', () => {
    for (const donor of donors)
      expect(
        carrier.inbox(donor).filter((m) => m.text.includes('1 =') && says(code)(m)),
      ).toHaveLength(1);
  });

  test('get an answer with 200, and print how soon', () => {
    const times = first.map((a) => a.ms).sort((a, b) => a - b);
    const at = (share: number): number => Math.round(times[Math.floor(share * 199)] ?? 0);
    console.log(`200 at once: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
    expect(first.map((a) => a.status)).toEqual(donors.map(() => 200));
  });

  test('become two confirmed and the standby of the policy, and 197 hear that the request is covered', () => {
    expect(confirmedIn(first)).toHaveLength(units);
    const others = first.filter((a) => !a.reply.includes(family));
    const wordings = [...new Set(others.map((a) => a.reply))];
    expect(wordings.map((w) => repliesWith(first, w)).sort((a, b) => a - b)).toEqual([
      Math.ceil(units * standbyPerUnit),
      200 - units - Math.ceil(units * standbyPerUnit),
    ]);
    for (const wording of wordings) expect(says(code)({ text: wording })).toBe(true);
  });

  test('appear to the family as two names with numbers, and no others', async () => {
    const coming = confirmedIn(first).map((a) => texts[first.indexOf(a)]?.phone ?? '');
    await until('the family hears of both', () =>
      coming.every((phone) => carrier.inbox(family).some((m) => m.text.includes(phone))),
    );
    const numbers = carrier.inbox(family).flatMap((m) => m.text.match(/\+91945\d{7}/g) ?? []);
    expect(new Set(numbers)).toEqual(new Set(coming));
  });

  test('hear once without a question only when their alert was closed before their answer', async () => {
    const closed = async (): Promise<number> => {
      const { out } = await server.cli('request', code);
      if (/% +(queued|sent)$/m.test(out)) return Number.NaN;
      const counts = [...out.matchAll(/alerts-closed +told (\d+)/g)].map(([, n]) => Number(n));
      return counts.length > 0 ? counts.reduce((sum, n) => sum + n) : Number.NaN;
    };
    const notices = (): number[] => donors.map((donor) => carrier.inbox(donor).length - 1);
    await until('the last notice', async () => {
      const left = notices().reduce((sum, n) => sum + n, 0);
      return left === (await closed());
    });
    expect(Math.max(...notices())).toBeLessThanOrEqual(1);
    for (const answer of confirmedIn(first)) expect(notices()[first.indexOf(answer)]).toBe(0);
  });

  test('get the same answers when all MessageSids are repeated at once, and nothing changes', async () => {
    const timeline = await server.cli('request', code);
    const before = carrier.messages.length;
    const again = await sendAll();
    expect(again.map((a) => a.body)).toEqual(first.map((a) => a.body));
    expect(again.map((a) => a.status)).toEqual(donors.map(() => 200));
    expect(await server.cli('request', code)).toEqual(timeline);
    expect(carrier.messages.length).toBe(before);
  });

  test('are not in the log, and the search finds seeded data', () => {
    const names = ['Ramesh', 'Sunita', 'Veena'];
    const log = server.everyLine();
    expect(logLeaks(log, carrier, names)).toEqual([]);
    for (const leak of seededLeaks(carrier, names))
      expect(logLeaks([...log, leak], carrier, names), leak).not.toEqual([]);
  });
});
