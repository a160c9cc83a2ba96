import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import type { ForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import { codeIn, says } from './demo-people.ts';
import { createHotlineWithCarrier, donorLine, importPeople } from './hotline-with-carrier.ts';
import { type ServerUnderTest, until } from './server.ts';
import { createPeople, isAlert } from './texting-people.ts';

/*
 * One phone sends a hundred texts at once, and a stage of thirty alerts is sent over a slow carrier. No other
 * person waits for either. The test checks the order, never milliseconds.
 */

const account = { accountSid: 'AC0fair', authToken: 'a-token-of-theirs' };
const loud = '+919811100001';
const stranger = '+919811100002';
const families = { giant: '+919811100003', other: '+919811100004' };
const verifiers = { prayagraj: '+919711100001', varanasi: '+919711100002' };
const crowd = Array.from({ length: 30 }, (_, i) => `+91945${String(i).padStart(7, '0')}`);
const few = Array.from({ length: 3 }, (_, i) => `+91946${String(i).padStart(7, '0')}`);
const texts = 120;

const need = (group: string, units: number, hospital: string) =>
  `Need ${group} blood ${units} units ${hospital} urgent patient Ramesh attendant Sunita`;

describe.skipIf(!isDynoxideInstalled())('one flooding sender and one large stage', () => {
  let carrier: ForeignCarrier;
  let server: ServerUnderTest;
  let remove: () => Promise<void>;

  const opens = async (family: string, text: string): Promise<string> => {
    await carrier.texts(family, text);
    return codeIn((await carrier.texts(family, '1')).reply);
  };
  const alertsOf = (code: string) => carrier.messages.filter((m) => isAlert(m) && says(code)(m));

  beforeAll(async () => {
    ({ carrier, server, remove } = await createHotlineWithCarrier({
      account,
      policy: (policy) => {
        policy.stages.critical = { intervalMinutes: 60, wantedChance: 0.99, maxDonors: 30 };
        policy.calls.halfTime = [];
        policy.calls.volunteers = false;
      },
    }));
    await server.start();
    await importPeople(server, {
      donors: [
        ...crowd.map((phone, i) => donorLine(`D${i}`, phone, { pin: i % 2 ? 211001 : 211002 })),
        donorLine('Loud', loud, { group: 'AB-' }),
        ...few.map((phone, i) => donorLine(`F${i}`, phone, { group: 'O+', pin: 221005 })),
      ],
      verifiers: Object.entries(verifiers).map(([zone, phone]) => ({ phone, zone })),
    });
  });

  afterAll(async () => {
    await remove();
  });

  test('do not delay the reply to a new phone or another request', async () => {
    const giant = await opens(families.giant, need('B+', 5, 'SRN hospital Prayagraj'));
    const other = await opens(families.other, need('O+', 2, 'BHU hospital Varanasi'));
    for (const phone of Object.values(verifiers))
      await until('the verifier is asked', () => carrier.inbox(phone).length > 0);
    let giantBegun = 0;
    carrier.change({
      treat: ({ text }) => {
        const isGiant = text.includes('1 = I can') && says(giant)({ text });
        if (isGiant) giantBegun += 1;
        return { do: 'accept', afterMs: isGiant ? 6000 : 1000 };
      },
    });
    await carrier.texts(verifiers.prayagraj, `OK ${giant}`);
    await until('the first alerts of the large stage', () => giantBegun > 0);

    const people = createPeople(carrier);
    const loudTexts = Array.from({ length: texts }, () => people.say(loud, 'STATUS'));
    const answered = (): number => texts - people.inHand();
    const asked = carrier.texts(verifiers.varanasi, `OK ${other}`);
    const first = await carrier.texts(stranger, need('O+', 2, 'BHU hospital Varanasi'));
    const loudBefore = answered();
    expect(first.reply).toContain('Ramesh');
    const code = codeIn((await carrier.texts(stranger, '1')).reply);
    await asked;
    await until("the other request's donors are asked", () => alertsOf(other).length > 0);
    const giantBefore = alertsOf(giant).length;
    await until("the stranger's verifier is asked", () =>
      carrier.inbox(verifiers.varanasi).some(says(code)),
    );
    const giantBeforeVerifier = alertsOf(giant).length;

    await Promise.all(loudTexts);
    await until('all alerts of the large stage', () => alertsOf(giant).length === crowd.length, {
      state: () => `${alertsOf(giant).length} of ${crowd.length}`,
    });
    console.log(
      `a stranger was answered after ${loudBefore} of ${texts} texts; donors of another request were asked after ` +
        `${giantBefore}, the stranger's verifier after ${giantBeforeVerifier} of ${crowd.length} alerts`,
    );
    expect(loudBefore).toBeLessThan(texts / 2);
    expect(giantBefore).toBeLessThan(crowd.length);
    expect(giantBeforeVerifier).toBeLessThan(crowd.length);
  });
});
