import { describe, expect } from 'vitest';
import { after, days, fromCalendar, hours, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
  urgentNeed,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import { callingConfig, testConfig, type World } from '../../world/world.ts';

const plannedNeed = oneUnit.replace('urgent', 'by 26/11 10 am');

/** Parts of the spoken sentences, for recognition. */
const said = {
  alert: 'Can you come',
  confirmed: 'Please come to',
  thanksForNo: 'we will ask someone else',
  covered: 'Enough donors have come forward',
  check: 'If it is true, press one',
  thanksOk: 'we are asking donors now',
  reminder: 'You are awaited',
};

const calling = { config: callingConfig() };
/** Calls go only to phones that take no texts, and to people who prefer calls. */
const quiet = { config: testConfig() };

const prefersCalls = async (world: World, phone: Phone): Promise<void> => {
  const person = await world.store.person(phone.number);
  if (person) await world.store.save([{ put: { ...person, prefersCalls: true } }]);
};

/** Waits until this phone rings. Fails when it does not ring within this time. */
const ringsWithin = async (world: World, phone: Phone, ms: number): Promise<void> => {
  for (let waited = 0; waited < ms && !phone.isRinging(); waited += seconds(5))
    await world.clock.advance(seconds(5));
  expect(phone.isRinging(), `${phone.name}'s phone should ring`).toBe(true);
};

const alertStates = async (world: World, code: string) =>
  (await world.file(code)).alerts.map((a) => a.state);

describe('the call at half of a stage', () => {
  scenario(
    'reaches a donor without an answer for a critical request, who agrees with one key',
    async (world) => {
      const { amit, family, code } = await oneUnitAsked(world);
      await world.clock.advance(minutes(3));
      expect(amit.isRinging()).toBe(false);
      await ringsWithin(world, amit, minutes(1.5));
      const call = await amit.picksUp();
      call.hears(said.alert, 'SRN Hospital');
      await call.presses('1');
      call.hears(said.confirmed);
      await call.hangsUp();
      await world.clock.advance(seconds(30));
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
      amit.readsEverything();
      family.hearsOnly(says.donorComing);
    },
    calling,
  );

  scenario(
    'comes once, whatever its result, and leaves the text open for an answer',
    async (world) => {
      const [amit, bina, chetan] = await donors(world, 3);
      if (!amit || !bina || !chetan) throw new Error('too few donors');
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
    'leaves no message on voicemail and takes it as no answer',
    async (world) => {
      const amit = await world.donor('Amit');
      world.carrier.faults.calls[amit.number] = 'voicemail';
      const { code } = await searchedFor(world, oneUnit);
      amit.hearsOnly(says.alert, code);
      await world.clock.advance(minutes(7));
      const [call] = world.carrier.calls.of(amit.number);
      expect(call?.status).toBe('completed');
      expect(world.carrier.calls.of(amit.number)).toHaveLength(1);
      expect(await pledgeStates(world, code)).toEqual([]);
      expect(await alertStates(world, code)).toEqual(['sent']);
    },
    calling,
  );

  scenario(
    'does not come to a donor who has answered',
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
      `does not come to a donor who has texted ${word}`,
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
    'comes to a donor whose last donation was long enough ago',
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
    'does not come to a donor who is no longer eligible',
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
    'says that the request is covered when that happened while the phone rang',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      if (!amit || !bina) throw new Error('too few donors');
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
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    },
    calling,
  );

  scenario(
    'does not come for a request that is not critical',
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

describe('an alert by call', () => {
  scenario(
    'replaces the text for a donor who prefers calls',
    async (world) => {
      const amit = await world.donor('Amit', { language: 'hi' });
      await prefersCalls(world, amit);
      const { code, family } = await searchedFor(world, oneUnit);
      const call = await amit.picksUp();
      call.hears('आना हो पाए तो एक');
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
    'replaces the text for a landline, and so do the later messages',
    async (world) => {
      const amit = await world.donor('Amit');
      world.carrier.faults.numbers[amit.number] = 30006;
      const { code, family } = await searchedFor(world, oneUnit);
      const call = await amit.picksUp();
      call.hears(said.alert, 'SRN Hospital');
      await call.presses('1');
      call.hears(said.confirmed);
      await call.hangsUp();
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
      family.hearsOnly(says.donorComing);
      // The reminder comes as a call too.
      await ringsWithin(world, amit, hours(2));
      const reminder = await amit.picksUp();
      reminder.hears(said.reminder);
      await reminder.hangsUp();
      amit.hearsNothing();
    },
    quiet,
  );

  scenario(
    'waits for the end of the quiet hours unless the request is critical',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      if (!amit || !bina) throw new Error('too few donors');
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
    'stops for a phone that takes neither texts nor calls, until its owner calls us',
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

describe('the call at half of a verification round', () => {
  scenario(
    'reaches a volunteer without an answer, who verifies with one key',
    async (world) => {
      const amit = await world.donor('Amit');
      const { family, verifier: kavita, code } = await waitsForCheck(world, oneUnit);
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
    'comes once in the last round, however often that round repeats',
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
    'does not come after a verdict by text',
    async (world) => {
      const { code } = await searchedFor(world, oneUnit);
      await world.clock.advance(minutes(6));
      expect((await world.file(code)).request.phase.type).toBe('searching');
      readAllMessages(world);
    },
    calling,
  );
});
