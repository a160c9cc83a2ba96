import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { newSeat } from '#functions/use-cases/camps/take-half-hour.ts';
import { UnitOfWork } from '#functions/use-cases/unit-of-work.ts';
import { tallyCamp } from '#shared/camp/camp-tally.ts';
import { isDonor } from '#shared/people/person.ts';
import { fromCalendar, minutes, seconds } from '#shared/terms/time.ts';
import { opensCamp, seatsOf, theCamp } from '../../world/steps/camp-steps.ts';
import { createWorld } from '../../world/world.ts';

const donorCount = 400;
const phones = 8;
const rounds = donorCount / phones;

/** A store that dies with the server: before a save, or after it and before its answer. */
const mortal = (store: Store) => {
  let dead: 'no' | 'before' | 'after' = 'no';
  let killed = 0;
  const alive: Store = {
    ...store,
    async save(writes) {
      if (dead !== 'no') killed += 1;
      if (dead === 'before') throw new Error('killed');
      const result = await store.save(writes);
      if (dead === 'after') throw new Error('killed');
      return result;
    },
  };
  const die = (how: typeof dead): void => {
    dead = how;
  };
  return { store: alive, die, killed: () => killed };
};

test('400 check-ins in ten minutes from eight phones, half of them sent twice, count once each, and two deaths of the server lose none', async () => {
  const { store, die, killed } = mortal(createMemoryStore());
  const world = await createWorld({ on: store });
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  await opensCamp(coordinator, { teams: 9, units: 1 });
  const volunteers = [];
  for (let i = 0; i < phones; i += 1) volunteers.push(await world.volunteer(`Volunteer ${i}`));
  await world.clock.at(fromCalendar({ year: 2026, month: 12, day: 6, hour: 9, minute: 30 }));
  const camp = await theCamp(world);
  const numbers: string[] = [];
  for (let i = 0; i < donorCount; i += 1) {
    const donor = await world.donor(`Donor ${i}`, { sex: i % 4 === 0 ? 'woman' : 'man' });
    const work = new UnitOfWork(world.services, world.clock.now());
    const person = await work.person(donor.number);
    if (!isDonor(person)) throw new Error('a donor');
    const seat = await newSeat(work, camp, person, { state: 'in' });
    await work.save('done');
    numbers.push(seat.id);
  }

  const begun = world.clock.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round === 15) die('before');
    if (round === 35) die('after');
    const sent = volunteers.map(async (volunteer, i) => {
      const n = round * phones + i;
      const body = n % 4 === 3 ? `BACK ${numbers[n]} HB` : `GAVE ${numbers[n]}`;
      const { messageSid } = await world.carrier.text(volunteer.number, body);
      // The same webhook again, or the same words again, of every second one.
      if (n % 4 === 0) await world.carrier.text(volunteer.number, body, { messageSid });
      if (n % 4 === 2) await world.carrier.text(volunteer.number, body);
    });
    await Promise.all(sent);
    die('no');
    await world.clock.advance(seconds(12));
  }
  expect(world.clock.now() - begun).toBeLessThanOrEqual(minutes(10) + seconds(1));
  // What met the dead server comes from the carrier's list.
  await world.clock.advance(minutes(15));
  await world.passMinutes(1);

  expect(killed()).toBeGreaterThan(2 * phones - 1);

  const tally = tallyCamp(await seatsOf(world));
  expect(tally).toMatchObject({ came: 400, units: 300, back: 100 });
  expect(tally.reasons.hb).toBe(100);
  const people = await Promise.all(
    (await seatsOf(world)).map(({ phone }) => phone && store.person(phone)),
  );
  const donations = people.map((person) => (person ? person.donor?.donations : undefined));
  expect(donations.filter((count) => count === 1)).toHaveLength(300);
  expect(donations.filter((count) => count === 0)).toHaveLength(100);
});
