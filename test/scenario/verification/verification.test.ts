import { describe, expect } from 'vitest';
import { hours } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import { scenario } from '../../world/scenario.ts';
import { asksForBlood, findsItReal, searchedFor, urgentNeed } from '../../world/scenario-steps.ts';

describe('what a volunteer says', () => {
  scenario('the first answer wins, and the others hear whose it was', async (world) => {
    const family = world.phone('Sunita');
    const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
    const code = await asksForBlood(family);
    mohan.hears(says.pleaseCheck, code);
    await findsItReal(kavita, family, code);
    mohan.hearsOnly(says.taken, code, 'Kavita', 'found it real');
    await mohan.texts(`NO ${code} too late`);
    mohan.hearsOnly(says.already, code);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.already, code);
    family.hears(says.everyoneAsked);
  });

  scenario('no, with a reason: the family hears it, and nobody is asked', async (world) => {
    const donor = await world.donor('Amit');
    const family = world.phone('Sunita');
    const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
    const code = await asksForBlood(family);
    for (const verifier of [kavita, mohan]) verifier.hears(says.pleaseCheck, code);
    await kavita.texts(`no ${code} family wants to pay a broker`);
    kavita.hearsOnly(says.thanksNo);
    mohan.hearsOnly(says.taken, 'Kavita', 'said no');
    family.hearsOnly(says.refused, 'family wants to pay a broker');
    await mohan.texts(`OK ${code}`);
    mohan.hearsOnly(says.already);
    await family.texts('STATUS');
    family.hearsOnly(says.statusNone);
    await world.clock.advance(hours(20));
    donor.hearsNothing();
  });

  scenario('OK without a code is enough when one request waits, not when two do', async (world) => {
    const [sunita, geeta] = [world.phone('Sunita'), world.phone('Geeta')];
    const kavita = await world.volunteer('Kavita');
    const one = await asksForBlood(sunita);
    const two = await asksForBlood(geeta);
    kavita.hears(says.pleaseCheck, one);
    kavita.hears(says.pleaseCheck, two);
    await kavita.texts('OK');
    kavita.hearsOnly(says.whichToVerify, one, two);
    await kavita.texts(`OK ${two}`);
    kavita.hearsOnly(says.thanksOk, two);
    geeta.hears(says.verified);
    geeta.hearsOnly(says.everyoneAsked);
    await kavita.texts('ठीक है');
    kavita.hearsOnly(says.thanksOk, one);
    sunita.hears(says.verified);
    sunita.hearsOnly(says.everyoneAsked);
    await kavita.texts('OK');
    kavita.hearsOnly(says.nothingToVerify);
  });

  scenario('a code nobody knows, and one that is long settled', async (world) => {
    const { family, verifier, code } = await searchedFor(world);
    family.hears(says.everyoneAsked);
    await verifier.texts('OK 9999');
    verifier.hearsOnly(says.unknownToVerify, '9999');
    await verifier.texts(`OK ${code}`);
    verifier.hearsOnly(says.already);
    family.hearsNothing();
  });

  scenario('off duty, one is asked to come on duty first', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(family);
    kavita.hears(says.pleaseCheck);
    await kavita.texts('OFF');
    kavita.hearsOnly(says.dutyOff);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.offDuty);
    await kavita.texts('ON');
    kavita.hearsOnly(says.dutyOn);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.thanksOk);
    family.hears(says.verified);
    family.hearsOnly(says.everyoneAsked);
  });

  scenario('nobody verifies their own request', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const mohan = await world.volunteer('Mohan');
    const code = await asksForBlood(kavita);
    mohan.hearsOnly(says.pleaseCheck, code);
    await kavita.texts(`OK ${code}`);
    kavita.hearsOnly(says.ownRequest, code);
    await mohan.texts(`OK ${code}`);
    mohan.hearsOnly(says.thanksOk);
    kavita.hears(says.verified);
    kavita.hearsOnly(says.everyoneAsked);
  });

  scenario('OK from somebody who is no volunteer verifies nothing', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const amit = await world.donor('Amit');
    const code = await asksForBlood(family);
    kavita.hears(says.pleaseCheck);
    await family.texts(`OK ${code}`);
    family.hearsOnly(says.notAsked, code);
    await amit.texts(`OK ${code}`);
    amit.hearsOnly(says.notAsked, code);
    await family.texts('STATUS');
    family.hearsOnly(says.statusVerifying);
  });

  scenario('OK of a volunteer who is asked as a donor is a yes, on duty or off', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const mohan = await world.donor('Mohan');
    await world.makeVolunteer(mohan);
    await mohan.texts('OFF');
    mohan.hears(says.dutyOff);
    const family = world.phone('Sunita');
    const code = await asksForBlood(family);
    await findsItReal(kavita, family, code);
    mohan.hearsOnly(says.alert, code);
    await mohan.texts('OK');
    mohan.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing, 'Mohan');
    await mohan.texts(`OK ${code}`);
    mohan.hearsOnly(says.alreadyConfirmed, code);
  });

  scenario('with a request to check as well, OK is about that request', async (world) => {
    const mohan = await world.donor('Mohan');
    const { family, verifier, code } = await searchedFor(world);
    mohan.hears(says.alert, code);
    await world.makeVolunteer(mohan);
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, urgentNeed.replaceAll('B+', 'A+'));
    mohan.hears(says.pleaseCheck, other);
    verifier.hears(says.pleaseCheck, other);
    await mohan.texts('OK');
    mohan.hearsOnly(says.thanksOk, other);
    verifier.hearsOnly(says.taken, 'Mohan');
    geeta.hears(says.verified);
    geeta.hearsOnly(says.everyoneAsked);
    await mohan.texts('1');
    mohan.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing);
  });
});

describe('a digit or a plain word from a volunteer who was asked to check', () => {
  for (const words of ['1', 'yes', 'haan', 'हाँ', '2', 'nahi', 'no']) {
    scenario(`"${words}" settles nothing: both answers are said with the code`, async (world) => {
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(world.phone('Sunita'));
      kavita.hears(says.pleaseCheck);
      await kavita.texts('LANG EN');
      kavita.readsEverything();
      await kavita.texts(words);
      kavita.hearsOnly(says.howToVerify, `OK ${code}`, `NO ${code}`);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
    });
  }
  scenario('several wait: which one', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const first = await asksForBlood(world.phone('Sunita'));
    const second = await asksForBlood(world.phone('Meera'));
    kavita.hears(says.pleaseCheck, first);
    kavita.hears(says.pleaseCheck, second);
    await kavita.texts('1');
    kavita.hearsOnly(says.whichToVerify, first, second);
  });
  scenario('off duty, or nothing waits: it answers nothing', async (world) => {
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('1');
    kavita.hearsOnly(says.nothingToAnswer);
  });
  scenario(
    'a volunteer who was asked to give, and then to check another request',
    async (world) => {
      const mohan = await world.donor('Mohan');
      const { family } = await searchedFor(world, urgentNeed);
      await world.makeVolunteer(mohan);
      mohan.hears(says.alert);
      const other = world.phone('Meera');
      const code = await asksForBlood(other, urgentNeed.replace('Ramesh', 'Gopal'));
      mohan.hears(says.pleaseCheck, code);
      await mohan.texts('1');
      mohan.hears(says.confirmed);
      family.hears(says.donorComing);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      for (const phone of world.phones()) phone.readsEverything();
    },
  );
});
