import { describe, expect } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import { fromCalendar, hours, minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { names, need, stagesOf } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  oneUnit,
  readAllMessages,
  searchedFor,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** The first stage of two donors has covered the request: one has agreed, and Bina has heard that it is covered. */
const coveredByFirstStage = async (world: World, count: number) => {
  const people = await donors(world, count);
  const { family, code } = await searchedFor(world, oneUnit);
  const [amit, bina] = whoIsAsked(people);
  await amit?.texts('1');
  amit?.hearsOnly(says.confirmed);
  family.hearsOnly(says.donorComing);
  bina?.hearsOnly(says.alertCovered);
  return { people, bina, family, code };
};

describe('a request needed within an hour', () => {
  for (const [when, hour] of [
    ['in the morning', 11],
    ['in the middle of the night', 2],
  ] as const)
    scenario(
      `starts a full first stage ${when}`,
      async (world) => {
        const people = await donors(world, 25);
        const { family, code } = await searchedFor(world, need('B+ blood 2 units', 'in 1 hour'));
        const asked = whoIsAsked(people);
        expect(asked).toHaveLength(20);
        await asked[0]?.texts('1');
        asked[0]?.hears(says.confirmed);
        family.hears(says.donorComing);
        readAllMessages(world);
        await family.closes(`CLOSE ${code}`);
        readAllMessages(world);
      },
      { start: fromCalendar({ year: 2026, month: 11, day: 24, hour }) },
    );
});

scenario(
  'a late stage asks other donors when no alert of the first stage was sent',
  async (world) => {
    const people = await donors(world, 25);
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    const code = await asksForBlood(family, need('B+ blood 2 units', 'in 50 minutes'));
    verifier.hears(says.pleaseCheck, code);
    world.carrier.faults.tooManyRequests = 1;
    await verifier.texts(`OK ${code}`);
    await world.clock.advance(minutes(9));
    expect(whoIsAsked(people)).toEqual([]);
    world.carrier.faults.tooManyRequests = 0;
    await world.clock.advance(minutes(20));
    expect(whoIsAsked(people).length).toBeGreaterThan(0);
    readAllMessages(world);
  },
);

describe('a backlog in the outbox', () => {
  let isBlocked = true;
  const withBlockedAlerts = (): Store => {
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
    'delays the next stage until its alerts are sent and their recipients have had time to answer',
    async (world) => {
      const people = await donors(world, 30);
      const { code } = await searchedFor(world);
      await world.clock.advance(minutes(40));
      expect((await world.file(code)).alerts).toHaveLength(10);
      isBlocked = false;
      await world.clock.advance(minutes(2));
      expect(whoIsAsked(people)).toHaveLength(10);
      await world.clock.advance(minutes(8));
      expect(whoIsAsked(people)).toHaveLength(10);
      readAllMessages(world);
    },
    { ...stagesOf(10), on: withBlockedAlerts() },
  );
});

describe('the next stage or replacement', () => {
  for (const [urgency, when, interval] of [
    ['critical', 'urgent', 8],
    ['urgent', 'today', 15],
    ['planned', 'by 26/11 10 am', 45],
  ] as const) {
    scenario(
      `starts within ${interval} minutes without a reply when the request is ${urgency}, and not before half of them`,
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
    'does not start once the request is covered',
    async (world) => {
      const { people } = await coveredByFirstStage(world, 4);
      await world.clock.advance(minutes(40));
      for (const person of people) person.hearsNothing();
    },
    stagesOf(2),
  );

  scenario(
    'asks for the missing units when some are covered',
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
    'replaces each donor who says no with one other, at once',
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
    'calls a donor whose phone takes no texts, and replaces one who does not answer',
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
      `replaces a donor who texts ${word} at once`,
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
    'replaces a donor who texts FORGET or STOP at once',
    async (world) => {
      const people = await donors(world, 5);
      await searchedFor(world);
      const [amit, bina] = whoIsAsked(people);
      await amit?.forgets();
      amit?.hearsOnly(says.forgotten);
      expect(whoIsAsked(people)).toHaveLength(1);
      await bina?.texts('STOP');
      expect(whoIsAsked(people)).toHaveLength(1);
    },
    stagesOf(2),
  );
});

describe('quiet hours', () => {
  const night = fromCalendar({ year: 2026, month: 11, day: 23, hour: 22 });

  scenario(
    'do not delay alerts of a critical request',
    async (world) => {
      const amit = await world.donor('Amit');
      await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert);
    },
    { start: night },
  );

  for (const when of ['by 24/11 11 am', 'by 27/11 11 am']) {
    scenario(
      `delay alerts of a request needed ${when} until seven`,
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
    'delay the replacement after a late refusal until the morning',
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

  scenario(
    'do not delay alerts of a request needed before they end, whatever its urgency',
    async (world) => {
      const amit = await world.donor('Amit');
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(
        family,
        'Need B+ blood 1 unit SRN hospital Prayagraj today patient Ramesh attendant Sunita',
      );
      kavita.hears(says.pleaseCheck);
      await kavita.texts(`OK ${code}`);
      amit.hears(says.alert, code);
      for (const phone of [family, kavita]) phone.readsEverything();
    },
    { start: fromCalendar({ year: 2026, month: 11, day: 23, hour: 21, minute: 40 }) },
  );
});

describe('MORE', () => {
  scenario(
    'resumes the search of a covered request',
    async (world) => {
      const { people, bina, family, code } = await coveredByFirstStage(world, 6);
      await family.texts('MORE 2');
      family.hearsOnly(says.unitsAdded, '3 units', code);
      const more = whoIsAsked(people);
      expect(more).toHaveLength(2);
      // Bina was told that it is covered, so she is the first to be asked.
      expect(more).toContain(bina);
      for (const person of more) {
        await person.texts('1');
        person.hearsOnly(says.confirmed);
        family.hearsOnly(says.donorComing);
      }
    },
    stagesOf(2),
  );

  scenario(
    'promotes the standby before it asks new donors',
    async (world) => {
      const { people, bina, family } = await coveredByFirstStage(world, 4);
      await bina?.texts('1');
      bina?.hearsOnly(says.standby);
      await family.texts('MORE 1');
      family.hearsOnly(says.unitsAdded, '2 units', says.donorComing, '2 of 2');
      bina?.hearsOnly(says.promoted);
      expect(names(whoIsAsked(people))).toEqual([]);
    },
    stagesOf(2),
  );

  scenario('allows at most ten units', async (world) => {
    const { family } = await searchedFor(world);
    family.hearsOnly(says.everyoneAsked);
    await family.texts('MORE 9');
    family.hearsOnly(says.unitsNotAdded, '10');
    await family.texts('MORE 8');
    family.hearsOnly(says.unitsAdded, '10 units');
  });
});
