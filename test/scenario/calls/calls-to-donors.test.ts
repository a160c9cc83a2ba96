import { describe, expect } from 'vitest';
import { after, days, fromCalendar, hours, minutes, seconds } from '#shared/terms/time.ts';
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
} from '../../world/scenario-steps.ts';
import { callingConfig, testConfig, type World } from '../../world/world.ts';

const plannedNeed = oneUnit.replace('urgent', 'by 26/11 10 am');

/** Words by which a person recognises what is said to them aloud. */
const said = {
  alert: 'Can you come?',
  confirmed: 'Please come to',
  thanksForNo: 'we will ask someone else',
  covered: 'Enough donors have come forward',
  check: 'If it is true, press one',
  thanksOk: 'we are asking donors now',
  reminder: 'You are awaited',
};

const calling = { config: callingConfig() };
/** Only those are called whom a text does not reach, or who want it so. */
const quiet = { config: testConfig() };

const prefersCalls = async (world: World, phone: Phone): Promise<void> => {
  const person = await world.store.person(phone.number);
  if (person) await world.store.save([{ put: { ...person, prefersCalls: true } }]);
};

/** Until this phone rings; fails when it does not within so long. */
const ringsWithin = async (world: World, phone: Phone, ms: number): Promise<void> => {
  for (let waited = 0; waited < ms && !phone.isRinging(); waited += seconds(5))
    await world.clock.advance(seconds(5));
  expect(phone.isRinging(), `${phone.name}'s phone should ring`).toBe(true);
};

const pledges = async (world: World, code: string) =>
  (await world.file(code)).request.pledges.map((p) => p.state);
const alertStates = async (world: World, code: string) =>
  (await world.file(code)).alerts.map((a) => a.state);

describe('a donor who has not answered by half of the stage', () => {
  scenario(
    'is called for a critical request, and comes by pressing one',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family, code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert, code);
      await world.clock.advance(minutes(3));
      expect(amit.isRinging()).toBe(false);
      await ringsWithin(world, amit, minutes(1.5));
      const call = await amit.picksUp();
      call.hears(said.alert, 'SRN Hospital');
      await call.presses('1');
      call.hears(said.confirmed);
      await call.hangsUp();
      await world.clock.advance(seconds(30));
      expect(await pledges(world, code)).toEqual(['confirmed']);
      amit.readsEverything();
      family.hearsOnly(says.donorComing);
    },
    calling,
  );

  scenario(
    'is called once, whatever becomes of the call; the text can still be answered',
    async (world) => {
      const [amit, bina, chetan] = await donors(world, 3);
      if (!amit || !bina || !chetan) return;
      world.carrier.faults.calls[amit.number] = 'busy';
      const { code, family } = await searchedFor(world, oneUnit);
      for (const donor of [amit, bina, chetan]) donor.hearsOnly(says.alert, code);
      await ringsWithin(world, bina, minutes(5));
      await bina.missesCall();
      if (chetan.isRinging()) await chetan.declines();
      else await chetan.missesCall();
      await world.clock.advance(hours(1));
      for (const { number } of [amit, bina, chetan])
        expect(world.carrier.calls.of(number)).toHaveLength(1);
      expect(await alertStates(world, code)).toEqual(['sent', 'sent', 'sent']);
      family.hears(says.everyoneAsked);
      await amit.texts('1');
      amit.hears(says.confirmed);
      bina.hears(says.alertCovered);
      chetan.hears(says.alertCovered);
      family.hearsOnly(says.donorComing);
    },
    calling,
  );

  scenario(
    'whose voicemail picks up: no key, no answer, and nothing is left on it',
    async (world) => {
      const amit = await world.donor('Amit');
      world.carrier.faults.calls[amit.number] = 'voicemail';
      const { code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert, code);
      await world.clock.advance(minutes(7));
      const [call] = world.carrier.calls.of(amit.number);
      expect(call?.status).toBe('completed');
      expect(world.carrier.calls.of(amit.number)).toHaveLength(1);
      expect(await pledges(world, code)).toEqual([]);
      expect(await alertStates(world, code)).toEqual(['sent']);
    },
    calling,
  );

  scenario(
    'is not called who has answered before',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      const { code, family } = await searchedFor(world, urgentNeed);
      amit?.hearsOnly(says.alert, code);
      bina?.hearsOnly(says.alert, code);
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing);
      await bina?.texts('2');
      bina?.hearsOnly(says.thanksForNo);
      await world.clock.advance(minutes(7));
      family.hearsOnly(says.everyoneAsked);
    },
    calling,
  );

  for (const word of ['PAUSE 30', 'PAUSE malaria', 'GAVE 1/11'])
    scenario(
      `is not called who has texted ${word} instead`,
      async (world) => {
        const amit = await world.donor('Amit');
        const { code } = await searchedFor(world, urgentNeed);
        amit.hearsOnly(says.alert, code);
        await amit.texts(word);
        amit.hearsOnly(/not ask you/);
        expect(await alertStates(world, code)).toEqual(['no']);
        await world.clock.advance(minutes(6));
        expect(amit.isRinging() || amit.missedCalls() > 0).toBe(false);
        await amit.texts('2');
        amit.hearsOnly(says.alreadySaidNo);
      },
      calling,
    );

  scenario(
    'is called who gave so long ago that they may give again',
    async (world) => {
      const amit = await world.donor('Amit');
      const { code } = await searchedFor(world, urgentNeed);
      amit.hearsOnly(says.alert, code);
      await amit.texts('GAVE 1/6/2026');
      amit.hearsOnly(says.gaveNoted);
      expect(await alertStates(world, code)).toEqual(['sent']);
      await ringsWithin(world, amit, minutes(6));
      await amit.declines();
    },
    calling,
  );

  scenario(
    'is not called who may not give any more, whoever has said so',
    async (world) => {
      const amit = await world.donor('Amit');
      const { code } = await searchedFor(world, urgentNeed);
      amit.hearsOnly(says.alert, code);
      const person = await world.store.person(amit.number);
      const donor = person?.donor && {
        ...person.donor,
        pausedUntil: after(world.clock.now(), days(30)),
      };
      if (person && donor) await world.store.save([{ put: { ...person, donor } }]);
      await world.clock.advance(minutes(7));
      expect(amit.isRinging()).toBe(false);
    },
    calling,
  );

  scenario(
    'hears the truth when it was covered while it rang',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      if (!amit || !bina) return;
      const { code, family } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert, code);
      bina.hearsOnly(says.alert, code);
      await ringsWithin(world, bina, minutes(5));
      await amit.textsAtOnce('1');
      await world.clock.advance(seconds(3));
      const call = await bina.picksUp();
      call.hears(said.covered);
      expect(call.unheard().join()).not.toContain(said.alert);
      await call.hangsUp();
      if (amit.isRinging()) await amit.declines();
      else await amit.missesCall();
      amit.hears(says.confirmed);
      family.hearsOnly(says.donorComing);
      bina.hearsOnly(says.alertCovered);
      expect(await pledges(world, code)).toEqual(['confirmed']);
    },
    calling,
  );

  scenario(
    'is left alone for a request that is not critical',
    async (world) => {
      const amit = await world.donor('Amit');
      const { code, family } = await searchedFor(world, plannedNeed);
      amit.hearsOnly(says.alert, code);
      await world.clock.advance(minutes(40));
      family.hearsOnly(says.everyoneAsked);
    },
    calling,
  );
});

describe('a donor who is asked by a call', () => {
  scenario(
    'because they prefer it: no text, one call, one key',
    async (world) => {
      const amit = await world.donor('Amit', { language: 'hi' });
      await prefersCalls(world, amit);
      const { code, family } = await searchedFor(world, oneUnit);
      const call = await amit.picksUp();
      call.hears('क्या आना हो पाएगा');
      await call.presses('2');
      await call.hangsUp();
      expect(await alertStates(world, code)).toEqual(['no']);
      await world.clock.advance(minutes(10));
      family.hears(says.everyoneAsked);
      amit.hearsNothing();
    },
    quiet,
  );

  scenario(
    'because a landline takes no texts: what follows is said aloud too',
    async (world) => {
      const amit = await world.donor('Amit');
      world.carrier.faults.numbers[amit.number] = 30006;
      const { code, family } = await searchedFor(world, oneUnit);
      const call = await amit.picksUp();
      call.hears(said.alert, 'SRN Hospital');
      await call.presses('1');
      call.hears(said.confirmed);
      await call.hangsUp();
      expect(await pledges(world, code)).toEqual(['confirmed']);
      family.hearsOnly(says.donorComing);
      // The reminder before the hour rings as well.
      await ringsWithin(world, amit, hours(2));
      const reminder = await amit.picksUp();
      reminder.hears(said.reminder);
      await reminder.hangsUp();
      amit.hearsNothing();
    },
    quiet,
  );

  scenario(
    'hears nothing at night, unless it is critical',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      if (!amit || !bina) return;
      await prefersCalls(world, amit);
      const { code } = await searchedFor(world, plannedNeed);
      expect(amit.isRinging()).toBe(false);
      expect(await alertStates(world, code)).toEqual([]);
      await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 24, hour: 7, minute: 2 }));
      await amit.missesCall();
      bina.hearsOnly(says.alert, code);
    },
    { ...quiet, start: fromCalendar({ year: 2026, month: 11, day: 23, hour: 22 }) },
  );

  scenario(
    'and cannot be called either is left alone, until they call us',
    async (world) => {
      const amit = await world.donor('Amit');
      world.carrier.faults.numbers[amit.number] = 30006;
      world.carrier.faults.calls[amit.number] = 21211;
      const { family, verifier } = await searchedFor(world, oneUnit);
      await world.clock.advance(minutes(10));
      family.hears(says.everyoneAsked);
      const person = await world.store.person(amit.number);
      expect(person).toMatchObject({ unreachable: {}, uncallable: { error: '21211' } });
      const geeta = world.phone('Geeta');
      const second = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
      await findsItReal(verifier, geeta, second);
      await world.clock.advance(minutes(10));
      geeta.hears(says.everyoneAsked);
      expect(await alertStates(world, second)).toEqual([]);
      delete world.carrier.faults.calls[amit.number];
      const call = await amit.calls();
      await call.hangsUp();
      expect((await world.store.person(amit.number))?.uncallable).toBeUndefined();
    },
    quiet,
  );
});

describe('a volunteer', () => {
  scenario(
    'who has not answered the text by half of the round is called, and verifies by a key',
    async (world) => {
      const amit = await world.donor('Amit');
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(family, oneUnit);
      kavita.hearsOnly(says.pleaseCheck, code);
      await world.clock.advance(minutes(2));
      expect(kavita.isRinging()).toBe(false);
      await ringsWithin(world, kavita, minutes(1.5));
      const call = await kavita.picksUp();
      call.hears(said.check);
      await call.presses('1');
      call.hears(said.thanksOk);
      await call.hangsUp();
      await world.clock.advance(seconds(30));
      family.hears(code, says.verified);
      amit.hearsOnly(says.alert, code);
    },
    calling,
  );

  scenario(
    'of the last round is called once, however often it comes round',
    async (world) => {
      const family = world.phone('Sunita');
      const meera = await world.volunteer('Meera', { role: 'coordinator' });
      await asksForBlood(family, oneUnit);
      meera.hearsOnly(says.pleaseCheck);
      world.carrier.faults.calls[meera.number] = 'voicemail';
      await world.clock.advance(hours(2));
      expect(meera.hearsAll(says.pleaseCheck)).toBeGreaterThan(1);
      expect(world.carrier.calls.of(meera.number)).toHaveLength(1);
      family.readsEverything();
    },
    calling,
  );

  scenario(
    'who has settled it by text is not called',
    async (world) => {
      const { code } = await searchedFor(world, oneUnit);
      await world.clock.advance(minutes(6));
      expect((await world.file(code)).request.phase.type).toBe('searching');
      for (const phone of world.phones()) phone.readsEverything();
    },
    calling,
  );
});
