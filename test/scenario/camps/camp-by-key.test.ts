import { describe, expect } from 'vitest';
import { fromCalendar, hours, seconds } from '#shared/terms/time.ts';
import type { OnCall } from '../../world/on-call.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { campSays, opensCamp, seatsOf, theCamp } from '../../world/steps/camp-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { campWithDonor } from '../../world/steps/privacy-stories.ts';
import { searchedFor } from '../../world/steps/scenario-steps.ts';
import { callingConfig, type World } from '../../world/world.ts';

const menu = 'For questions about giving, three';
const firstEvening = fromCalendar({ year: 2026, month: 11, day: 29, hour: 18, minute: 1 });
const digits = 'zero one two three four five six seven eight nine'.split(' ');
const inWords = (number: string): string =>
  [...number].map((digit) => digits[Number(digit)]).join(' ');

/** Amit is invited to the camp on 6 December, and calls. */
const invitedDonor = async (world: World): Promise<Phone> => {
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  await opensCamp(coordinator);
  const amit = await world.donor('Amit');
  await world.clock.at(firstEvening);
  amit.hearsOnly(campSays.en.invite);
  return amit;
};

const bookedAt = async (world: World): Promise<number> =>
  (await theCamp(world)).halfHours.reduce((sum, { booked }) => sum + booked, 0);

describe('an invited donor who calls', () => {
  scenario('hears the invitation, says yes and chooses a half hour by keys', async (world) => {
    const amit = await invitedDonor(world);
    const call = await amit.calls();
    call.hears('blood camp', 'Police Lines', 'press one');
    await call.presses('1');
    call.hears('When can you come?', 'press one', 'three');
    await call.presses('2');
    const [seat] = await seatsOf(world);
    call.hears('Your number at the door', inWords(seat?.id ?? ''));
    await call.hangsUp();
    expect(seat).toMatchObject({ state: 'booked', phone: amit.number });
    expect(await bookedAt(world)).toBe(1);
    amit.hearsOnly(campSays.en.booked, seat?.id ?? '');

    const again = await amit.calls();
    again.hears('Your number at the door');
    again.hears('If you can no longer come, press two');
    await again.presses('2');
    again.hears('Another donor gets your half hour');
    again.hears(menu);
    await again.hangsUp();
    expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['freed']);
    expect(await bookedAt(world)).toBe(0);
  });

  scenario('says no by a key, and is not asked again in a call', async (world) => {
    const amit = await invitedDonor(world);
    const call = await amit.calls();
    call.hears('blood camp');
    await call.presses('2');
    call.hears('thank you for telling us');
    call.hears(menu);
    await call.hangsUp();
    expect(await seatsOf(world)).toEqual([]);
    const again = await amit.calls();
    again.hears(menu);
    expect(again.unheard().join(' ')).not.toContain('camp');
    await again.hangsUp();
    // A change of mind by text still counts.
    await amit.texts('1');
    amit.hearsOnly(campSays.en.times);
  });

  scenario('waits when no half hour fits, and may go on to the main menu', async (world) => {
    const amit = await invitedDonor(world);
    const call = await amit.calls();
    await call.presses('5');
    call.hearsItAll();
    await call.presses('*');
    call.hears('blood camp');
    await call.presses('1');
    await call.presses('7');
    await call.presses('4');
    call.hears('You are on the list');
    await call.hangsUp();
    expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['waiting']);
  });

  scenario(
    'hears an alert first, and no camp in a call that we make',
    async (world) => {
      const amit = await invitedDonor(world);
      const kavita = await world.volunteer('Kavita');
      await searchedFor(world);
      amit.hearsOnly(says.alert);
      for (let waited = 0; waited < 120 && !amit.isRinging(); waited += 1)
        await world.clock.advance(seconds(5));
      const call = await amit.picksUp();
      call.hears('Can you come');
      await call.presses('2');
      expect(call.unheard().join(' ')).not.toContain('camp');
      await call.hangsUp();
      const own = await amit.calls();
      own.hears('blood camp');
      await own.hangsUp();
      kavita.readsEverything();
    },
    { config: callingConfig() },
  );
});

describe('a volunteer who calls from the door of a camp', () => {
  const opens = async (volunteer: Phone): Promise<OnCall> => {
    const call = await volunteer.calls();
    call.hears('The door of the camp');
    return call;
  };

  scenario('records by keys who has come, given, or was sent back', async (world) => {
    const { verifier, amit, number } = await campWithDonor(world);
    const call = await opens(verifier);
    await call.presses(number);
    call.hears('B positive', inWords(number), 'press one');
    await call.presses('1');
    call.hears('Noted, here', inWords(number));
    call.hears('The door of the camp');
    await call.presses(number);
    await call.presses('2');
    call.hears('Counted, has given');
    expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['gave']);
    expect((await world.store.person(amit.number))?.donor?.gifts).toHaveLength(1);

    // The last word of the volunteer holds.
    await call.presses(number);
    await call.presses('3');
    call.hears('Little haemoglobin, press one');
    await call.presses('1');
    call.hears('Noted, the doctor said no');
    const [seat] = await seatsOf(world);
    expect(seat).toMatchObject({ state: 'back', reason: 'hb' });
    expect((await world.store.person(amit.number))?.donor?.gifts).toEqual([]);
    await call.presses('5');
    await call.waits(seconds(10));
    call.hears(menu);
    await call.hangsUp();
    amit.hearsNothing();
  });

  scenario(
    'hears that a number is unknown, and reaches a volunteer after three wrong ones',
    async (world) => {
      const { verifier, coordinator, number } = await campWithDonor(world);
      const wrong = number === '1000' ? '1001' : '1000';
      const call = await opens(verifier);
      for (const _ of [1, 2]) {
        await call.presses(wrong);
        call.hears('Nobody has that number');
      }
      call.hearsItAll();
      await call.presses(wrong);
      expect(call.unheard().join(' ')).not.toContain('The door of the camp');
      await coordinator.missesCall();
      await call.hangsUp();
      expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['booked']);
      for (const phone of world.phones()) phone.readsEverything();
    },
  );

  scenario('has no door on another day, nor in another zone', async (world) => {
    const { verifier } = await campWithDonor(world);
    const other = await world.volunteer('Farah', { zone: 'lucknow' });
    const call = await other.calls();
    call.hears(menu);
    await call.hangsUp();
    await world.clock.advance(hours(24));
    for (const phone of world.phones()) phone.readsEverything();
    const late = await verifier.calls();
    late.hears(menu);
    expect(late.unheard().join(' ')).not.toContain('door of the camp');
    await late.hangsUp();
  });
});
