import { describe } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, urgentNeed } from '../../world/steps/scenario-steps.ts';

describe('TRUST', () => {
  scenario('skips the verification of requests from that phone until UNTRUST', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('SRN blood bank');
    const amit = await world.donor('Amit');
    await meena.texts(`TRUST ${bank.number}`);
    meena.hearsOnly(says.trusted, bank.number);
    await bank.texts(urgentNeed);
    bank.hearsOnly(says.summary);
    await bank.texts('1');
    bank.hearsOnly(says.openedTrusted);
    amit.hearsOnly(says.alert);
    await bank.texts('CLOSE');
    bank.hearsOnly(says.closed);
    amit.hearsOnly(says.alertOver);

    await meena.texts(`untrust ${bank.number.slice(3)}`);
    meena.hearsOnly(says.untrusted);
    const code = await asksForBlood(bank);
    meena.hears(says.pleaseCheck, code);
    bank.hears(says.coordinators);
    await bank.texts('CLOSE');
    bank.hears(says.closed);
    meena.hearsOnly(says.verifierEndClosed);
  });

  scenario('is reserved for coordinators', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const amit = await world.donor('Amit');
    for (const phone of [kavita, amit]) {
      await phone.texts('TRUST 9415012345');
      phone.hearsOnly(says.coordinatorsOnly);
    }
  });

  scenario('asks again for a number it cannot parse', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('TRUST 12345');
    meena.hearsOnly(says.trustUnclear);
  });
});
