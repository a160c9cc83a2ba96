import { describe, expect } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Store } from '#functions/ports/store.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { dayOf, days, epochMs, fromCalendar, hours, minutes, seconds } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  searchedFor,
  urgentNeed,
  whoIsAsked,
} from '../../world/scenario-steps.ts';
import { testConfig, type World } from '../../world/world.ts';

/** Stages of so many donors, so that a small town has several. */
const stagesOf = (maxDonors: number): { config: HotlineConfig } => ({
  config: testConfig((config) => {
    const { stages } = config.policy;
    const small = { critical: stages.critical, urgent: stages.urgent, planned: stages.planned };
    for (const stage of Object.values(small)) Object.assign(stage, { maxDonors });
    return config;
  }),
});
/** Everybody is asked, however unlikely they are to give. */
const unsparing = (config: HotlineConfig): HotlineConfig => {
  const asking = { ...config.policy.asking, leastChance: { critical: 0, urgent: 0, planned: 0 } };
  return { ...config, policy: { ...config.policy, asking } };
};
/** 11 in the morning on Monday 23 November 2026, when every scenario begins. */
const begin = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });
const daysAgo = (n: number) => dayOf(epochMs(begin - days(n)));
const names = (phones: Phone[]): string[] => phones.map((p) => p.name);
const need = (what: string, when = 'urgent') =>
  `Need ${what} SRN hospital Prayagraj ${when} patient Ramesh attendant Sunita`;

/** PINs: beside SRN hospital, about 10 km off, 30 km, elsewhere in the zone, in Varanasi's zone, in Meerut's. */
const pins = {
  near: '211001',
  tenKm: '211012',
  inZone: '230001',
  nextZone: '221005',
  farAway: '250001',
};

describe('a mother who has an hour', () => {
  for (const [when, hour] of [
    ['in the morning', 11],
    ['in the middle of the night', 2],
  ] as const)
    scenario(
      `is asked for, ${when}, though hardly anybody can come so soon`,
      async (world) => {
        const town = await donors(world, 25);
        const { family, code } = await searchedFor(world, need('B+ blood 2 units', 'in 1 hour'));
        const asked = whoIsAsked(town);
        expect(asked).toHaveLength(20);
        await asked[0]?.texts('1');
        asked[0]?.hears(says.confirmed);
        family.hears(says.donorComing);
        for (const phone of world.phones()) phone.readsEverything();
        await family.texts(`CLOSE ${code}`);
        for (const phone of world.phones()) phone.readsEverything();
      },
      { start: fromCalendar({ year: 2026, month: 11, day: 24, hour }) },
    );
});

scenario(
  'for whom no alert of the first stage left, others are asked, late as it is',
  async (world) => {
    const town = await donors(world, 25);
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    const code = await asksForBlood(family, need('B+ blood 2 units', 'in 50 minutes'));
    verifier.hears(says.pleaseCheck, code);
    world.carrier.faults.tooManyRequests = 1;
    await verifier.texts(`OK ${code}`);
    await world.clock.advance(minutes(9));
    expect(whoIsAsked(town)).toEqual([]);
    world.carrier.faults.tooManyRequests = 0;
    await world.clock.advance(minutes(20));
    expect(whoIsAsked(town).length).toBeGreaterThan(0);
    for (const phone of world.phones()) phone.readsEverything();
  },
);

describe('a crowd of messages that wait to leave', () => {
  let isBlocked = true;
  const behindCrowd = (): Store => {
    const store = createMemoryStore();
    const isAlert = (row: OutboxRow | undefined) => row?.alertId !== undefined;
    return {
      ...store,
      async outboxRow(id) {
        const row = await store.outboxRow(id);
        return isBlocked && isAlert(row) ? undefined : row;
      },
    };
  };

  scenario(
    'no further stage joins it; once they have left, their silence counts',
    async (world) => {
      const town = await donors(world, 30);
      const { code } = await searchedFor(world);
      await world.clock.advance(minutes(40));
      expect((await world.file(code)).alerts).toHaveLength(10);
      isBlocked = false;
      await world.clock.advance(minutes(2));
      expect(whoIsAsked(town)).toHaveLength(10);
      await world.clock.advance(minutes(8));
      expect(whoIsAsked(town)).toHaveLength(10);
      for (const phone of world.phones()) phone.readsEverything();
    },
    { ...stagesOf(10), on: behindCrowd() },
  );
});

describe('who is asked first', () => {
  scenario(
    'the nearest, then further away, the zone, the next zones, everyone; then the coordinators, with numbers',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const far = await world.donor('Far', { pin: pins.farAway });
      const next = await world.donor('Next', { pin: pins.nextZone });
      const zone = await world.donor('Zone', { pin: pins.inZone });
      const ten = await world.donor('Ten', { pin: pins.tenKm });
      const near = await world.donor('Near', { pin: pins.near });
      const everybody = [near, ten, zone, next, far];
      const { family, code } = await searchedFor(world, oneUnit);
      const order: string[][] = [names(whoIsAsked(everybody))];
      for (let stage = 2; stage <= 5; stage += 1) {
        await world.clock.advance(minutes(8) + seconds(10));
        order.push(names(whoIsAsked(everybody)));
        if (stage === 4) family.hearsOnly(says.widened, code);
      }
      expect(order).toEqual([['Near'], ['Ten'], ['Zone'], ['Next'], ['Far']]);
      await near.texts('2');
      near.hears(says.thanksForNo);
      meena.hearsNothing();
      await world.clock.advance(minutes(8) + seconds(10));
      family.hearsOnly(says.everyoneAsked, code);
      meena.hearsOnly(
        says.needsCoordinator,
        code,
        'Still missing: 1',
        'asked: 5',
        'said no: 1',
        family.number,
      );
      await world.clock.advance(hours(4));
      family.hearsNothing();
      meena.hearsNothing();
    },
    { config: unsparing(stagesOf(1).config) },
  );

  scenario('nobody who could not be there in time; the coordinators hear so', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const near = await world.donor('Near', { pin: pins.near });
    await world.donor('Far', { pin: pins.farAway });
    const { family, code } = await searchedFor(world, oneUnit);
    near.hears(says.alert);
    await world.clock.advance(minutes(20));
    family.hearsOnly(says.everyoneAsked, code);
    meena.hearsOnly(says.needsCoordinator, code, 'asked: 1');
    await world.clock.advance(hours(2));
  });

  scenario(
    'Rh-negative donors are kept for those who need them, until the zone has no others',
    async (world) => {
      const negative = await world.donor('Negative', { group: 'B-' });
      const zone = await world.donor('Zone', { pin: pins.inZone });
      const { family } = await searchedFor(world, need('B+ blood 1 unit', 'by 26/11 10 am'));
      zone.hearsOnly(says.alert);
      negative.hearsNothing();
      await world.clock.advance(minutes(46));
      negative.hears(says.alert);
      family.hearsOnly(says.widened);
    },
  );

  scenario(
    'the same group before another that will do',
    async (world) => {
      const o = await donors(world, 2, { group: 'O+' });
      const b = await donors(world, 2);
      await searchedFor(world, need('B+ packed red cells 1 unit'));
      expect(names(whoIsAsked([...o, ...b]))).toEqual(names(b));
      await world.clock.advance(minutes(8) + seconds(10));
      expect(names(whoIsAsked([...o, ...b]))).toEqual(names(o));
    },
    stagesOf(2),
  );
});

/** Everybody whom the request reaches in the end. */
const reached = async (world: World, everybody: Phone[], text: string): Promise<string[]> => {
  const { family } = await searchedFor(world, text);
  await world.clock.advance(hours(1));
  family.readsEverything();
  return names(whoIsAsked(everybody)).sort();
};

const oneOfEach = (world: World): Promise<Phone[]> =>
  Promise.all(
    (['O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'Oh'] as const).map((group) =>
      world.donor(group, { group }),
    ),
  );

describe('who can give to whom', () => {
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
    scenario(`${what}: ${asked.join(' ')}`, async (world) => {
      const everybody = await oneOfEach(world);
      expect(await reached(world, everybody, need(what))).toEqual([...asked].sort());
    });
  }
});

describe('who may give', () => {
  scenario('women rest 120 days, men 90, and nobody a day longer', async (world) => {
    const everybody = [
      await world.donor('man, 89 days', { lastDonation: daysAgo(89) }),
      await world.donor('man, 90 days', { lastDonation: daysAgo(90) }),
      await world.donor('woman, 119 days', { sex: 'woman', lastDonation: daysAgo(119) }),
      await world.donor('woman, 120 days', { sex: 'woman', lastDonation: daysAgo(120) }),
    ];
    const asked = await reached(world, everybody, urgentNeed);
    expect(asked).toEqual(['man, 90 days', 'woman, 120 days']);
  });

  scenario('platelets: 28 days after whole blood', async (world) => {
    const everybody = [
      await world.donor('27 days', { lastDonation: daysAgo(27) }),
      await world.donor('28 days', { lastDonation: daysAgo(28) }),
    ];
    expect(await reached(world, everybody, need('B+ platelets 1 unit'))).toEqual(['28 days']);
  });

  scenario('18 to 65, a first gift at 60 at the latest', async (world) => {
    const everybody = [
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
    expect(await reached(world, everybody, urgentNeed)).toEqual([
      'born 1961, has given',
      'born 1966, never gave',
      'born 2008',
    ]);
  });

  scenario('from 45 kg, for platelets from 50 kg', async (world) => {
    const everybody = [
      await world.donor('44 kg', { weightKg: 44 }),
      await world.donor('45 kg', { weightKg: 45 }),
      await world.donor('50 kg', { weightKg: 50 }),
      await world.donor('not known'),
    ];
    expect(await reached(world, everybody, urgentNeed)).toEqual(['45 kg', '50 kg', 'not known']);
  });

  scenario('for platelets from 50 kg, and to 60 years', async (world) => {
    const everybody = [
      await world.donor('49 kg', { weightKg: 49 }),
      await world.donor('50 kg', { weightKg: 50 }),
      await world.donor('61 years', { birthYear: 1965, lastDonation: daysAgo(400) }),
    ];
    expect(await reached(world, everybody, need('B+ platelets 1 unit'))).toEqual(['50 kg']);
  });

  scenario('nobody who paused, sent home by a doctor, or stopped all texts', async (world) => {
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
    const everybody = [paused, stopped, back, imported];
    expect(await reached(world, everybody, urgentNeed)).toEqual(['Back']);
  });

  scenario('not the family itself, and nobody who needs blood for their own', async (world) => {
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
  });
});

describe('as few alerts as will do', () => {
  scenario('one donor has one open alert at a time', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    await findsItReal(verifier, geeta, other);
    amit.hearsOnly(says.alert, code);
    geeta.hearsOnly(says.everyoneAsked);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo, code);
    await world.clock.advance(minutes(40));
    family.hearsOnly(says.everyoneAsked);
    amit.hearsOnly(says.alert, other);
  });

  scenario(
    'two requests in the same moment share the donors',
    async (world) => {
      const people = await donors(world, 6);
      const kavita = await world.volunteer('Kavita');
      const [sunita, geeta] = [world.phone('Sunita'), world.phone('Geeta')];
      const one = await asksForBlood(sunita, oneUnit);
      const two = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
      for (const code of [one, two]) kavita.hears(says.pleaseCheck, code);
      await Promise.all([kavita.textsAtOnce(`OK ${one}`), kavita.textsAtOnce(`OK ${two}`)]);
      await world.clock.advance(minutes(1));
      kavita.readsEverything();
      for (const family of [sunita, geeta]) family.hears(says.verified);
      for (const person of people) expect(person.hearsAll(says.alert)).toBe(1);
      for (const family of [sunita, geeta]) family.readsEverything();
    },
    { on: 'database' },
  );

  scenario('three a week at most, however much is needed', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await family.texts('CLOSE');
    for (let n = 2; n <= 4; n += 1) {
      await world.clock.advance(hours(24));
      for (const phone of [family, verifier]) phone.readsEverything();
      expect(amit.hearsAll(says.alertOver)).toBe(n <= 4 ? 1 : 0);
      const code = await asksForBlood(family, oneUnit.replace('urgent', 'today by 8 pm'));
      await findsItReal(verifier, family, code);
      if (n <= 3) {
        amit.hears(says.alert);
        await family.texts('CLOSE');
      }
    }
    amit.hearsNothing();
    family.hearsOnly(says.everyoneAsked);
    await world.clock.advance(days(5));
    for (const phone of [family, verifier]) phone.readsEverything();
    const code = await asksForBlood(family, oneUnit);
    await findsItReal(verifier, family, code);
    amit.hearsOnly(says.alert);
  });
});

describe('the next stage', () => {
  for (const [urgency, when, interval] of [
    ['critical', 'urgent', 8],
    ['urgent', 'today', 15],
    ['planned', 'by 26/11 10 am', 45],
  ] as const) {
    scenario(
      `goes when silence has used up half of the hope: within ${interval} minutes when it is ${urgency}, not before half of them`,
      async (world) => {
        const people = await donors(world, 4);
        await searchedFor(world, need('B+ blood 1 unit', when));
        expect(whoIsAsked(people)).toHaveLength(2);
        await world.clock.advance(minutes(interval / 2) - minutes(1));
        expect(whoIsAsked(people)).toHaveLength(0);
        await world.clock.advance(minutes(interval / 2) + minutes(2));
        expect(whoIsAsked(people)).toHaveLength(2);
      },
      stagesOf(2),
    );
  }

  scenario(
    'does not go once it is covered',
    async (world) => {
      const people = await donors(world, 4);
      const { family } = await searchedFor(world, oneUnit);
      const [amit, bina] = whoIsAsked(people);
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      bina?.hearsOnly(says.alertCovered);
      await world.clock.advance(minutes(40));
      for (const person of people) person.hearsNothing();
    },
    stagesOf(2),
  );

  scenario(
    'goes for the rest when half is covered',
    async (world) => {
      const people = await donors(world, 6);
      const { family } = await searchedFor(world);
      const first = whoIsAsked(people);
      await first[0]?.texts('1');
      first[0]?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing, '1 of 2');
      await world.clock.advance(minutes(8) + seconds(10));
      const second = whoIsAsked(people);
      expect(second).toHaveLength(2);
      await second[0]?.texts('1');
      second[0]?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing, '2 of 2');
      for (const person of [first[1], second[1]]) person?.hearsOnly(says.alertCovered);
    },
    stagesOf(2),
  );

  scenario(
    'a no is replaced at once, by one',
    async (world) => {
      const people = await donors(world, 5);
      await searchedFor(world);
      const first = whoIsAsked(people);
      expect(first).toHaveLength(2);
      await first[0]?.texts('2');
      first[0]?.hearsOnly(says.thanksForNo);
      const replaced = whoIsAsked(people);
      expect(replaced).toHaveLength(1);
      await first[1]?.texts('2');
      first[1]?.hearsOnly(says.thanksForNo);
      expect(whoIsAsked(people)).toHaveLength(1);
      await first[1]?.texts('2');
      first[1]?.hearsOnly(says.alreadySaidNo);
      expect(whoIsAsked(people)).toHaveLength(0);
    },
    stagesOf(2),
  );

  scenario(
    'a number that takes no texts is called; when nobody picks up it is replaced',
    async (world) => {
      const people = await donors(world, 4);
      const [broken, gone] = people;
      if (broken && gone) {
        world.carrier.faults.numbers[broken.number] = 30005;
        world.carrier.faults.numbers[gone.number] = 21211;
      }
      const { code } = await searchedFor(world);
      await broken?.missesCall();
      await world.clock.advance(minutes(1));
      expect(names(whoIsAsked(people))).toEqual(names(people.slice(2)));
      const { alerts } = await world.file(code);
      expect(alerts.map((a) => a.state).sort()).toEqual([
        'sent',
        'sent',
        'undelivered',
        'undelivered',
      ]);
      for (const phone of [broken, gone]) {
        const person = phone && (await world.store.person(phone.number));
        expect(person?.unreachable).toBeDefined();
      }
    },
    stagesOf(2),
  );

  for (const word of ['PAUSE 30', 'PAUSE malaria', 'GAVE 1/11'])
    scenario(
      `somebody who has texted ${word} instead is replaced at once`,
      async (world) => {
        const people = await donors(world, 4);
        await searchedFor(world);
        const [amit] = whoIsAsked(people);
        await amit?.texts(word);
        amit?.hearsOnly(/not ask you/);
        expect(whoIsAsked(people)).toHaveLength(1);
      },
      stagesOf(2),
    );

  scenario(
    'somebody who asked to be forgotten, or stopped all texts, is replaced at once',
    async (world) => {
      const people = await donors(world, 5);
      await searchedFor(world);
      const [amit, bina] = whoIsAsked(people);
      await amit?.texts('FORGET');
      amit?.hearsOnly(says.forgotten);
      expect(whoIsAsked(people)).toHaveLength(1);
      await bina?.texts('STOP');
      expect(whoIsAsked(people)).toHaveLength(1);
    },
    stagesOf(2),
  );
});

describe('at night', () => {
  const night = fromCalendar({ year: 2026, month: 11, day: 23, hour: 22 });

  scenario(
    'what is critical wakes people',
    async (world) => {
      const amit = await world.donor('Amit');
      await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
    },
    { start: night },
  );

  for (const when of ['by 24/11 11 am', 'by 27/11 11 am']) {
    scenario(
      `needed ${when}: donors sleep until seven`,
      async (world) => {
        const amit = await world.donor('Amit');
        await searchedFor(world, need('B+ blood 1 unit', when));
        await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 24, hour: 6, minute: 59 }));
        amit.hearsNothing();
        await world.clock.advance(minutes(2));
        amit.hearsOnly(says.alert);
      },
      { start: night },
    );
  }

  scenario(
    'a refusal late in the evening is replaced in the morning',
    async (world) => {
      const people = await donors(world, 4);
      await searchedFor(world, need('B+ blood 1 unit', 'by 27/11 11 am'));
      const [amit, bina] = whoIsAsked(people);
      await world.clock.advance(minutes(10));
      await amit?.texts('2');
      amit?.hearsOnly(says.thanksForNo);
      await world.clock.advance(hours(9));
      expect(names(whoIsAsked(people))).toEqual([]);
      await world.clock.advance(minutes(40));
      expect(whoIsAsked(people)).toHaveLength(2);
      bina?.hearsNothing();
    },
    {
      ...stagesOf(2),
      start: fromCalendar({ year: 2026, month: 11, day: 23, hour: 21, minute: 25 }),
    },
  );
});

describe('when more is needed', () => {
  scenario(
    'MORE 2 after it was covered: the search goes on',
    async (world) => {
      const people = await donors(world, 6);
      const { family, code } = await searchedFor(world, oneUnit);
      const [amit, bina] = whoIsAsked(people);
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      bina?.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
      await family.texts('MORE 2');
      family.hearsOnly(says.unitsAdded, '3 units', code);
      const more = whoIsAsked(people);
      expect(more).toHaveLength(2);
      for (const person of more) {
        await person.texts('1');
        person.hearsOnly(says.confirmed);
        family.hearsOnly(says.donorComing);
      }
      await bina?.texts('1');
      bina?.hearsOnly(says.standby);
    },
    stagesOf(2),
  );

  scenario(
    'a standby moves up before anybody new is asked',
    async (world) => {
      const people = await donors(world, 4);
      const { family } = await searchedFor(world, oneUnit);
      const [amit, bina] = whoIsAsked(people);
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      bina?.hearsOnly(says.alertCovered);
      await bina?.texts('1');
      bina?.hearsOnly(says.standby);
      await family.texts('MORE 1');
      family.hearsOnly(says.unitsAdded, '2 units', says.donorComing, '2 of 2');
      bina?.hearsOnly(says.promoted);
      expect(names(whoIsAsked(people))).toEqual([]);
    },
    stagesOf(2),
  );

  scenario('ten units are the most', async (world) => {
    const { family } = await searchedFor(world);
    family.hearsOnly(says.everyoneAsked);
    await family.texts('MORE 9');
    family.hearsOnly(says.unitsNotAdded, '10');
    await family.texts('MORE 8');
    family.hearsOnly(says.unitsAdded, '10 units');
  });
});
