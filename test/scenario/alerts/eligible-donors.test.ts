import { describe, expect } from 'vitest';
import { dayOf, days, epochMs, fromCalendar, hours } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { names, need } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  findsItReal,
  searchedFor,
  urgentNeed,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** Every scenario begins at 11:00 on Monday 23 November 2026, India time. */
const begin = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });
const daysAgo = (n: number) => dayOf(epochMs(begin - days(n)));

/** The names of the donors that the request has asked after an hour. */
const reached = async (world: World, people: Phone[], text: string): Promise<string[]> => {
  const { family } = await searchedFor(world, text);
  await world.clock.advance(hours(1));
  family.readsEverything();
  return names(whoIsAsked(people)).sort();
};

const oneOfEach = (world: World): Promise<Phone[]> =>
  Promise.all(
    (['O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'Oh'] as const).map((group) =>
      world.donor(group, { group }),
    ),
  );

describe('blood group compatibility', () => {
  const tables: [what: string, asked: string[]][] = [
    ['B+ blood 1 unit', ['B+', 'B-']],
    ['B- blood 1 unit', ['B-']],
    ['AB+ packed red cells 1 unit', ['A+', 'A-', 'AB+', 'AB-', 'B+', 'B-', 'O+', 'O-']],
    ['A- packed red cells 1 unit', ['A-', 'O-']],
    ['O+ platelets 1 unit', ['A+', 'A-', 'B+', 'B-', 'O+', 'O-']],
    ['AB+ plasma 1 unit', ['AB+', 'AB-']],
    ['O- plasma 1 unit', ['A+', 'A-', 'AB+', 'AB-', 'B+', 'B-', 'O+', 'O-']],
    ['Bombay blood group 1 unit', ['Oh']],
    [
      'B+ blood 1 unit exchange any group',
      ['A+', 'A-', 'AB+', 'AB-', 'B+', 'B-', 'O+', 'O-', 'Oh'],
    ],
  ];
  for (const [what, asked] of tables) {
    scenario(`asks ${asked.join(' ')} for ${what}`, async (world) => {
      const people = await oneOfEach(world);
      expect(await reached(world, people, need(what))).toEqual([...asked].sort());
    });
  }
});

describe('donor eligibility', () => {
  scenario(
    'defers women for 120 days and men for 90 after a donation, and not a day longer',
    async (world) => {
      const people = [
        await world.donor('man, 89 days', { lastDonation: daysAgo(89) }),
        await world.donor('man, 90 days', { lastDonation: daysAgo(90) }),
        await world.donor('woman, 119 days', { sex: 'woman', lastDonation: daysAgo(119) }),
        await world.donor('woman, 120 days', { sex: 'woman', lastDonation: daysAgo(120) }),
      ];
      const asked = await reached(world, people, urgentNeed);
      expect(asked).toEqual(['man, 90 days', 'woman, 120 days']);
    },
  );

  scenario('allows platelets 28 days after whole blood', async (world) => {
    const people = [
      await world.donor('27 days', { lastDonation: daysAgo(27) }),
      await world.donor('28 days', { lastDonation: daysAgo(28) }),
    ];
    expect(await reached(world, people, need('B+ platelets 1 unit'))).toEqual(['28 days']);
  });

  scenario('allows ages 18 to 65, and a first donation until 60', async (world) => {
    const people = [
      await world.donor('born 2009', { birthYear: 2009 }),
      await world.donor('born 2008', { birthYear: 2008 }),
      await world.donor('born 1961, has given', {
        birthYear: 1961,
        lastDonation: daysAgo(400),
      }),
      await world.donor('born 1960, has given', {
        birthYear: 1960,
        lastDonation: daysAgo(400),
      }),
      await world.donor('born 1966, never gave', { birthYear: 1966 }),
      await world.donor('born 1965, never gave', { birthYear: 1965 }),
    ];
    expect(await reached(world, people, urgentNeed)).toEqual([
      'born 1961, has given',
      'born 1966, never gave',
      'born 2008',
    ]);
  });

  scenario('requires 45 kg for whole blood', async (world) => {
    const people = [
      await world.donor('44 kg', { weightKg: 44 }),
      await world.donor('45 kg', { weightKg: 45 }),
      await world.donor('50 kg', { weightKg: 50 }),
      await world.donor('not known'),
    ];
    expect(await reached(world, people, urgentNeed)).toEqual(['45 kg', '50 kg', 'not known']);
  });

  scenario('requires 50 kg and at most 60 years for platelets', async (world) => {
    const people = [
      await world.donor('49 kg', { weightKg: 49 }),
      await world.donor('50 kg', { weightKg: 50 }),
      await world.donor('61 years', { birthYear: 1965, lastDonation: daysAgo(400) }),
    ];
    expect(await reached(world, people, need('B+ platelets 1 unit'))).toEqual(['50 kg']);
  });

  scenario('leaves out donors who are paused or opted out', async (world) => {
    const paused = await world.donor('Paused');
    await paused.texts('PAUSE 30');
    paused.hears(says.paused);
    const stopped = await world.donor('Stopped');
    await stopped.texts('STOP');
    const back = await world.donor('Back');
    await back.texts('PAUSE 30');
    back.hears(says.paused);
    await back.texts('ON');
    back.hears(says.resumed);
    const imported = await world.donor('Imported', {
      pausedUntil: dayOf(epochMs(begin + days(9))),
    });
    const people = [paused, stopped, back, imported];
    expect(await reached(world, people, urgentNeed)).toEqual(['Back']);
  });

  scenario(
    'leaves out the requester and every donor with a request of their own',
    async (world) => {
      const sunita = await world.donor('Sunita');
      const geeta = await world.donor('Geeta');
      const kavita = await world.volunteer('Kavita');
      const amit = await world.donor('Amit');
      const first = await asksForBlood(sunita);
      const second = await asksForBlood(geeta, need('A+ blood 1 unit').replace('Ramesh', 'Kamla'));
      await findsItReal(kavita, sunita, first);
      amit.hears(says.alert);
      kavita.hears(says.pleaseCheck, second);
      sunita.hearsNothing();
      geeta.hearsNothing();
    },
  );
});
