import { days, hours } from '#shared/terms/time.ts';
import { says } from './expected-messages.ts';
import { leaksIn } from './leaks.ts';
import type { OnCall } from './on-call.ts';
import type { Phone } from './phone.ts';
import { asksForBlood, donors, oneUnit, searchedFor } from './scenario-steps.ts';
import type { World } from './world.ts';

/** Where in the whole table this person, or whoever they have named, can still be found. */
export const tracesOf = (world: World, { number, name }: Phone, ...named: string[]): string[] =>
  leaksIn(
    world.table().map((item) => JSON.stringify(item)),
    { numbers: [number], names: [name, ...named], texts: [] },
  );

/** Long enough for the last message to be let go of, and for what is kept for repetitions. */
export const theRest = days(3);

export const aWholeLife = async (world: World) => {
  const amit = await world.donor('Amitabh');
  const [bina] = await donors(world, 1);
  const story = await searchedFor(
    world,
    oneUnit.replace('Ramesh', 'Rameshwar').replace('Sunita', 'Sunayana'),
  );
  for (const donor of [amit, bina]) donor?.hears(says.alert);
  await amit.texts('1');
  amit.hears(says.confirmed);
  story.family.hears(says.donorComing, 'Amitabh');
  await bina?.texts('1');
  for (const phone of world.phones()) phone.readsEverything();
  return { amit, bina, ...story };
};

/** Up to the summary of a request told by keys: a hospital, a patient and an attendant said aloud. */
const tellsAloud = async (family: Phone): Promise<OnCall> => {
  const call = await family.calls();
  for (const key of ['2', '1', '2', '1', '1', '1', '211001', '1', '6']) await call.presses(key);
  await call.says('Jeevan Jyoti');
  await call.presses('1');
  await call.says('Rameshwar');
  await call.says('Sunayana');
  return call;
};

/** Nobody was free: the coordinators get a link to what was said. */
export const leavesMessage = async (world: World): Promise<Phone> => {
  const veena = await world.volunteer('Veena', { role: 'coordinator' });
  const sunita = world.phone('Sunita');
  const call = await sunita.calls();
  await call.presses('2');
  await call.presses('0');
  await veena.missesCall();
  await call.listens();
  await call.says('My father needs blood at SRN');
  return sunita;
};

/** Whoever says FORGET in the end, with the names they have told. */
type Told = { who: Phone; named?: string[] };

export const refusesAloud = async (world: World): Promise<Told> => {
  const who = await world.volunteer('Kavita');
  const call = await tellsAloud(world.phone('Sunita'));
  await call.presses('1');
  await call.hangsUp();
  const checking = await who.calls();
  for (const key of ['2', '4']) await checking.presses(key);
  await checking.says('The paper is old');
  await checking.hangsUp();
  return { who };
};

/** How people come to be known. */
export const stories: Record<string, (world: World) => Promise<Told>> = {
  'a donor on the way': async (world) => ({ who: (await aWholeLife(world)).amit }),

  'a donor who has given': async (world) => {
    const { amit, family } = await aWholeLife(world);
    await family.texts('DONE');
    await world.clock.advance(hours(2));
    return { who: amit };
  },

  'a donor who has been asked again half a year later': async (world) => {
    const { amit, family, verifier } = await aWholeLife(world);
    await family.texts('DONE');
    await world.clock.advance(days(140));
    const code = await asksForBlood(world.phone('Geeta'), oneUnit);
    await verifier.texts(`OK ${code}`);
    amit.hears(says.alert, code);
    await amit.texts('1');
    return { who: amit };
  },

  'a family, with the names of patient and attendant': async (world) => ({
    who: (await aWholeLife(world)).family,
    named: ['Rameshwar', 'Sunayana'],
  }),

  'a verifier, while the request is open': async (world) => ({
    who: (await aWholeLife(world)).verifier,
  }),

  'a caller who has left a message for the coordinators': async (world) => ({
    who: await leavesMessage(world),
  }),

  'a family that has said the hospital twice': async (world) => {
    const who = world.phone('Sunita');
    const call = await tellsAloud(who);
    for (const key of ['2', '4', '211001', '1', '6']) await call.presses(key);
    await call.says('Jeevan Jyoti');
    await call.hangsUp();
    return { who };
  },

  'a volunteer who has said why a request goes no further': (world) => refusesAloud(world),
};
