import { describe, expect } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, urgentNeed } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

describe('the verification rounds', () => {
  scenario('ask only verifiers of the zone who are on duty', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const asleep = await world.volunteer('Mohan');
    await world.volunteer('Ravi', { zone: 'agra' });
    await world.volunteer('Meena', { role: 'coordinator' });
    await asleep.texts('OFF');
    asleep.hearsOnly(says.dutyOff);
    const code = await asksForBlood(family);
    kavita.hearsOnly(says.pleaseCheck, code, family.number, 'Ramesh');
    asleep.hearsNothing();
  });

  scenario(
    'go on without an answer to more verifiers, the next zone and the coordinators, and tell the family each step once',
    async (world) => {
      const family = world.phone('Sunita');
      const first = await Promise.all(
        ['A', 'B', 'C', 'D', 'E'].map((name) => world.volunteer(`Verifier ${name}`)),
      );
      const sixth = await world.volunteer('Farah');
      const neighbour = await world.volunteer('Nadeem', { zone: 'varanasi' });
      const farAway = await world.volunteer('Arun', { zone: 'agra' });
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const code = await asksForBlood(family);
      for (const verifier of first) verifier.hearsOnly(says.pleaseCheck, code);
      sixth.hearsNothing();

      await world.clock.advance(minutes(6));
      sixth.hearsOnly(says.pleaseCheck, code);
      neighbour.hearsOnly(says.pleaseCheck, code);
      family.hearsOnly(says.moreVolunteers, code);
      meena.hearsNothing();

      await world.clock.advance(minutes(6));
      meena.hearsOnly(says.pleaseCheck, code);
      family.hearsOnly(says.coordinators, code);

      await world.clock.advance(minutes(20));
      meena.hearsNothing();
      await world.clock.advance(minutes(12));
      meena.hearsOnly(says.pleaseCheck, code);
      family.hearsNothing();
      farAway.hearsNothing();

      await meena.texts(`ok ${code}`);
      meena.hears(says.thanksOk, code);
      family.hears(says.verified, code);
      for (const verifier of [...first, sixth, neighbour]) verifier.hearsOnly(says.taken, 'Meena');
      family.hears(says.everyoneAsked, code);
      meena.hears(says.needsCoordinator, code, family.number);
    },
  );

  scenario('ask in the third round who got room since the second', async (world) => {
    const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
    const nadeem = await world.volunteer('Nadeem', { zone: 'varanasi' });
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const families = ['Sunita', 'Leela', 'Ravi'].map((name) => world.phone(name));
    const codes: string[] = [];
    for (const family of families) codes.push(await asksForBlood(family));
    for (const code of codes)
      for (const verifier of [kavita, mohan]) verifier.hears(says.pleaseCheck, code);
    mohan.readsEverything();
    // Both have three in hand: the fourth request goes to the next zone.
    const last = await asksForBlood(world.phone('Asha'));
    nadeem.hears(says.pleaseCheck, last);
    mohan.hearsNothing();
    const [first = ''] = codes;
    await kavita.texts(`NO ${first} not known there`);
    mohan.hears(says.taken, first);
    expect(mohan.unread()).toEqual([]);
    await world.clock.advance(minutes(6));
    mohan.hears(says.pleaseCheck, last);
    meena.hears(says.pleaseCheck, last);
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario('ask a coordinator of another zone when the zone has none', async (world) => {
    const family = world.phone('Sunita');
    const meena = await world.volunteer('Meena', { role: 'coordinator', zone: 'agra' });
    const code = await asksForBlood(family);
    meena.hearsOnly(says.pleaseCheck, code);
    family.hearsOnly(says.coordinators, code);
    await meena.texts(`NO ${code}`);
    meena.hearsOnly(says.thanksNo);
    expect(family.hearsOnly(says.refused, code)).not.toContain('Our volunteer says');
  });

  scenario(
    'wait while no volunteer is on duty, and ask the first who comes on duty',
    async (world) => {
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      await kavita.texts('OFF');
      kavita.hears(says.dutyOff);
      const code = await asksForBlood(family);
      family.hearsOnly(says.waits, code);
      await world.clock.advance(hours(1));
      kavita.hearsNothing();
      family.hearsNothing();
      await kavita.texts('ON');
      kavita.hearsOnly(says.dutyOn, 'Prayagraj', says.pleaseCheck, code);
      await kavita.texts(`OK ${code}`);
      kavita.hearsOnly(says.thanksOk);
      family.hears(says.verified);
      family.hears(says.everyoneAsked, code);
    },
  );

  scenario('never ask a volunteer who is off duty', async (world) => {
    const family = world.phone('Sunita');
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('ड्यूटी बंद');
    meena.hears(says.dutyOff);
    const code = await asksForBlood(family);
    family.hearsOnly(says.waits, code);
    await world.clock.advance(hours(2));
    meena.hearsNothing();
  });
});

/** This many families ask while no volunteer is on duty. Returns the codes in order. */
/** Each family has a patient of its own: those of one name would look the same. */
const patient = (i: number): string => {
  const [begin = '', end = ''] = [
    ['Ka', 'Ra', 'Mo', 'Su', 'Vi', 'Di', 'Jo', 'Na'][i % 8],
    ['lesh', 'bha', 'hit', 'tika', 'nay', 'pesh', 'gita'][i % 7],
  ];
  return begin + end;
};

const askUnattended = async (world: World, count: number, text = urgentNeed): Promise<string[]> => {
  const codes: string[] = [];
  for (let i = 1; i <= count; i += 1)
    codes.push(await asksForBlood(world.phone(`Family ${i}`), text.replace('Ramesh', patient(i))));
  return codes;
};

/** All phones but these read their messages. */
const readAllExcept = (world: World, ...listeners: Phone[]): void => {
  for (const phone of world.phones()) if (!listeners.includes(phone)) phone.readsEverything();
};

/** The codes of all requests that a volunteer is asked to check in these texts. */
const toCheck = (...texts: string[]): string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(/Please check request (\d+)/g)].map(([, code = '']) => code),
  );

const offDuty = async (
  world: World,
  name: string,
  line: Parameters<World['volunteer']>[1] = {},
): Promise<Phone> => {
  const volunteer = await world.volunteer(name, line);
  await volunteer.texts('OFF');
  volunteer.readsEverything();
  return volunteer;
};

describe('ON while many requests wait', () => {
  scenario(
    'shows the most urgent ones and the number of the others; each verdict brings the next',
    async (world) => {
      const kavita = await offDuty(world, 'Kavita');
      const planned =
        'Need B+ blood 1 unit SRN hospital Prayagraj in 3 days patient Anil attendant Usha';
      const [later = ''] = await askUnattended(world, 1, planned);
      const [one = '', two = '', three = '', four = '', five = ''] = await askUnattended(world, 5);
      await kavita.texts('ON');
      const reply = kavita.hearsOnly(says.dutyOn, '3 more requests are waiting');
      expect(toCheck(reply)).toEqual([one, two, three]);

      await kavita.texts(`OK ${two}`);
      expect(toCheck(kavita.hearsOnly(says.thanksOk, two))).toEqual([four]);
      await kavita.texts(`NO ${one} not known there`);
      expect(toCheck(kavita.hearsOnly(says.thanksNo, one))).toEqual([five]);
      await kavita.texts(`OK ${four}`);
      expect(toCheck(kavita.hearsOnly(says.thanksOk, four))).toEqual([later]);
      await kavita.texts(`OK ${later}`);
      expect(toCheck(kavita.hearsOnly(says.thanksOk, later))).toEqual([]);
      readAllExcept(world, kavita);
    },
  );

  scenario(
    'keeps three in hand without an answer, and brings one for each that is settled',
    async (world) => {
      const kavita = await offDuty(world, 'Kavita');
      const codes = await askUnattended(world, 6);
      await kavita.texts('ON');
      const atOnce = toCheck(kavita.hearsOnly(says.dutyOn));
      expect(atOnce).toHaveLength(3);
      await world.clock.advance(hours(2));
      expect(toCheck(...kavita.unread())).toEqual([]);
      const [first = ''] = atOnce;
      await kavita.texts(`NO ${first} not known there`);
      const next = toCheck(kavita.hears(says.thanksNo, first));
      expect(next).toHaveLength(1);
      expect(codes).toContain(next[0]);
      expect(atOnce).not.toContain(next[0]);
      readAllExcept(world);
    },
  );

  scenario(
    'begins for a second volunteer with the requests that are not assigned yet',
    async (world) => {
      const [kavita, mohan] = [await offDuty(world, 'Kavita'), await offDuty(world, 'Mohan')];
      const codes = await askUnattended(world, 5);
      await kavita.texts('ON');
      expect(toCheck(kavita.hearsOnly(says.dutyOn))).toEqual(codes.slice(0, 3));
      await mohan.texts('ON');
      const reply = mohan.hearsOnly(says.dutyOn, '2 more requests are waiting');
      expect(toCheck(reply)).toEqual([codes[3], codes[4], codes[0]]);
      readAllExcept(world);
    },
  );

  scenario('uses the singular when one more request waits', async (world) => {
    const kavita = await offDuty(world, 'Kavita');
    await askUnattended(world, 4);
    await kavita.texts('ON');
    expect(toCheck(kavita.hearsOnly(says.dutyOn, '1 more request is waiting'))).toHaveLength(3);
    readAllExcept(world);
  });

  for (const language of languages)
    scenario(
      `answers 50 waiting requests in ${language} with one message within the carrier's limit`,
      async (world) => {
        const kavita = await offDuty(world, 'Kavita', { language });
        await askUnattended(world, 50);
        await kavita.texts('ON');
        const [reply = '', ...more] = kavita.unread();
        expect(more).toEqual([]);
        expect(reply.length).toBeLessThan(1300);
        expect(reply.match(/OK \d+/g)).toHaveLength(3);
        expect(reply).toContain('47');
        readAllExcept(world);
      },
    );

  scenario(
    'still allows a verdict after a hundred volunteers came on duty for one request',
    async (world) => {
      const family = world.phone('Sunita');
      const volunteers: Phone[] = [];
      for (let i = 1; i <= 100; i += 1) volunteers.push(await offDuty(world, `Verifier ${i}`));
      const code = await asksForBlood(family);
      for (const volunteer of volunteers) await volunteer.texts('ON');
      const asked = volunteers.filter((v) => toCheck(v.hearsOnly(says.dutyOn)).includes(code));
      const { phase } = (await world.file(code)).request;
      expect(phase.type === 'verifying' && phase.asked).toEqual(asked.map((v) => v.number));
      expect(asked).toHaveLength(60);
      const [last] = volunteers.slice(-1);
      await last?.decides(`OK ${code}`);
      last?.hearsOnly(says.thanksOk);
      for (const volunteer of asked) volunteer.hearsOnly(says.taken, code);
      family.hears(says.verified);
      readAllExcept(world);
    },
  );
});
