import { describe, expect } from 'vitest';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const need = 'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh';
const written = '9415600741';
const number = '+919415600741';

/** A neighbour forwards a text that names another number than the neighbour's. */
const forwarded = async (world: World, text = `${need} attendant Suresh ${written}`) => {
  const amit = await world.donor('Amit');
  const neighbour = world.phone('Neighbour');
  await world.wasServed(neighbour);
  const verifier = await world.volunteer('Kavita');
  await neighbour.texts(text);
  return { amit, neighbour, verifier };
};

describe('the number in a forwarded text', () => {
  scenario('reaches the verifier and the donor, and the sender is told', async (world) => {
    const { amit, neighbour, verifier } = await forwarded(world);
    neighbour.hearsOnly(number, /not your number/, says.summary, 'Suresh');
    await neighbour.texts('1');
    const code = /\d{4}/.exec(neighbour.hearsOnly('with our volunteers', number))?.[0] ?? '';
    const asked = verifier.hearsOnly(says.pleaseCheck, number, 'Suresh');
    expect(asked).not.toContain(neighbour.number);
    await verifier.texts(`OK ${code}`);
    readAllMessages(world);
    await amit.texts('1');
    const coming = amit.hearsOnly(says.confirmed, number, 'Suresh');
    expect(coming).not.toContain(neighbour.number);
    neighbour.hears(says.donorComing, amit.number);
  });

  for (const text of [
    `${need} attendant Suresh (mob. 094156 00741)`,
    `${need} call Suresh +91-94156-00741`,
    `${need} contact ${written} (Suresh)`,
    `${need} attendant Suresh, ambulance 9839011122, Suresh ka number ${written}`,
    `${need} attendant Suresh mob ${written}, UHID 20261130001`,
  ])
    scenario(`is found in "${text.slice(need.length + 1)}"`, async (world) => {
      const { neighbour } = await forwarded(world, text);
      neighbour.hearsOnly(number, /not your number|aapke nahin/, 'Suresh');
    });

  for (const [series, rest] of [
    ['+916280012345', 'attendant Suresh 6280012345'],
    ['+916280012346', 'call Suresh 062800 12346'],
    ['+916201234567', 'contact +91-62012-34567 (Suresh)'],
    ['+916000012347', 'attendant Suresh ६००००१२३४७'],
  ] as const)
    scenario(`may be of a new series: "${rest}"`, async (world) => {
      const { neighbour, verifier } = await forwarded(world, `${need} ${rest}`);
      neighbour.hearsOnly(series, /not your number/, says.summary, 'Suresh');
      await neighbour.texts('1');
      neighbour.hearsOnly(says.opened, series);
      verifier.hearsOnly(says.pleaseCheck, series, 'Suresh');
    });

  for (const words of [
    'number badal do, 9839011122 pe call kare mera phone band ho raha hai',
    'my phone will be switched off, please call 9839011122',
    'मेरा फोन बंद हो रहा है, 9839011122 पर कॉल करें',
  ])
    scenario(`of an open request is changed by "${words}"`, async (world) => {
      const { neighbour, verifier } = await forwarded(world, need);
      neighbour.readsEverything();
      await neighbour.texts('Suresh');
      await neighbour.texts('1');
      neighbour.readsEverything();
      await neighbour.texts(words);
      neighbour.hearsOnly('+919839011122');
      verifier.readsEverything();
      readAllMessages(world);
    });

  scenario('is corrected by another number, and dropped for the own one', async (world) => {
    const { neighbour } = await forwarded(world);
    readAllMessages(world);
    await neighbour.texts('9839011122');
    neighbour.hearsOnly('+919839011122', says.summary);
    await neighbour.texts(neighbour.number);
    expect(neighbour.hearsOnly(says.summary)).not.toMatch(/not your number/);
  });

  for (const rest of [
    'attendant Suresh',
    'attendant Suresh, UHID 9415600741',
    'attendant Suresh, hospital no 9415600741',
  ])
    scenario(`is not invented: "${rest}"`, async (world) => {
      const { neighbour, verifier } = await forwarded(world, `${need} ${rest}`);
      neighbour.hearsOnly(says.summary);
      await neighbour.texts('1');
      neighbour.hearsOnly(says.opened);
      verifier.hearsOnly(says.pleaseCheck, neighbour.number);
    });

  const requestsWith = (world: World, phone: Phone) =>
    world
      .table()
      .filter((item) => item['kind'] === 'request' || item['kind'] === 'person')
      .filter((item) => item['phone'] !== phone.number)
      .filter((item) => JSON.stringify(item).includes(phone.number));

  for (const [who, word] of [
    ['Suresh', 'FORGET'],
    ['Neighbour', 'FORGET'],
    ['Neighbour', 'CLOSE'],
  ] as const)
    scenario(`leaves the request when ${who} texts ${word}`, async (world) => {
      const suresh = world.phone('Suresh');
      const { neighbour } = await forwarded(world, `${need} attendant Suresh ${suresh.number}`);
      await neighbour.texts('1');
      expect(requestsWith(world, suresh)).toHaveLength(1);
      const sender = who === 'Suresh' ? suresh : neighbour;
      await (word === 'CLOSE' ? sender.closes() : sender.forgets());
      expect(requestsWith(world, suresh)).toEqual([]);
      readAllMessages(world);
    });
});
