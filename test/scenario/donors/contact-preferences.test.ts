import { describe, expect } from 'vitest';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { asksForBlood, findsItReal, oneUnit } from '../../world/scenario-steps.ts';
import { testConfig, type World } from '../../world/world.ts';

/** The hotline's own number, as the catalog writes it. */
const ours = '0532 000 0000';

/** Every text a phone was ever sent. */
const textsTo = async (world: World, phone: Phone): Promise<string[]> =>
  (await world.outbox()).filter((row) => row.to === phone.number).map((row) => row.text ?? '');

/** Neither has ever seen the other's number: replies are read here, everything else is in the outbox. */
const neverSaw = async (world: World, reader: Phone, hidden: Phone, replies: string[]) => {
  const digits = hidden.number.slice(-10);
  for (const text of [...(await textsTo(world, reader)), ...replies])
    expect(text).not.toContain(digits);
};

/** The family's request is checked; whoever is asked has read the alert. */
const searched = async (world: World, asked: Phone[]) => {
  const family = world.phone('Sunita');
  const verifier = await world.volunteer('Kavita');
  const code = await asksForBlood(family, oneUnit);
  await findsItReal(verifier, family, code);
  for (const donor of asked) donor.hearsOnly(says.alert, code);
  return { family, verifier, code };
};

describe('whose number is shown', () => {
  scenario("a woman's is in no text, nor the family's in hers", async (world) => {
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
  });

  scenario("a man's is, and the family's in his", async (world) => {
    const amit = await world.donor('Amit');
    const { family, code } = await searched(world, [amit]);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed, family.number);
    family.hearsOnly(says.donorComing, amit.number);
    expect((await world.file(code)).request.pledges[0]?.donor?.sharing).toBe('share');
  });

  scenario(
    'where the policy is to bridge, a man is not shown either',
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

  scenario('the volunteer who checks the request still gets the number', async (world) => {
    const anita = await world.donor('Anita', { sex: 'woman' });
    // findsItReal looks for it.
    await searched(world, [anita]);
  });
});

describe('who chooses otherwise', () => {
  scenario('a woman who texts SHOW is put in touch as a man is', async (world) => {
    const anita = await world.donor('Anita', { sex: 'woman' });
    await anita.texts('SHOW');
    anita.hearsOnly(says.shown);
    const { family } = await searched(world, [anita]);
    await anita.texts('1');
    anita.hearsOnly(says.confirmed, family.number);
    family.hearsOnly(says.donorComing, anita.number);
  });

  for (const word of ['HIDE', 'number chhupao', 'नंबर छिपाओ'])
    scenario(`a man who texts ${word} is bridged`, async (world) => {
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

  scenario('HIDE and then SHOW: the last word counts', async (world) => {
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

  scenario('next in line, hidden meanwhile: the number stays hidden when needed', async (world) => {
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

  scenario(
    'a family that hides its number is not shown to a donor who shows his',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searched(world, [amit]);
      await family.texts('HIDE');
      family.hearsOnly(says.hidden);
      await amit.texts('1');
      const his = amit.hearsOnly(says.confirmed, ours);
      const theirs = family.hearsOnly(says.donorComing, ours);
      await neverSaw(world, amit, family, [his]);
      await neverSaw(world, family, amit, [theirs]);
    },
  );

  scenario('a donor who has said no name is "a donor"', async (world) => {
    const asha = await world.donor('Asha', { sex: 'woman' });
    const stored = await world.store.person(asha.number);
    if (!stored) throw new Error('no donor');
    await world.store.save([{ put: { ...stored, name: undefined } }]);
    const { family } = await searched(world, [asha]);
    await asha.texts('1');
    asha.hearsOnly(says.confirmed);
    family.hearsOnly('a donor has agreed to come by');
  });
});

describe('how a donor wants to be asked', () => {
  for (const word of ['CALLS', 'call me', 'phone karo', 'मुझे फोन करो'])
    scenario(`${word}: by a call`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts(word);
      amit.readsEverything();
      expect((await world.store.person(amit.number))?.prefersCalls).toBe(true);
    });

  scenario('CALLS, then TEXTS: by a text again', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('CALLS');
    amit.hearsOnly(says.callsSet);
    await amit.texts('TEXTS');
    amit.hearsOnly(says.textsSet);
    await searched(world, [amit]);
  });

  scenario(
    '"call me" from somebody who does not give hears which number to call',
    async (world) => {
      const somebody = world.phone('Somebody');
      await somebody.texts('LANG EN');
      somebody.readsEverything();
      await somebody.texts('call me');
      somebody.hearsOnly(says.menu, ours);
    },
  );
});
