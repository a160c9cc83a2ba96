import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, oneUnit, readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** The family's request was refused. */
const wasRefused = async (_: World, family: Phone, verifier: Phone): Promise<void> => {
  const code = await asksForBlood(family, oneUnit);
  verifier.hears(says.pleaseCheck, code);
  await verifier.texts(`NO ${code} not real`);
};

/** Amit agreed to come for the family, and the request expired without a donation. */
const neverCame = async (world: World, family: Phone, verifier: Phone): Promise<void> => {
  const amit = await world.donor('Amit');
  const code = await asksForBlood(family, oneUnit);
  await verifier.texts(`OK ${code}`);
  await amit.texts('1');
  await world.clock.advance(hours(72));
  expect((await world.file(code)).request.phase).toMatchObject({ reason: 'expired' });
};

/** Sunita's request waits for its check. */
const sunitaAsks = async (world: World, verifier: Phone): Promise<string> => {
  readAllMessages(world);
  const code = await asksForBlood(world.phone('Sunita'), oneUnit.replace('Ramesh', 'Kamla'));
  verifier.hearsOnly(says.pleaseCheck, code);
  return code;
};

describe('a family whose requests came to nothing', () => {
  const stories = { 'was refused': wasRefused, 'never came': neverCame };
  for (const [what, happened] of Object.entries(stories))
    scenario(`waits behind others when it ${what}`, async (world) => {
      const kavita = await world.volunteer('Kavita');
      const eve = world.phone('Eve');
      await happened(world, eve, kavita);
      const first = await sunitaAsks(world, kavita);
      const last = await asksForBlood(eve, oneUnit.replace('Ramesh', 'Mohan'));
      await world.clock.advance(minutes(4));
      kavita.hearsNothing();
      await kavita.texts(`OK ${first}`);
      // The next request comes as soon as she has room.
      kavita.hears(says.thanksOk, first, says.pleaseCheck, last);
      readAllMessages(world);
    });

  scenario('is not given to a volunteer who still has another one in hand', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const eve = world.phone('Eve');
    await wasRefused(world, eve, kavita);
    const first = await sunitaAsks(world, kavita);
    const geeta = world.phone('Geeta');
    await world.wasServed(geeta);
    const second = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Gopal'));
    kavita.hearsOnly(says.pleaseCheck, second);
    const last = await asksForBlood(eve, oneUnit.replace('Ramesh', 'Mohan'));
    await world.clock.advance(minutes(2));
    await kavita.texts(`OK ${first}`);
    expect(kavita.hearsOnly(says.thanksOk, first)).not.toContain(last);
    await kavita.texts(`OK ${second}`);
    kavita.hears(says.thanksOk, second, says.pleaseCheck, last);
    readAllMessages(world);
  });

  scenario('waits no longer once a donor has given', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const eve = world.phone('Eve');
    await wasRefused(world, eve, kavita);
    await world.wasServed(eve);
    await sunitaAsks(world, kavita);
    const next = await asksForBlood(eve, oneUnit.replace('Ramesh', 'Mohan'));
    kavita.hearsOnly(says.pleaseCheck, next);
    readAllMessages(world);
  });

  scenario('does not wait while no other request is in hand', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const eve = world.phone('Eve');
    await wasRefused(world, eve, kavita);
    readAllMessages(world);
    const next = await asksForBlood(eve, oneUnit.replace('Ramesh', 'Mohan'));
    kavita.hearsOnly(says.pleaseCheck, next);
  });
});

describe('a new phone of a range with a refused request', () => {
  /** Another new phone of Eve's range asks while Kavita has Sunita's request in hand. */
  const nextOfRange = async (world: World, eve: Phone) => {
    const kavita = await world.volunteer('Kavita');
    await wasRefused(world, eve, kavita);
    const first = await sunitaAsks(world, kavita);
    return { kavita, first };
  };
  const need = oneUnit.replace('Ramesh', 'Mohan');

  scenario('waits behind others on that day', async (world) => {
    const { kavita, first } = await nextOfRange(world, world.phone('Eve'));
    const last = await asksForBlood(world.phone('Mallory'), need);
    await world.clock.advance(minutes(2));
    kavita.hearsNothing();
    await kavita.texts(`OK ${first}`);
    kavita.hears(says.thanksOk, first, says.pleaseCheck, last);
    readAllMessages(world);
  });

  scenario('does not wait when a donor has given for it before', async (world) => {
    const { kavita } = await nextOfRange(world, world.phone('Eve'));
    const geeta = world.phone('Geeta');
    await world.wasServed(geeta);
    kavita.hearsOnly(says.pleaseCheck, await asksForBlood(geeta, need));
    readAllMessages(world);
  });
});
