import { describe } from 'vitest';
import { hours } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { amitHasAgreed, oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  englishPhone,
  findsItReal,
  oneUnit,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/** Amit has chosen English, so that Hindi words get an English reply. */
const amitAsked = async (world: World) => {
  const story = await oneUnitAsked(world);
  await story.amit.texts('LANG EN');
  readAllMessages(world);
  return story;
};

/** The request is closed, and another of the same family is verified and searched for. Amit hears of neither. */
const staysUnasked = async (world: World, amit: Phone, family: Phone, verifier: Phone) => {
  readAllMessages(world);
  await family.closes();
  family.hearsOnly(says.closed);
  verifier.hearsOnly(says.verifierEndClosed);
  amit.hearsNothing();
  const code = await asksForBlood(family, oneUnit);
  await findsItReal(verifier, family, code);
  await world.clock.advance(hours(1));
  amit.hearsNothing();
  readAllMessages(world);
};

describe('a donor who wants no more messages', () => {
  const words = [
    'Do not call me again',
    'Remove me from your list',
    'mujhe message mat bhejo',
    'मैसेज मत भेजो',
    'unsubscribe please',
    'band karo ye sab',
    'Stop. Thank you',
    'STOP!',
    'Stop.',
    'STOP..',
    'stop!!!',
    'opt out',
    'not interested',
    'mera naam list se hata do',
    'I am not interested, please don’t message me any more 🙏',
    'stop sending messages',
    'bhai mujhe phone mat karo dobara',
    'मुझे परेशान मत करो',
    'please take my number off your list',
    'ye sab band kar do',
    'कृपया मुझे कॉल न करें',
  ];
  for (const text of words)
    scenario(`is asked no more after "${text}"`, async (world) => {
      const { amit, family, verifier } = await amitAsked(world);
      await amit.texts(text);
      amit.hearsOnly(says.alertsEnded, 'ON');
      await staysUnasked(world, amit, family, verifier);
    });

  scenario('is asked again after ON', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('do not message me');
    amit.hearsOnly(says.alertsEnded);
    await amit.texts('MYDATA');
    amit.hears('We do not ask this number');
    amit.readsEverything();
    await amit.texts('ON');
    amit.hearsOnly(says.resumed);
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    readAllMessages(world);
    await family.closes();
    readAllMessages(world);
  });

  scenario('hears what was asked before, and a yes after it counts', async (world) => {
    const { amit, family, code } = await amitAsked(world);
    await amit.texts('not interested');
    amit.hearsOnly(says.alertsEnded);
    await amit.texts(`1 ${code}`);
    amit.hearsOnly(says.confirmed);
    family.hears(says.donorComing);
    readAllMessages(world);
  });

  scenario('keeps a pledge, and hears how to withdraw it', async (world) => {
    const { amit } = await amitHasAgreed(world);
    await amit.texts('do not send me messages');
    amit.hearsOnly(says.alertsEnded, 'DROP');
  });

  for (const text of [
    'do not call me now',
    'call mat karo message karo',
    'do not message me before Sunday',
    'abhi phone mat karo',
    'not interested in money',
    'please stop the bleeding',
    'mat bhejo kisi aur ko, main hu na',
    'फोन मत करो, मैसेज करो',
  ])
    scenario(`is not meant by "${text}"`, async (world) => {
      const { amit } = await amitAsked(world);
      await amit.texts(text);
      amit.hears(says.alert);
    });

  scenario('may be a stranger', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts('stop messaging me');
    ravi.hearsOnly(says.leftAlone);
  });

  scenario('is not the family of an open request', async (world) => {
    const { family, code } = await searchedFor(world, oneUnit);
    readAllMessages(world);
    await family.texts('stop calling me');
    family.hearsOnly(`CLOSE ${code}`);
  });

  scenario('may be a volunteer, who goes off duty', async (world) => {
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('do not disturb me');
    kavita.hearsOnly(says.dutyOff);
  });
});

describe('a number of another person', () => {
  for (const text of [
    'You have the wrong person, I never joined this',
    'aap kisi aur ko dhoondh rahe hain',
    'This is not Amit. Who is this?',
    'गलत नंबर है',
    'main Amit nahi hu',
    'Wrong number',
    'ye kisi aur ka number hai bhai',
  ])
    scenario(`is asked no more after "${text}"`, async (world) => {
      const { amit, family, verifier } = await amitAsked(world);
      await amit.texts(text);
      amit.hearsOnly(says.wrongPerson, 'FORGET');
      await staysUnasked(world, amit, family, verifier);
    });

  for (const text of ['Amit is not at home', 'hospital ka number nahi mila'])
    scenario(`is not meant by "${text}"`, async (world) => {
      const { amit } = await amitAsked(world);
      await amit.texts(text);
      amit.hears(says.alert);
    });

  scenario('is the right one when the donor has agreed to come', async (world) => {
    const { amit } = await amitHasAgreed(world);
    await amit.texts('wrong number');
    amit.hearsOnly(says.alreadyConfirmed);
  });
});

describe('a donor who has died', () => {
  for (const text of [
    'He passed away last year',
    'वे अब नहीं रहे, गुजर गए',
    'unki death ho gayi pichhle saal',
    'my husband has died',
  ])
    scenario(`is asked no more after "${text}"`, async (world) => {
      const { amit, family, verifier } = await amitAsked(world);
      await amit.texts(text);
      amit.hearsOnly(says.sorryNotAsked);
      await staysUnasked(world, amit, family, verifier);
    });

  scenario('is not the patient', async (world) => {
    const { amit, family, code } = await amitAsked(world);
    await amit.texts('the patient has died');
    amit.hearsOnly(says.sorryForLoss);
    await family.texts('he passed away');
    family.hearsOnly(says.sorryForLoss, `CLOSE ${code}`);
    await amit.texts('2');
    readAllMessages(world);
  });

  scenario('is not the patient of a donor who has agreed', async (world) => {
    const { amit } = await amitHasAgreed(world);
    await amit.texts('he passed away');
    amit.hearsOnly(says.sorryForLoss, says.alreadyConfirmed);
  });
});
