import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donorOf,
  englishPhone,
  oneUnit,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';

describe('the commands of a donor', () => {
  scenario('PAUSE takes a number of days, and ON ends the pause', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('PAUSE');
    amit.hearsOnly(says.pauseUnclear);
    await amit.texts('PAUSE 400');
    amit.hearsOnly(says.pauseUnclear);
    await amit.texts('30 din band');
    amit.hearsOnly(says.paused, '23 Dec');
    await amit.texts('चालू');
    amit.hearsOnly(says.resumed);
  });

  scenario(
    'PAUSE with a reason defers as the blood centres ask, and stores no reason',
    async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('PAUSE malaria');
      amit.hearsOnly(says.deferralNoted, '21 Feb');
      await amit.texts('PAUSE vaccine');
      amit.hearsOnly(says.deferralNoted, '21 Feb');
      await amit.texts('ON');
      amit.hearsOnly(says.resumed);
      const { family } = await searchedFor(world, oneUnit);
      family.hears(says.everyoneAsked);
      amit.hearsNothing();
      const stored = JSON.stringify(await world.store.person(amit.number));
      expect(stored).not.toContain('malaria');
    },
  );

  for (const word of ['PAUSE pregnant', 'गर्भवती रोको', 'PAUSE pregnancy'])
    scenario(`${word} defers until a year after the expected birth`, async (world) => {
      const rekha = await world.donor('Rekha', { sex: 'woman' });
      await rekha.texts(word);
      rekha.hearsOnly(says.deferralNoted, '29 Aug 2028');
      await rekha.texts('PAUSE baby');
      rekha.hearsOnly(says.deferralNoted, '29 Aug 2028');
    });

  scenario('GAVE needs a possible day', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('GAVE');
    amit.hearsOnly(says.gaveUnclear);
    await amit.texts('GAVE 45/13');
    amit.hearsOnly(says.gaveUnclear);
    await amit.texts('GAVE 24/11/2026');
    amit.hearsOnly(says.gaveUnclear);
    await amit.texts('GAVE 22/11');
    amit.hearsOnly(says.gaveNoted, '20 Feb');
    await amit.texts('GAVE 22/11');
    amit.hearsOnly(says.gaveNoted, '20 Feb');
    expect((await donorOf(world, amit))?.donations).toBe(1);
  });

  for (const text of [
    'GAVE 25/12',
    'GAVE 29/2',
    'GAVE 12/10/24',
    'GAVE 3/4/2025',
    'GAVE 7/6/2023',
    'GAVE 15-08-2024',
  ])
    scenario(`${text} names no day that is past`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts(text);
      amit.hearsOnly('You may give again now');
    });

  for (const text of ['GAVE 12/10/1899', 'GAVE 1/1/1800', 'GAVE 12-10-0024'])
    scenario(`${text} is asked again`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts(text);
      amit.hearsOnly(says.gaveUnclear);
    });

  for (const [text, heard] of [
    ['PAUSE till 31 Dec', '31 Dec'],
    ['PAUSE 31 Dec', '31 Dec'],
    ['pause until 15/12', '15 Dec'],
    ['31 december tak band', '31 Dec'],
    ['PAUSE till 29 Feb', 'PAUSE 30'],
    ['PAUSE till 31/2', 'PAUSE 30'],
  ] as const)
    scenario(`"${text}" pauses until then, or tells how`, async (world) => {
      const amit = await world.donor('Amit');
      await amit.texts('LANG EN');
      amit.readsEverything();
      await amit.texts(text);
      amit.hearsOnly(heard);
    });

  scenario('PAUSE, ON, GAVE and OFF are for donors only', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    for (const text of ['PAUSE 30', 'ON', 'GAVE 22/11', 'OFF']) {
      await ravi.texts(text);
      ravi.hearsOnly(says.notADonor);
    }
  });

  scenario('LANG sets the language of all later messages', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('LANG HI');
    amit.hearsOnly(/हिंदी/);
    const { family } = await searchedFor(world, oneUnit);
    amit.hearsOnly(/खून चाहिए/, /कोड/);
    await amit.texts('भाषा अंग्रेजी');
    amit.readsEverything();
    await amit.texts('1');
    amit.hearsOnly(says.confirmed);
    family.hearsOnly(says.donorComing);
    await amit.texts('LANG FRENCH');
    amit.hearsOnly('LANG HINDI');
  });

  scenario('MENU shows the commands for this phone', async (world) => {
    const ravi = await englishPhone(world, 'Ravi');
    await ravi.texts('MENU');
    ravi.hearsOnly(says.menu);
    const amit = await world.donor('Amit');
    await amit.texts('मदद');
    amit.hearsOnly('PAUSE 30');
    const kavita = await world.volunteer('Kavita');
    await kavita.texts('menu');
    kavita.hearsOnly('OK 4821', 'OFF');
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('menu');
    meena.hearsOnly('TRUST');
    await asksForBlood(ravi);
    kavita.hears(says.pleaseCheck);
    await ravi.texts('MENU');
    ravi.hearsOnly('STATUS', 'MORE 2');
  });
});
