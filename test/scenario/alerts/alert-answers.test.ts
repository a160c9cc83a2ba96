import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  findsItReal,
  oneUnit,
  pledgeStates,
  readAllMessages,
  searchedFor,
  urgentNeed,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';

describe('an answer to an alert', () => {
  for (const yes of ['1', 'haan', 'हाँ जी', 'Yes', 'ok', '१', 'Haan ji 🙏', '1.']) {
    scenario(`takes "${yes}" as yes`, async (world) => {
      const { amit, others, family } = await oneUnitAsked(world, 4);
      await amit.texts(yes);
      amit.hearsOnly(says.confirmed, family.number);
      family.hearsOnly(says.donorComing, amit.number);
      for (const donor of others) donor.hearsOnly(says.alertCovered);
    });
  }

  for (const no of ['2', 'नहीं', 'nahi', 'NO', 'nahi aa paunga']) {
    scenario(`takes "${no}" as no`, async (world) => {
      const { amit } = await oneUnitAsked(world, 4);
      await amit.texts(no);
      amit.hearsOnly(says.thanksForNo);
    });
  }

  scenario('with a digit that has no meaning repeats what was agreed', async (world) => {
    const { amit } = await amitHasAgreed(world);
    await amit.texts('3');
    amit.hearsOnly(says.alreadyConfirmed);
  });

  scenario('with a digit that has no meaning tells that the need is over', async (world) => {
    const { amit, family } = await oneUnitAsked(world, 4);
    await family.texts('CLOSE');
    await family.texts('1');
    amit.hears(says.alertOver);
    await world.clock.advance(hours(1));
    await amit.texts('3');
    amit.hearsOnly(says.alertOver);
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario('may contain the code, before or after the digit', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world, 4);
    const [bina, chand] = others;
    await bina?.texts(`${code} 2`);
    bina?.hearsOnly(says.thanksForNo, code);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing);
    chand?.hearsOnly(says.alertCovered);
    for (const donor of others.slice(2)) donor.hearsOnly(says.alertCovered);
  });

  scenario('repeats the question after any other digit or text', async (world) => {
    const { amit } = await oneUnitAsked(world, 4);
    await amit.texts('3');
    amit.hearsOnly(says.alert);
    await amit.texts('xyz');
    amit.hearsOnly(says.alert);
    await amit.texts('what is this about');
    amit.hearsOnly('We are Police Mitra');
  });

  scenario('changes nothing when the code is wrong', async (world) => {
    const { amit, code } = await oneUnitAsked(world, 4);
    const wrong = code === '9999' ? '9998' : '9999';
    await amit.texts(`1 ${wrong}`);
    amit.hearsOnly(says.codeUnknown, wrong);
    expect((await world.file(code)).request.pledges).toEqual([]);
  });

  scenario(
    'changes nothing when the donor was not asked for the request of that code',
    async (world) => {
      const salman = await world.donor('Salman', { group: 'A+' });
      const { code, family } = await searchedFor(world, oneUnit);
      family.hears(says.everyoneAsked);
      await salman.texts(`1 ${code}`);
      salman.hearsOnly(says.codeUnknown, code);
      await salman.texts(`2 ${code}`);
      salman.hearsOnly(says.codeUnknown, code);
      expect((await world.file(code)).request.pledges).toEqual([]);
    },
  );

  scenario('has no effect without an alert', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('1');
    amit.hearsOnly(says.nothingToAnswer);
    await amit.texts('haan');
    amit.hearsOnly(says.nothingToAnswer);
  });
});

describe('a second answer to the same alert', () => {
  scenario('changes nothing when it repeats the first', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world, 4);
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
    // The pledge still counts: no other request may ask Amit.
    const person = await world.store.person(amit.number);
    expect(person?.alerts.map((ref) => ref.state)).toEqual(['pledged']);
  });

  scenario('promotes the standby when a yes becomes a no', async (world) => {
    const { amit, others, family, code } = await oneUnitAsked(world, 4);
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
  });

  scenario('confirms the donor when a no becomes a yes while donors are needed', async (world) => {
    const { amit, others, family } = await oneUnitAsked(world, 4);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    for (const donor of others) donor.hearsOnly(says.alertCovered);
  });

  scenario(
    'keeps the order of two events of the same millisecond in the timeline',
    async (world) => {
      const { amit, others, family, code } = await oneUnitAsked(world, 4);
      const [bina] = others;
      await amit.texts('1');
      await bina?.texts('1');
      await amit.texts('DROP');
      await family.closes();
      const { timeline } = await world.file(code);
      const events = timeline.map(({ what }) => what);
      expect(events.slice(events.indexOf('donor-dropped'))).toEqual([
        'donor-dropped',
        'standby-promoted',
        'closed',
        'alerts-closed',
      ]);
      readAllMessages(world);
    },
  );

  scenario('frees the place of a standby who cannot come', async (world) => {
    const { amit, others, family } = await oneUnitAsked(world, 4);
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
  scenario(
    'makes a donor standby after the request is covered, and the next one not needed',
    async (world) => {
      const { amit, others, family, code } = await oneUnitAsked(world, 4);
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
    },
  );

  scenario('hears after the request is closed that blood is no longer needed', async (world) => {
    const { amit, others, family, verifier, code } = await oneUnitAsked(world, 4);
    await family.closes();
    family.hearsOnly(says.closed, code);
    verifier.hearsOnly(says.verifierEndClosed);
    for (const donor of [amit, ...others]) donor.hearsOnly(says.alertOver, code);
    await amit.texts('1');
    amit.hearsOnly(says.lateClosed, code);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.lateClosed, code);
  });

  scenario(
    'asks no other donor when a pledged donor says no after the request has ended',
    async (world) => {
      const { amit, family, verifier, code } = await amitHasAgreed(world, 4);
      await family.closes();
      family.hearsOnly(says.closed, code);
      verifier.hearsOnly(says.verifierEndClosed);
      amit.hearsOnly(says.standDown, code);
      await amit.texts('2');
      amit.hearsOnly(says.thanksForLateNo, code);
      const { request, alerts } = await world.file(code);
      expect(request.pledges.map((p) => p.state)).toEqual(['released']);
      const [pledge] = request.pledges;
      expect(alerts.find((a) => a.id === pledge?.alertId)?.state).toBe('yes');
    },
  );

  scenario('hears after the donation that the request is covered', async (world) => {
    const { amit, others, family, verifier, code } = await amitHasAgreed(world, 4);
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
    'means the newer of two requests without a code, and the older one with its code',
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

describe('a donor with an alert who becomes unavailable', () => {
  scenario('is told to rest and is replaced after giving elsewhere', async (world) => {
    const { amit, code } = await oneUnitAsked(world, 4);
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

  scenario('has nothing to answer after FORGET', async (world) => {
    const { amit, code } = await oneUnitAsked(world, 4);
    await amit.forgets();
    amit.hearsOnly(says.forgotten);
    await amit.texts('LANG EN');
    amit.readsEverything();
    await amit.texts('1');
    amit.hearsOnly(says.nothingToAnswer);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.codeUnknown, code);
  });

  scenario('is not asked for another request after agreeing to one', async (world) => {
    const { amit, others, family, verifier } = await amitHasAgreed(world, 4);
    const geeta = world.phone('Geeta');
    const code = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    await findsItReal(verifier, geeta, code);
    expect(whoIsAsked(others)).toHaveLength(4);
    amit.hearsNothing();
    await others[0]?.texts('1');
    others[0]?.hearsOnly(says.confirmed);
    geeta.hearsOnly(says.donorComing);
    for (const donor of others.slice(1)) donor.hearsOnly(says.alertCovered);
    // Amit cannot come after all, so other requests may ask him again.
    await amit.texts('DROP');
    amit.hearsOnly(says.whyNot);
    await amit.texts('1');
    amit.hearsOnly(says.reasonNoted);
    family.hears(says.donorDropped);
    // The three who were told that both requests are covered.
    for (const donor of others.slice(1)) donor.hearsOnly(says.askedAgain);
    const radha = world.phone('Radha');
    const third = await asksForBlood(radha, oneUnit.replace('Ramesh', 'Mohan'));
    await findsItReal(verifier, radha, third);
    amit.hearsOnly(says.alert, third);
    whoIsAsked(others);
  });

  scenario('cannot be pledged to two patients', async (world) => {
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

describe('a duplicated webhook', () => {
  scenario('pledges the donor once when the same text arrives twice at once', async (world) => {
    world.carrier.faults.duplicateWebhook = 1;
    const { code } = await amitHasAgreed(world, 4);
    expect((await world.file(code)).request.pledges).toHaveLength(1);
  });
});
