import { describe, expect } from 'vitest';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import {
  campSays,
  opensCamp,
  seatsOf,
  takesFirstTime,
  theCamp,
} from '../../world/steps/camp-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donorOf, donors, searchedFor } from '../../world/steps/scenario-steps.ts';

const at = (day: number, hour: number, minute = 1) =>
  fromCalendar({ year: 2026, month: day > 20 ? 11 : 12, day, hour, minute });
/** The first evening of invitations of a camp on 6 December. */
const firstEvening = at(29, 18);
const evening = at(6, 19);

describe('the half hours of a camp', () => {
  scenario(
    'fill up, a freed one is offered to who waits, and no one is invited any more',
    async (world) => {
      const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
      // One half hour with room for eleven arrivals: about eighteen yeses.
      await opensCamp(coordinator, { hours: '9:00-9:30' });
      const people = await donors(world, 24);
      await world.clock.at(firstEvening);
      for (const phone of people) phone.hearsOnly(campSays.en.invite);
      const booked = [];
      const waiting = [];
      for (const phone of people) {
        await phone.texts('1');
        if (phone.hearsAll(campSays.en.waiting) > 0) waiting.push(phone);
        else {
          phone.hearsOnly(campSays.en.times);
          await phone.texts('1');
          phone.hearsOnly(campSays.en.booked);
          booked.push(phone);
        }
      }
      expect(booked.length).toBeGreaterThanOrEqual(17);
      expect(booked.length).toBeLessThanOrEqual(19);
      expect(waiting.length).toBe(24 - booked.length);
      await booked[0]?.texts('DROP');
      booked[0]?.hearsOnly(campSays.en.freed);
      waiting[0]?.hearsOnly(campSays.en.times);
      await waiting[0]?.texts('1');
      waiting[0]?.hearsOnly(campSays.en.booked);

      const late = await world.donor('Lata');
      await world.clock.at(at(1, 18));
      late.hearsNothing();
      for (const phone of world.phones()) phone.readsEverything();
    },
  );

  scenario(
    'refuse a half hour that another person has taken since it was offered',
    async (world) => {
      const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
      await opensCamp(coordinator, { hours: '9:00-9:30' });
      const people = await donors(world, 24);
      await world.clock.at(firstEvening);
      for (const phone of people) await phone.texts('1');
      for (const phone of people) phone.readsEverything();
      for (const phone of people) await phone.texts('1');
      const refused = people.filter((phone) => phone.hearsAll(campSays.en.waiting) > 0);
      expect(refused.length).toBeGreaterThanOrEqual(5);
      const { halfHours } = await theCamp(world);
      expect(halfHours[0]?.booked).toBe(24 - refused.length);
      for (const phone of people) phone.readsEverything();
    },
  );
});

describe('invitations', () => {
  scenario('leave between ten and nine, once, and spare who was asked lately', async (world) => {
    const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
    const busy = await world.donor('Bala');
    await world.clock.at(at(5, 11));
    const { family } = await searchedFor(world);
    busy.hearsOnly(says.alert);
    await busy.texts('2');
    await family.closes();
    const free = await world.donor('Farhan', { group: 'A+' });
    // Every evening of invitations is over.
    await world.clock.at(at(5, 21, 30));
    for (const phone of world.phones()) phone.readsEverything();
    await opensCamp(coordinator, { hours: '14-18' });
    await world.clock.at(at(6, 9, 58));
    free.hearsNothing();
    await world.clock.at(at(6, 10, 2));
    free.hearsOnly(campSays.en.invite);
    await world.clock.at(at(6, 13, 58));
    free.hearsNothing();
    busy.hearsNothing();
  });

  scenario('of a coordinator alone: a donor and a verifier open no camp', async (world) => {
    const verifier = await world.volunteer('Kavita');
    const donor = await world.donor('Anil');
    for (const phone of [verifier, donor]) {
      await phone.texts('CAMP');
      phone.readsEverything();
      expect((await world.store.person(phone.number))?.campDraft).toBeUndefined();
    }
  });
});

describe('a missed call', () => {
  const [yesNumber, noNumber] = ['+915320000003', '+915320000004'].map((number) =>
    phoneNumberSchema.parse(number),
  );
  scenario(
    'to the number of a yes takes the first half hour, and one to the number of a no frees it',
    async (world) => {
      const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
      await opensCamp(coordinator);
      const [anil, bina] = await donors(world, 2);
      if (!anil || !bina || !yesNumber || !noNumber) throw new Error('two donors');
      await world.clock.at(firstEvening);
      for (const phone of [anil, bina]) phone.hearsOnly(campSays.en.invite);
      expect((await anil.calls(yesNumber)).shown.rejected).toBe(true);
      await world.clock.advance(minutes(1));
      anil.hearsOnly(campSays.en.booked);
      await anil.calls(yesNumber);
      await bina.calls(noNumber);
      await world.clock.advance(minutes(1));
      bina.hearsOnly(campSays.en.no);
      expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['booked']);
      await anil.calls(noNumber);
      await world.clock.advance(minutes(1));
      anil.hearsOnly(campSays.en.freed);
      expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['freed']);
    },
    { ...(yesNumber && { yesNumber }), ...(noNumber && { noNumber }) },
  );
});

describe('a request while a camp is filled', () => {
  scenario('may ask a donor who has a half hour, and a gift there frees it', async (world) => {
    const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
    await opensCamp(coordinator);
    const [anil] = await donors(world, 1);
    if (!anil) throw new Error('one donor');
    await world.clock.at(firstEvening);
    anil.hearsOnly(campSays.en.invite);
    await takesFirstTime(anil);
    expect((await theCamp(world)).hope).toBeGreaterThan(0);
    await world.clock.at(at(30, 11));
    await searchedFor(world);
    anil.hearsOnly(says.alert);
    await anil.texts('1');
    anil.hears(says.confirmed);
    await anil.texts('DONE');
    for (const phone of world.phones()) phone.readsEverything();
    const camp = await theCamp(world);
    expect(camp.hope).toBeCloseTo(0, 6);
    expect((await seatsOf(world)).map(({ state }) => state)).toEqual(['freed']);
    await world.clock.at(evening + minutes(2));
    anil.hearsNothing();
    for (const phone of world.phones()) phone.readsEverything();
  });
});

describe('the door', () => {
  scenario('counts an entry that comes twice once, and takes a correction', async (world) => {
    const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
    const volunteer = await world.volunteer('Kavita');
    const stranger = await world.volunteer('Lucknow', { zone: 'lucknow' });
    await opensCamp(coordinator);
    const [anil] = await donors(world, 1);
    if (!anil) throw new Error('one donor');
    await world.clock.at(firstEvening);
    anil.hearsOnly(campSays.en.invite);
    const number = await takesFirstTime(anil);
    await volunteer.texts(`IN ${number}`);
    volunteer.hearsOnly('No camp of your zone');
    await world.clock.at(at(6, 10));
    anil.readsEverything();
    await stranger.texts(`GAVE ${number}`);
    stranger.hearsOnly('No camp of your zone');
    for (const body of [`GAVE ${number}`, `GAVE ${number}`, `IN ${number}`]) {
      await volunteer.texts(body);
      volunteer.hears(number);
    }
    expect(await donorOf(world, anil)).toMatchObject({ donations: 1, record: { came: 1 } });
    await volunteer.texts(`BACK ${number}`);
    volunteer.hearsOnly('1 haemoglobin');
    await volunteer.texts(`BACK ${number} 2`);
    volunteer.hearsOnly('sent home: counted');
    const donor = await donorOf(world, anil);
    expect(donor).toMatchObject({ donations: 0, gifts: [], record: { came: 1, turnedAway: 1 } });
    expect(donor?.lastDonation).toBeUndefined();
    await volunteer.texts('GAVE 9999');
    volunteer.hearsOnly('9999');
    for (const phone of world.phones()) phone.readsEverything();
  });
});
