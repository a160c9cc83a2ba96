import { describe, expect } from 'vitest';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  findsItReal,
  oneUnit,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import { testConfig, type World } from '../../world/world.ts';

/** The hotline's number as the catalog writes it. */
const ours = '0532 000 0000';

/** All texts that this phone was sent. */
const textsTo = async (world: World, phone: Phone): Promise<string[]> =>
  (await world.outbox()).filter((row) => row.to === phone.number).map((row) => row.text ?? '');

/** The reader has not seen the hidden number: in the replies given here, and in the texts of the outbox. */
const neverSaw = async (world: World, reader: Phone, hidden: Phone, replies: string[]) => {
  const digits = hidden.number.slice(-10);
  for (const text of [...(await textsTo(world, reader)), ...replies])
    expect(text).not.toContain(digits);
};

/** The request is verified, and these donors have read the alert. */
const searched = async (world: World, asked: Phone[]) => {
  const story = await searchedFor(world, oneUnit);
  for (const donor of asked) donor.hearsOnly(says.alert, story.code);
  return story;
};

describe('number sharing by default', () => {
  scenario(
    "shows neither a woman's number to the family nor the family's to her",
    async (world) => {
      const anita = await world.donor('Anita', { sex: 'woman' });
      const { family, code } = await searched(world, [anita]);
      await anita.texts('1');
      const hers = anita.hearsOnly(says.confirmed, code, ours, 'press 1');
      const theirs = family.hearsOnly(says.donorComing, 'Anita', ours, 'press 1');
      expect(hers).toMatch(/never pay/i);
      expect(theirs).toMatch(/never pay/i);
      await neverSaw(world, anita, family, [hers]);
      await neverSaw(world, family, anita, [theirs]);
      const { request } = await world.file(code);
      expect(request.pledges[0]?.donor?.sharing).toBe('bridge');
    },
  );

  scenario("shows a man's number to the family and the family's to him", async (world) => {
    const amit = await world.donor('Amit');
    const { family, code } = await searched(world, [amit]);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed, family.number);
    family.hearsOnly(says.donorComing, amit.number);
    expect((await world.file(code)).request.pledges[0]?.donor?.sharing).toBe('share');
  });

  scenario(
    "hides a man's number too when the policy is to bridge",
    async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searched(world, [amit]);
      await amit.texts('1');
      const his = amit.hearsOnly(says.confirmed, ours);
      const theirs = family.hearsOnly(says.donorComing, ours);
      await neverSaw(world, amit, family, [his]);
      await neverSaw(world, family, amit, [theirs]);
    },
    {
      config: testConfig((config) => ({
        ...config,
        policy: { ...config.policy, sharing: 'bridge' },
      })),
    },
  );

  scenario(
    'shows no number to a family that is new, and one once a donor has given',
    async (world) => {
      const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina')];
      const family = world.phone('Sunita');
      const verifier = await world.volunteer('Kavita');
      const first = await asksForBlood(family, oneUnit);
      await findsItReal(verifier, family, first);
      amit.hearsOnly(says.alert);
      await amit.texts('1');
      const his = amit.hearsOnly(says.confirmed, ours);
      const theirs = family.hearsOnly(says.donorComing, ours);
      await neverSaw(world, amit, family, [his]);
      await neverSaw(world, family, amit, [theirs]);
      await amit.texts('DONE');
      readAllMessages(world);

      const second = await asksForBlood(family, oneUnit.replace('Ramesh', 'Kamla'));
      await findsItReal(verifier, family, second);
      bina.hearsOnly(says.alert);
      await bina.texts('1');
      bina.hearsOnly(says.confirmed, family.number);
      family.hearsOnly(says.donorComing, bina.number);
    },
  );

  scenario('knows no family by a donation that its donor denies', async (world) => {
    const amit = await world.donor('Amit');
    const family = world.phone('Eve');
    const verifier = await world.volunteer('Kavita');
    const code = await asksForBlood(family, oneUnit);
    await findsItReal(verifier, family, code);
    amit.hearsOnly(says.alert);
    const served = async () => (await world.store.person(family.number))?.familyRecord?.served ?? 0;
    await amit.texts('1');
    await family.texts('DONE');
    expect(await served()).toBe(1);
    await amit.texts(`DROP ${code}`);
    expect(await served()).toBe(0);
    readAllMessages(world);
  });

  scenario('shows the numbers to a new family of a trusted phone', async (world) => {
    const amit = await world.donor('Amit');
    const bank = world.phone('Bank');
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.confirms(`TRUST ${bank.number}`);
    await bank.texts(oneUnit);
    await bank.texts('1');
    amit.hearsOnly(says.alert);
    await amit.texts('1');
    bank.hears(says.donorComing, amit.number);
    readAllMessages(world);
  });

  scenario(
    'shows the numbers to a new family when the policy says so',
    async (world) => {
      const amit = await world.donor('Amit');
      const family = world.phone('Sunita');
      const verifier = await world.volunteer('Kavita');
      await findsItReal(verifier, family, await asksForBlood(family, oneUnit));
      amit.hearsOnly(says.alert);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed, family.number);
      family.hearsOnly(says.donorComing, amit.number);
    },
    {
      config: testConfig((config) => ({
        ...config,
        policy: { ...config.policy, numbers: { perDay: 10, newRequester: 'share' } },
      })),
    },
  );

  scenario("shows the family's number to the verifier", async (world) => {
    const anita = await world.donor('Anita', { sex: 'woman' });
    // findsItReal checks it.
    await searched(world, [anita]);
  });
});

describe('HIDE and SHOW', () => {
  scenario("SHOW shares a woman's number", async (world) => {
    const anita = await world.donor('Anita', { sex: 'woman' });
    await anita.texts('SHOW');
    anita.hearsOnly(says.shown);
    const { family } = await searched(world, [anita]);
    await anita.texts('1');
    anita.hearsOnly(says.confirmed, family.number);
    family.hearsOnly(says.donorComing, anita.number);
  });

  for (const word of ['HIDE', 'number chhupao', 'नंबर छिपाओ'])
    scenario(`${word} hides a man's number`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts(word);
      await amit.texts('LANG EN');
      amit.readsEverything();
      const { family } = await searched(world, [amit]);
      await amit.texts('1');
      const his = amit.hearsOnly(says.confirmed, ours);
      const theirs = family.hearsOnly(says.donorComing, ours);
      await neverSaw(world, amit, family, [his]);
      await neverSaw(world, family, amit, [theirs]);
    });

  scenario('the last command counts', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('HIDE');
    amit.hearsOnly(says.hidden, ours);
    await amit.texts('SHOW');
    amit.hearsOnly(says.shown);
    const { family } = await searched(world, [amit]);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed, family.number);
    family.hearsOnly(says.donorComing, amit.number);
  });

  scenario('HIDE of a standby still holds at the promotion', async (world) => {
    const amit = await world.donor('Amit');
    const bharat = await world.donor('Bharat');
    const { family } = await searched(world, [amit, bharat]);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing, amit.number);
    bharat.hearsOnly(says.alertCovered);
    await bharat.texts('1');
    bharat.hearsOnly(says.standby);
    await bharat.texts('HIDE');
    bharat.hearsOnly(says.hidden);
    await amit.texts('DROP');
    amit.hears(says.whyNot);
    const his = bharat.hearsOnly(says.promoted, ours);
    family.hears(says.donorDropped);
    const theirs = family.hearsOnly(says.donorComing, 'Bharat', ours);
    await neverSaw(world, bharat, family, [his]);
    await neverSaw(world, family, bharat, [theirs]);
  });

  scenario('HIDE of the family hides its number from a donor who shares theirs', async (world) => {
    const amit = await world.donor('Amit');
    const { family } = await searched(world, [amit]);
    await family.texts('HIDE');
    family.hearsOnly(says.hidden);
    await amit.texts('1');
    const his = amit.hearsOnly(says.confirmed, ours);
    const theirs = family.hearsOnly(says.donorComing, ours);
    await neverSaw(world, amit, family, [his]);
    await neverSaw(world, family, amit, [theirs]);
  });

  scenario('a donor without a name is called "a donor"', async (world) => {
    const asha = await world.donor('Asha', { sex: 'woman' });
    const stored = await world.store.person(asha.number);
    if (!stored) throw new Error('no donor');
    await world.store.save([{ put: { ...stored, name: undefined } }]);
    const { family } = await searched(world, [asha]);
    await asha.texts('1');
    asha.hearsOnly(says.confirmed);
    family.hearsOnly('a donor has agreed to come as soon as possible');
  });
});

describe('CALLS and TEXTS', () => {
  for (const word of ['CALLS', 'call me', 'phone karo', 'मुझे फोन करो'])
    scenario(`${word} chooses calls`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts(word);
      amit.readsEverything();
      expect((await world.store.person(amit.number))?.prefersCalls).toBe(true);
    });

  scenario('TEXTS chooses texts again', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('CALLS');
    amit.hearsOnly(says.callsSet);
    await amit.texts('TEXTS');
    amit.hearsOnly(says.textsSet);
    await searched(world, [amit]);
  });

  scenario('"call me" from a phone that is no donor gets the number to call', async (world) => {
    const ravi = world.phone('Ravi');
    await ravi.texts('LANG EN');
    ravi.readsEverything();
    await ravi.texts('call me');
    ravi.hearsOnly(says.menu, ours);
  });
});
