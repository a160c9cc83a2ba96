import { days, fromCalendar, hours } from '#shared/terms/time.ts';
import { leaksIn } from '../leaks.ts';
import type { OnCall } from '../on-call.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';
import { campSays, opensCamp, takesFirstTime } from './camp-steps.ts';
import { says } from './expected-messages.ts';
import { asksForBlood, donors, oneUnit, searchedFor } from './scenario-steps.ts';

/** The items of the table that still contain this person, or the people they have named. */
export const tracesOf = (world: World, { number, name }: Phone, ...named: string[]): string[] =>
  leaksIn(
    world.table().map((item) => JSON.stringify(item)),
    { numbers: [number], names: [name, ...named], texts: [] },
  );

/** Long enough for the last message to be redacted and for replay markers to expire. */
export const untilExpiry = days(3);

/** Amitabh has agreed to come, another donor is on standby, and the family is searched for. */
export const requestWithDonors = async (world: World) => {
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

/** The morning of a camp, to which Amitabh has said yes. `number`: his digits at the door; `time`: 4 is the waiting list. */
export const campWithDonor = async (world: World, time: '1' | '4' = '1') => {
  const coordinator = await world.volunteer('Veena', { role: 'coordinator' });
  const verifier = await world.volunteer('Kavita');
  const amit = await world.donor('Amitabh');
  await opensCamp(coordinator);
  await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 29, hour: 18, minute: 1 }));
  amit.hears(campSays.en.invite);
  const number = time === '1' ? await takesFirstTime(amit) : '';
  if (time === '4') for (const text of ['1', '4']) await amit.texts(text);
  await world.clock.at(fromCalendar({ year: 2026, month: 12, day: 6, hour: 9, minute: 1 }));
  for (const phone of world.phones()) phone.readsEverything();
  return { coordinator, verifier, amit, number };
};

/** A call up to the summary of a request, with a spoken hospital, patient and attendant. */
const speaksRequest = async (family: Phone): Promise<OnCall> => {
  const call = await family.calls();
  for (const key of ['2', '1', '2', '1', '1', '1', '211001', '1', '6']) await call.presses(key);
  await call.says('Jeevan Jyoti');
  await call.presses('1');
  await call.says('Rameshwar');
  await call.says('Sunayana');
  return call;
};

/** No volunteer was free: the coordinators get a link to the recorded message. */
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

/** The person who will text FORGET, and the names they have given. */
type Forgetter = { who: Phone; named?: string[] };

export const speaksRefusal = async (world: World): Promise<Forgetter> => {
  const who = await world.volunteer('Kavita');
  const call = await speaksRequest(world.phone('Sunita'));
  await call.presses('1');
  await call.hangsUp();
  const checking = await who.calls();
  for (const key of ['2', '4']) await checking.presses(key);
  await checking.says('The paper is old');
  await checking.hangsUp();
  return { who };
};

/** All ways in which the hotline stores data about a person. */
export const stories: Record<string, (world: World) => Promise<Forgetter>> = {
  'a donor who gave at a camp': async (world) => {
    const { amit, number, verifier } = await campWithDonor(world);
    await verifier.texts(`GAVE ${number}`);
    for (const phone of world.phones()) phone.readsEverything();
    return { who: amit };
  },

  'a donor who was sent home from a camp, and one evening later': async (world) => {
    const { amit, number, verifier } = await campWithDonor(world);
    await verifier.texts(`BACK ${number} 1`);
    await world.clock.advance(hours(11));
    return { who: amit };
  },

  'a donor who did not come to a camp': async (world) => {
    const { amit } = await campWithDonor(world);
    await world.clock.advance(hours(11));
    return { who: amit };
  },

  'a donor on the waiting list of a camp': async (world) => {
    const { amit } = await campWithDonor(world, '4');
    return { who: amit };
  },

  'a person who has registered at the door of a camp': async (world) => {
    const { verifier } = await campWithDonor(world);
    const who = world.phone('Harilal');
    await verifier.texts(`NEW A+ ${who.number}`);
    for (const answer of ['1', '211001', 'Harilal', '2', '1985', '1']) await who.texts(answer);
    return { who };
  },

  'a person at the door of a camp who has not consented yet': async (world) => {
    const { verifier } = await campWithDonor(world);
    const who = world.phone('Harilal');
    await verifier.texts(`NEW A+ ${who.number}`);
    return { who };
  },

  'a volunteer who has recorded at the door of a camp': async (world) => {
    const { verifier, number } = await campWithDonor(world);
    await verifier.texts(`IN ${number}`);
    await verifier.texts(`GAVE ${number}`);
    return { who: verifier };
  },

  'a donor with a half hour at a camp': async (world) => ({
    who: (await campWithDonor(world)).amit,
  }),

  'a coordinator who has opened a camp': async (world) => ({
    who: (await campWithDonor(world)).coordinator,
  }),

  'a donor on the way': async (world) => ({ who: (await requestWithDonors(world)).amit }),

  'a donor who has given': async (world) => {
    const { amit, family } = await requestWithDonors(world);
    await family.texts('DONE');
    await world.clock.advance(hours(2));
    return { who: amit };
  },

  'a donor who has been asked again half a year later': async (world) => {
    const { amit, family, verifier } = await requestWithDonors(world);
    await family.texts('DONE');
    await world.clock.advance(days(140));
    const code = await asksForBlood(world.phone('Geeta'), oneUnit);
    await verifier.texts(`OK ${code}`);
    amit.hears(says.alert, code);
    await amit.texts('1');
    return { who: amit };
  },

  'a family whose story is on the page, with its name': async (world) => {
    const veena = await world.volunteer('Veena', { role: 'coordinator' });
    const { family } = await requestWithDonors(world);
    for (const text of ['DONE', 'STORY', 'Two people came at night and gave for us.', '3'])
      await family.texts(text);
    const own = veena.hears('A family tells').match(/STORY (\d{4})/)?.[1];
    await veena.texts(`STORY ${own}`);
    return { who: family, named: ['Rameshwar', 'Sunayana', 'came at night'] };
  },

  'a coordinator who has read a story': async (world) => {
    const who = await world.volunteer('Veena', { role: 'coordinator' });
    const { family } = await requestWithDonors(world);
    for (const text of ['DONE', 'STORY', 'Two people came at night and gave for us.', '1'])
      await family.texts(text);
    return { who };
  },

  'a family, with the names of patient and attendant': async (world) => ({
    who: (await requestWithDonors(world)).family,
    named: ['Rameshwar', 'Sunayana'],
  }),

  'a verifier, while the request is open': async (world) => ({
    who: (await requestWithDonors(world)).verifier,
  }),

  'a caller who has left a message for the coordinators': async (world) => ({
    who: await leavesMessage(world),
  }),

  'a family that has said the hospital twice': async (world) => {
    const who = world.phone('Sunita');
    const call = await speaksRequest(who);
    for (const key of ['2', '4', '211001', '1', '6']) await call.presses(key);
    await call.says('Jeevan Jyoti');
    await call.hangsUp();
    return { who };
  },

  'a volunteer who has said why a request goes no further': (world) => speaksRefusal(world),
};
