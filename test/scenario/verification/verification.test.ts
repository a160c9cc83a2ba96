import { describe, expect } from 'vitest';
import { hours } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  findsItReal,
  readAllMessages,
  searchedFor,
  urgentNeed,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';

describe('the verdict of a volunteer', () => {
  scenario('is final, and the other volunteers hear who gave it', async (world) => {
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

  scenario(
    'NO with a reason tells the family the reason and how to talk to a person, and asks no donor',
    async (world) => {
      const donor = await world.donor('Amit');
      const family = world.phone('Sunita');
      const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
      const code = await asksForBlood(family);
      for (const verifier of [kavita, mohan]) verifier.hears(says.pleaseCheck, code);
      await kavita.texts(`no ${code} the hospital says that no such patient is admitted`);
      expect(kavita.hearsOnly(says.thanksNo)).not.toContain('own words');
      mohan.hearsOnly(says.taken, 'Kavita', 'said no');
      family.hearsOnly(
        says.refused,
        'Our volunteer says: the hospital says that no such patient is admitted.',
        'press 0',
      );
      await mohan.texts(`OK ${code}`);
      mohan.hearsOnly(says.already);
      await family.texts('STATUS');
      family.hearsOnly(says.statusNone);
      await world.clock.advance(hours(20));
      donor.hearsNothing();
    },
  );

  for (const reason of [
    'paise mang raha tha, fraud',
    'लग रहा है पता गलत बता रहे हैं',
    'family wants to pay a broker',
  ])
    scenario(
      `NO with a reason that accuses tells the family neutrally: ${reason}`,
      async (world) => {
        const family = world.phone('Sunita');
        const kavita = await world.volunteer('Kavita');
        const code = await asksForBlood(family);
        kavita.hears(says.pleaseCheck, code);
        await kavita.texts(`NO ${code} ${reason}`);
        kavita.hearsOnly(says.thanksNo, 'in our own words');
        const refusal = family.hearsOnly(says.refused, 'press 0');
        expect(refusal).not.toContain('Our volunteer says');
      },
    );

  scenario('says which requests wait, and needs the own code of one', async (world) => {
    const [sunita, geeta] = [world.phone('Sunita'), world.phone('Geeta')];
    const kavita = await world.volunteer('Kavita');
    const one = await asksForBlood(sunita);
    const two = await asksForBlood(geeta, urgentNeed.replace('Ramesh', 'Kamla'));
    kavita.hears(says.pleaseCheck, one);
    kavita.hears(says.pleaseCheck, two);
    await kavita.texts('OK');
    kavita.hearsOnly(says.whichToVerify, one, two);
    await kavita.texts(`OK ${two}`);
    kavita.hearsOnly(says.thanksOk, two);
    geeta.hears(says.verified);
    geeta.hearsOnly(says.everyoneAsked);
    await kavita.texts('ठीक है');
    kavita.hearsOnly(says.howToVerify, kavita.ownCode(one));
    await kavita.texts(`ठीक है ${one}`);
    kavita.hearsOnly(says.thanksOk, one);
    sunita.hears(says.verified);
    sunita.hearsOnly(says.everyoneAsked);
    await kavita.texts('OK');
    kavita.hearsOnly(says.nothingToVerify);
  });

  scenario('has no effect with an unknown code or after another verdict', async (world) => {
    const { family, verifier, code } = await searchedFor(world);
    family.hears(says.everyoneAsked);
    await verifier.texts('OK 9999');
    verifier.hearsOnly(says.unknownToVerify, '9999');
    await verifier.texts(`OK ${code}`);
    verifier.hearsOnly(says.already);
    family.hearsNothing();
  });

  scenario('is accepted on duty only', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world);
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

  for (const [who, role, words] of [
    ['a verifier', 'verifier', 'OK CODE'],
    ['a verifier, in Hindi', 'verifier', 'ठीक है CODE'],
    ['a coordinator', 'coordinator', 'OK CODE'],
    ['a coordinator who says no', 'coordinator', 'NO CODE not needed'],
  ] as const)
    scenario(`is not accepted for the own request: ${who}`, async (world) => {
      const kavita = await world.volunteer('Kavita', { role });
      const mohan = await world.volunteer('Mohan');
      const code = await asksForBlood(kavita);
      mohan.hearsOnly(says.pleaseCheck, code);
      await kavita.texts(words.replace('CODE', code));
      kavita.hearsOnly(says.ownRequest, code);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      mohan.hearsNothing();
      await mohan.texts(`OK ${code}`);
      mohan.hearsOnly(says.thanksOk);
      kavita.hears(says.verified);
      kavita.hearsOnly(says.everyoneAsked);
    });

  scenario('is not accepted from someone who is no volunteer', async (world) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const amit = await world.donor('Amit');
    const code = await asksForBlood(family);
    kavita.hears(says.pleaseCheck);
    await family.texts(`OK ${code}`);
    family.hearsOnly(says.codeUnknown, code);
    await amit.texts(`OK ${code}`);
    amit.hearsOnly(says.codeUnknown, code);
    await family.texts('STATUS');
    family.hearsOnly(says.statusVerifying);
  });

  scenario(
    'is a yes when the volunteer has only an alert as a donor, on duty or off',
    async (world) => {
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
    },
  );

  scenario('concerns the request to check when the volunteer also has an alert', async (world) => {
    const mohan = await world.donor('Mohan');
    const { family, verifier, code } = await searchedFor(world);
    mohan.hears(says.alert, code);
    await world.makeVolunteer(mohan);
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, urgentNeed.replaceAll('B+', 'A+'));
    mohan.hears(says.pleaseCheck, other);
    verifier.hears(says.pleaseCheck, other);
    await mohan.texts(`OK ${other}`);
    mohan.hearsOnly(says.thanksOk, other);
    verifier.hearsOnly(says.taken, 'Mohan');
    geeta.hears(says.verified);
    geeta.hearsOnly(says.everyoneAsked);
    await mohan.texts('1');
    mohan.hearsOnly(says.confirmed, code);
    family.hearsOnly(says.donorComing);
  });
});

describe('a digit or a plain word from a volunteer with a request to check', () => {
  for (const words of ['1', 'yes', 'haan', 'हाँ', '2', 'nahi', 'no']) {
    scenario(`"${words}" decides nothing and shows both commands with the code`, async (world) => {
      const { verifier: kavita, code } = await waitsForCheck(world);
      await kavita.texts('LANG EN');
      kavita.readsEverything();
      await kavita.texts(words);
      kavita.hearsOnly(says.howToVerify, code, `NO ${kavita.ownCode(code)}`);
      expect((await world.file(code)).request.phase.type).toBe('verifying');
    });
  }
  scenario('asks which request it means when several wait', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const first = await asksForBlood(world.phone('Sunita'));
    const second = await asksForBlood(world.phone('Meera'), urgentNeed.replace('Ramesh', 'Kamla'));
    kavita.hears(says.pleaseCheck, first);
    kavita.hears(says.pleaseCheck, second);
    await kavita.texts('1');
    kavita.hearsOnly(says.whichToVerify, first, second);
  });
  scenario('answers nothing when no request waits', async (world) => {
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('1');
    kavita.hearsOnly(says.nothingToAnswer);
  });
  scenario('answers the alert when the volunteer also has one', async (world) => {
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
    readAllMessages(world);
  });
});
