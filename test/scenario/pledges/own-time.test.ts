import { describe, expect } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { pledgeStates, readAllMessages } from '../../world/steps/scenario-steps.ts';

describe("a donor's own time", () => {
  for (const words of ['2 hours, coming', '2 ghante me aa jaunga', '2 घंटे में आऊंगा']) {
    scenario(`"${words}" to an alert is kept by family, reminder and no-show`, async (world) => {
      const { amit, family, code } = await oneUnitAsked(world);
      const agreedAt = world.clock.now();
      await amit.texts(words);
      amit.hears(code);
      family.hearsOnly(says.donorComing, 'Amit');
      const [pledge] = (await world.file(code)).request.pledges;
      const [arriveBy = 0, named] = [pledge?.arriveBy, agreedAt + hours(2)];
      expect(Math.abs(arriveBy - named)).toBeLessThanOrEqual(minutes(7.5));
      expect(arriveBy % minutes(15)).toBe(0);
      const early = named - arriveBy;
      await amit.texts('LANG EN');
      amit.readsEverything();
      await world.clock.advance(minutes(74) - early);
      amit.hearsNothing();
      await world.clock.advance(minutes(2));
      amit.hearsOnly(says.reminder);
      await world.clock.advance(minutes(45));
      amit.hearsOnly(says.arrived);
      await world.clock.advance(minutes(31));
      amit.hearsOnly(says.noShow);
      family.hears(says.donorDidNotCome, 'Amit');
      readAllMessages(world);
    });
  }

  for (const words of ['will come in 3 hours', '3 ghante me aa raha hu', '3 घंटे में आऊंगा']) {
    scenario(`"${words}" from a confirmed donor moves the visit`, async (world) => {
      const { amit, family, code } = await amitHasAgreed(world);
      await amit.texts(words);
      amit.hears(code);
      family.hearsOnly(says.donorNewTime, code, 'Amit');
      await amit.texts('LANG EN');
      amit.readsEverything();
      await world.clock.advance(hours(2));
      amit.hearsNothing();
      await world.clock.advance(minutes(17));
      amit.hearsOnly(says.reminder);
      expect(await pledgeStates(world, code)).toEqual(['confirmed']);
    });
  }

  scenario('moves the visit when the donor is asked for the arrival', async (world) => {
    const { amit, family, code } = await amitHasAgreed(world);
    await world.clock.advance(minutes(91));
    amit.readsEverything();
    await amit.texts('1 ghante me aa raha hu');
    amit.hears(code);
    family.hearsOnly(says.donorNewTime);
    await amit.texts('LANG EN');
    amit.readsEverything();
    // The hour is kept to the quarter.
    await world.clock.advance(minutes(52));
    amit.hearsNothing();
    await world.clock.advance(minutes(16));
    amit.hearsOnly(says.arrived);
  });

  scenario('after the blood is needed is told so, and changes nothing', async (world) => {
    const { amit, family, code } = await oneUnitAsked(world);
    await amit.texts('I will come in 9 hours');
    amit.hearsOnly(says.ownTimeTooLate, code);
    expect(await pledgeStates(world, code)).toEqual([]);
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    await amit.texts('coming in 9 hours');
    amit.hearsOnly(says.ownTimeTooLateAgreed, code);
    family.hearsNothing();
  });
});

describe("a donor's plain words", () => {
  for (const words of ['on my way', 'yes sure', 'haan aa raha hu 💪', 'haan ji bilkul']) {
    scenario(`"${words}" to an alert means yes`, async (world) => {
      const { amit, family } = await oneUnitAsked(world);
      await amit.texts(words);
      amit.readsEverything();
      family.hearsOnly(says.donorComing);
    });
  }
  for (const words of ['not possible today', 'main bahar hu shahar se', 'sorry, out of station']) {
    scenario(`"${words}" to an alert means no`, async (world) => {
      const { amit, code } = await oneUnitAsked(world);
      await amit.texts(words);
      amit.readsEverything();
      const [alert] = (await world.file(code)).alerts;
      expect(alert?.state).toBe('no');
      readAllMessages(world);
    });
  }
  for (const words of ['cannot come now', 'nahi ho payega ab', 'cancel kr do mera']) {
    scenario(`"${words}" from a confirmed donor frees the place`, async (world) => {
      const { amit, family, code } = await amitHasAgreed(world);
      await amit.texts(words);
      amit.readsEverything();
      family.hears(says.donorDropped, 'Amit');
      expect(await pledgeStates(world, code)).toEqual(['dropped']);
      readAllMessages(world);
    });
  }
});
