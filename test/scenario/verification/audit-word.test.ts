import { describe, expect } from 'vitest';
import { blockPerson } from '#functions/use-cases/operator/block-person.ts';
import { removeVolunteer } from '#functions/use-cases/operator/remove-volunteer.ts';
import { minutes } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';

describe('AUDIT', () => {
  scenario('replies to a coordinator with the five newest entries, masked', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const kavita = await world.volunteer('Kavita');
    const [bank, amit] = [world.phone('SRN blood bank'), await world.donor('Amit')];
    const ending = ({ number }: typeof meena) => `x${number.slice(-3)}`;
    await kavita.texts('OFF');
    kavita.readsEverything();
    await world.clock.advance(minutes(1));
    await meena.confirms(`TRUST ${bank.number}`);
    await world.clock.advance(minutes(1));
    await meena.texts(`UNTRUST ${bank.number}`);
    for (const blocked of [true, false, true]) {
      await world.clock.advance(minutes(1));
      await blockPerson(world.services, amit.number, blocked);
    }
    meena.readsEverything();
    await meena.texts('AUDIT');
    const [text = ''] = meena.unread();
    meena.readsEverything();
    const lines = text.split('\n');
    expect(lines).toHaveLength(6);
    for (const [i, words] of [
      [1, `operator: blocked ${ending(amit)}`],
      [2, `operator: unblocked ${ending(amit)}`],
      [3, `operator: blocked ${ending(amit)}`],
      [4, `${ending(meena)}: has requests of ${ending(bank)} checked again`],
      [5, `${ending(meena)}: lets ${ending(bank)} ask without a check`],
    ] as const)
      expect(lines[i]).toContain(words);
    expect(text).not.toMatch(/\d{4}|Kavita|Amit|duty/);
  });

  scenario('says so when there is no entry', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('lekha jokha');
    meena.hearsOnly('Nothing is written');
  });

  scenario('is a word like any other to all who are no coordinators', async (world) => {
    const kavita = await world.volunteer('Kavita');
    const amit = await world.donor('Amit');
    const eve = world.phone('Eve');
    await kavita.texts('OFF');
    kavita.readsEverything();
    for (const phone of [kavita, amit, eve]) {
      await phone.texts('zzaudit');
      const unknown = phone.unread();
      phone.readsEverything();
      await phone.texts('AUDIT');
      expect(phone.unread()).toEqual(unknown);
      phone.readsEverything();
    }
  });

  scenario('from a coordinator who was removed reads nothing', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    await meena.texts('OFF');
    await removeVolunteer(world.services, meena.number);
    meena.readsEverything();
    await meena.texts('AUDIT');
    expect(meena.unread().join()).not.toContain('duty');
    meena.readsEverything();
  });
});
