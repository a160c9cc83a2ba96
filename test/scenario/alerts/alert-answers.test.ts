import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { oneUnitAsked } from '../../world/alert-steps.ts';
import { says } from '../../world/expected-messages.ts';
import { scenario } from '../../world/scenario.ts';
import {
  asksForBlood,
  findsItReal,
  oneUnit,
  pledgeStates,
  searchedFor,
  urgentNeed,
  whoIsAsked,
} from '../../world/scenario-steps.ts';

describe('a yes and a no', () => {
  for (const yes of ['1', 'haan', 'हाँ जी', 'Yes', 'ok', '१', 'Haan ji 🙏', '1.']) {
    scenario(`"${yes}" is a yes`, async (world) => {
      const { amit, others, family } = await oneUnitAsked(world);
      await amit.texts(yes);
      amit.hearsOnly(says.confirmed, family.number);
      family.hearsOnly(says.donorComing, amit.number);
      for (const donor of others) donor.hearsOnly(says.alertCovered);
    });
  }

  for (const no of ['2', 'नहीं', 'nahi', 'NO', 'nahi aa paunga']) {
    scenario(`"${no}" is a no`, async (world) => {
      const { amit } = await oneUnitAsked(world);
      await amit.texts(no);
      amit.hearsOnly(says.thanksForNo);
    });
  }

  scenario('the code may stand with it, before or after', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world);
    const [bina, chand] = others;
    await bina?.texts(`${code} 2`);
    bina?.hearsOnly(says.thanksForNo, code);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing);
    chand?.hearsOnly(says.alertCovered);
    for (const donor of others.slice(2)) donor.hearsOnly(says.alertCovered);
  });

  scenario('any other digit hears the question once more', async (world) => {
    const { amit } = await oneUnitAsked(world);
    await amit.texts('3');
    amit.hearsOnly(says.alert);
    await amit.texts('what is this about');
    amit.hearsOnly(says.alert);
  });

  scenario('a wrong code changes nothing', async (world) => {
    const { amit, code } = await oneUnitAsked(world);
    const wrong = code === '9999' ? '9998' : '9999';
    await amit.texts(`1 ${wrong}`);
    amit.hearsOnly(says.codeUnknown, wrong);
    expect((await world.file(code)).request.pledges).toEqual([]);
  });

  scenario('the code of a request one was not asked for changes nothing', async (world) => {
    const salman = await world.donor('Salman', { group: 'A+' });
    const { code, family } = await searchedFor(world, oneUnit);
    family.hears(says.everyoneAsked);
    await salman.texts(`1 ${code}`);
    salman.hearsOnly(says.notAsked, code);
    await salman.texts(`2 ${code}`);
    salman.hearsOnly(says.notAsked, code);
    expect((await world.file(code)).request.pledges).toEqual([]);
  });

  scenario('without an alert there is nothing to answer', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('1');
    amit.hearsOnly(says.nothingToAnswer);
    await amit.texts('haan');
    amit.hearsOnly(says.nothingToAnswer);
  });
});

describe('a second answer', () => {
  scenario('the same again changes nothing', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world);
    const [bina] = others;
    await bina?.texts('2');
    bina?.hearsOnly(says.thanksForNo);
    await bina?.texts('2');
    bina?.hearsOnly(says.alreadySaidNo);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others.slice(1)) donor.hearsOnly(says.alertCovered);
    await amit.texts('1');
    amit.hearsOnly(says.alreadyConfirmed);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.alreadyConfirmed);
    const { request } = await world.file(code);
    expect(request.pledges.map((p) => p.state)).toEqual(['confirmed']);
    // Still promised: nobody else may ask.
    const person = await world.store.person(amit.number);
    expect(person?.alerts.map((ref) => ref.state)).toEqual(['pledged']);
  });

  scenario(
    'first yes, then no: the place is free again, and the next in line has it',
    async (world) => {
      const { amit, others, family, code } = await oneUnitAsked(world);
      const [bina, ...rest] = others;
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      family.hearsOnly(says.donorComing, 'Amit');
      for (const donor of others) donor.hearsOnly(says.alertCovered);
      await bina?.texts('1');
      bina?.hearsOnly(says.standby, code);
      await amit.texts('2');
      amit.hearsOnly(says.whyNot);
      bina?.hearsOnly(says.promoted, code);
      family.hears(says.donorDropped, 'Amit');
      family.hearsOnly(says.donorComing, 'Donor 1');
      await amit.texts('1'); // the reason: I could not come
      amit.hearsOnly(says.reasonNoted);
      for (const donor of rest) donor.hearsNothing();
    },
  );

  scenario('first no, then yes: a yes, while there is room', async (world) => {
    const { amit, others, family } = await oneUnitAsked(world);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
  });

  scenario(
    'two words in the same millisecond stand in the timeline one after the other',
    async (world) => {
      const { amit, others, family, code } = await oneUnitAsked(world);
      const [bina] = others;
      await amit.texts('1');
      await bina?.texts('1');
      await amit.texts('DROP');
      await family.texts('CLOSE');
      const { timeline } = await world.file(code);
      const told = timeline.map(({ what }) => what);
      expect(told.slice(told.indexOf('donor-dropped'))).toEqual([
        'donor-dropped',
        'standby-promoted',
        'closed',
        'alerts-closed',
      ]);
      for (const phone of world.phones()) phone.readsEverything();
    },
  );

  scenario('a standby who cannot come after all gives up the place', async (world) => {
    const { amit, others, family } = await oneUnitAsked(world);
    const [bina, chand, ...rest] = others;
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    await bina?.texts('1');
    bina?.hearsOnly(says.standby);
    await bina?.texts('1');
    bina?.hearsOnly(says.alreadyStandby);
    await bina?.texts('2');
    bina?.hearsOnly(says.whyNot);
    await chand?.texts('1');
    chand?.hearsOnly(says.standby);
    family.hearsNothing();
    for (const donor of rest) donor.hearsNothing();
  });
});

describe('a late answer', () => {
  scenario('after it is covered: standby while there is room, then covered', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    const [bina, chand, dev, eva] = others;
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    await bina?.texts('1');
    bina?.hearsOnly(says.standby, code);
    await chand?.texts('1');
    chand?.hearsOnly(says.covered, code);
    await dev?.texts('2');
    dev?.hearsOnly(says.thanksForLateNo, code);
    eva?.hearsNothing();
  });

  scenario('after it is closed: no longer needed', async (world) => {
    const { amit, others, family, verifier, code } = await oneUnitAsked(world);
    await family.texts('CLOSE');
    family.hearsOnly(says.closed, code);
    verifier.hearsOnly(says.verifierEndClosed);
    for (const donor of [amit, ...others]) donor.hearsOnly(says.alertOver, code);
    await amit.texts('1');
    amit.hearsOnly(says.lateClosed, code);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.lateClosed, code);
  });

  scenario('whoever had promised says no once it is over: nobody else is asked', async (world) => {
    const { amit, others, family, verifier, code } = await oneUnitAsked(world);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    await family.texts('CLOSE');
    family.hearsOnly(says.closed, code);
    verifier.hearsOnly(says.verifierEndClosed);
    amit.hearsOnly(says.standDown, code);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForLateNo, code);
    const { request, alerts } = await world.file(code);
    expect(request.pledges.map((p) => p.state)).toEqual(['released']);
    const [his] = request.pledges;
    expect(alerts.find((a) => a.id === his?.alertId)?.state).toBe('yes');
  });

  scenario('after the blood was given: covered', async (world) => {
    const { amit, others, family, verifier, code } = await oneUnitAsked(world);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    await amit.texts('DONE');
    amit.hearsOnly(says.thanks);
    family.hearsOnly(says.fulfilled);
    verifier.hearsOnly(says.verifierEnd);
    await others[0]?.texts('1');
    others[0]?.hearsOnly(says.covered, code);
    await amit.texts('1');
    amit.hearsOnly(says.alreadyGiven);
    await amit.texts('2');
    amit.hearsOnly(says.alreadyGiven);
  });

  scenario(
    'hours later, with two requests: a bare 1 is about the newer, the code finds the older',
    async (world) => {
      const amit = await world.donor('Amit');
      const old = await searchedFor(world, urgentNeed.replace('urgent', 'by 26/11 10 am'));
      amit.hearsOnly(says.alert, old.code);
      await world.clock.advance(hours(6) + minutes(5));
      old.family.hearsOnly(says.everyoneAsked);
      const geeta = world.phone('Geeta');
      const code = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
      await findsItReal(old.verifier, geeta, code);
      amit.hearsOnly(says.alert, code);
      await amit.texts(`2 ${old.code}`);
      amit.hearsOnly(says.thanksForNo, old.code);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed, code);
      geeta.hearsOnly(says.donorComing);
    },
  );
});

describe('somebody who may not give any more', () => {
  scenario('gave elsewhere in the meantime: is told to rest, and replaced', async (world) => {
    const { amit, code } = await oneUnitAsked(world);
    await amit.texts('GAVE 20/11');
    amit.hearsOnly(says.gaveNoted);
    await amit.texts('1');
    amit.hearsOnly(says.rest, code);
    const bina = await world.donor('Bina');
    await world.clock.advance(minutes(2));
    bina.hearsNothing();
    expect((await world.file(code)).request.pledges).toEqual([]);
    await world.clock.advance(minutes(7));
    bina.hearsOnly(says.alert);
  });

  scenario('asked to be forgotten: there is nothing to answer', async (world) => {
    const { amit, code } = await oneUnitAsked(world);
    await amit.texts('FORGET');
    amit.hearsOnly(says.forgotten);
    await amit.texts('LANG EN');
    amit.readsEverything();
    await amit.texts('1');
    amit.hearsOnly(says.nothingToAnswer);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.notAsked, code);
  });

  scenario('whoever has said yes to one request is not asked for another', async (world) => {
    const { amit, others, family, verifier } = await oneUnitAsked(world);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    const geeta = world.phone('Geeta');
    const code = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    await findsItReal(verifier, geeta, code);
    expect(whoIsAsked(others)).toHaveLength(4);
    amit.hearsNothing();
    await others[0]?.texts('1');
    others[0]?.hearsOnly(says.confirmed);
    geeta.hearsOnly(says.donorComing);
    for (const donor of others.slice(1)) donor.hearsOnly(says.alertCovered);
    // Amit cannot come after all: from now on he may be asked for others again.
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('1');
    amit.hearsOnly(says.reasonNoted);
    family.hears(says.donorDropped);
    family.hears(says.everyoneAsked);
    const radha = world.phone('Radha');
    const third = await asksForBlood(radha, oneUnit.replace('Ramesh', 'Mohan'));
    await findsItReal(verifier, radha, third);
    amit.hearsOnly(says.alert, third);
    whoIsAsked(others);
  });

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
    expect(await pledgeStates(world, first.code)).toEqual([]);
    for (const phone of [amit, other, first.family, first.verifier]) phone.readsEverything();
  });
});

describe('the same text', () => {
  scenario('the same text twice in the same moment', async (world) => {
    world.carrier.faults.duplicateWebhook = 1;
    const { amit, others, family, code } = await oneUnitAsked(world);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
    expect((await world.file(code)).request.pledges).toHaveLength(1);
  });
});
