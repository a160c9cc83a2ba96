import { describe, expect } from 'vitest';
import { trust, untrust } from '#infra/local/commands/trust.ts';
import { seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, urgentNeed } from '../../world/steps/scenario-steps.ts';

describe('TRUST', () => {
  scenario('skips the verification of requests from that phone until UNTRUST', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('SRN blood bank');
    const amit = await world.donor('Amit');
    await meena.confirms(`TRUST ${bank.number}`);
    meena.hearsOnly(says.trusted, bank.number);
    await bank.texts(urgentNeed);
    bank.hearsOnly(says.summary);
    await bank.texts('1');
    bank.hearsOnly(says.openedTrusted);
    amit.hearsOnly(says.alert);
    await bank.closes();
    bank.hearsOnly(says.closed);
    amit.hearsOnly(says.alertOver);

    await meena.texts(`untrust ${bank.number.slice(3)}`);
    meena.hearsOnly(says.untrusted);
    const code = await asksForBlood(bank);
    meena.hears(says.pleaseCheck, code);
    bank.hears(says.coordinators);
    await bank.closes();
    bank.hears(says.closed);
    meena.hearsOnly(says.verifierEndClosed);
  });

  scenario('is told to the other coordinators, and so is its end', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const ravi = await world.volunteer('Ravi', { role: 'coordinator', zone: 'agra' });
    const kavita = await world.volunteer('Kavita');
    const bank = world.phone('SRN blood bank');
    await meena.confirms(`TRUST ${bank.number}`);
    meena.hearsOnly(says.trusted);
    ravi.hearsOnly(bank.number, 'is now trusted', 'Meena');
    await meena.texts(`UNTRUST ${bank.number}`);
    meena.hearsOnly(says.untrusted);
    ravi.hearsOnly(bank.number, 'is no longer trusted', 'Meena');
    kavita.hearsNothing();
  });

  scenario('by the operator is told to all coordinators, once', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const kavita = await world.volunteer('Kavita');
    const bank = world.phone('SRN blood bank');
    const terminal = { out: () => {}, note: () => {} };
    const { services } = world;
    for (const [command, words] of [
      [trust, 'is now trusted'],
      [untrust, 'is no longer trusted'],
    ] as const) {
      await command.run({ services, terminal, args: [bank.number], options: {} });
      await command.run({ services, terminal, args: [bank.number], options: {} });
      await world.clock.advance(seconds(20));
      meena.hearsOnly(bank.number, words, 'The operator decided it');
    }
    kavita.hearsNothing();
    bank.hearsNothing();
  });

  scenario('changes nothing before the number is texted back', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const bank = world.phone('SRN blood bank');
    await meena.texts(`TRUST ${bank.number}`);
    const number = meena.readsNumber() ?? '';
    const others = ['000001', '000002', '000003'].filter((guess) => guess !== number);
    for (const guess of others) {
      await meena.texts(guess);
      meena.hearsOnly('not the number we sent you');
    }
    await meena.texts(number);
    meena.readsEverything();
    expect((await world.store.person(bank.number))?.trusted ?? false).toBe(false);
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
