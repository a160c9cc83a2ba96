import { describe, expect } from 'vitest';
import { fromCalendar, hours, minutes, seconds } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { scenario } from '../../world/scenario.ts';
import { asksForBlood, oneUnit, searchedFor } from '../../world/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const pledges = async (world: World, code: string): Promise<string[]> =>
  (await world.file(code)).request.pledges.map((p) => p.state);

describe('what a second look found', () => {
  scenario('a digit with the code answers the visit when that was asked last', async (world) => {
    const amit = await world.donor('Amit');
    const { code, family } = await searchedFor(world, oneUnit);
    amit.hears(says.alert);
    await amit.texts('1');
    amit.readsEverything();
    family.readsEverything();
    await world.clock.advance(minutes(92));
    amit.readsEverything();
    await amit.texts(`2 ${code}`);
    expect(await pledges(world, code)).toEqual(['confirmed']);
    amit.readsEverything();
    family.hearsNothing();
  });

  scenario(
    'a correction of the group that is not clear is asked, never passed over',
    async (world) => {
      const family = world.phone('Sunita');
      await family.texts(oneUnit);
      family.hearsOnly(says.summary, 'B+');
      await family.texts('B- hai B+ nahi');
      // They write Hindi now, and are answered in it.
      family.hearsOnly('Kaun sa group');
      await family.texts('B-');
      family.hearsOnly('Dekh lijiye', 'B-');
      await family.texts('CLOSE');
      family.hearsOnly('kisi ko kuch nahin bheja');
    },
  );

  scenario('nobody is called to a request that closed while the call waited', async (world) => {
    const [amit, bina] = [await world.donor('Amit'), await world.donor('Bina')];
    const { family, verifier } = await searchedFor(world, oneUnit);
    await amit.texts('1');
    await bina.texts('1');
    for (const phone of [amit, bina, family]) phone.readsEverything();
    world.carrier.faults.tooManyRequests = 1;
    await amit.texts('DROP');
    await world.clock.advance(seconds(10));
    world.carrier.faults.tooManyRequests = 0;
    await family.texts('CLOSE');
    await world.clock.advance(minutes(10));
    expect(bina.unread().some((text) => text.includes(says.promoted))).toBe(false);
    expect(bina.unread().at(-1)).toContain(says.standDown);
    for (const phone of [amit, bina, family, verifier]) phone.readsEverything();
  });

  scenario(
    'needed before the quiet hours end: donors are asked at night, whatever it is called',
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

  scenario('one donor is never promised to two patients', async (world) => {
    const amit = await world.donor('Amit');
    const first = await searchedFor(world, oneUnit.replace('urgent', 'tomorrow 6 pm'));
    amit.hears(says.alert, first.code);
    await world.clock.advance(hours(6) + minutes(2));
    const other = world.phone('Meera');
    const second = await asksForBlood(other, oneUnit.replace('Ramesh', 'Gopal'));
    first.verifier.readsEverything();
    await first.verifier.texts(`OK ${second}`);
    amit.hears(says.alert, second);
    await amit.texts(`1 ${second}`);
    amit.hears(second);
    await amit.texts(`1 ${first.code}`);
    amit.hears(second);
    expect(await pledges(world, first.code)).toEqual([]);
    for (const phone of [amit, other, first.family, first.verifier]) phone.readsEverything();
  });
});
