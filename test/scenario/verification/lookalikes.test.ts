import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  oneUnit,
  readAllMessages,
  waitsForCheck,
} from '../../world/steps/scenario-steps.ts';
import { wordsOf } from '../../world/web/web-browser.ts';
import type { World } from '../../world/world.ts';

/** The patient's brother asks for the same from his own phone. */
const brotherAsks = async (world: World, text = oneUnit) => {
  const { verifier, code: first } = await waitsForCheck(world, text);
  const brother = world.phone('Mahesh');
  const second = await asksForBlood(brother, text.replace('Sunita', 'Mahesh'));
  return { verifier, brother, first, second };
};

describe('the same need from a second phone', () => {
  scenario('its verifier hears the code of the first, and no number', async (world) => {
    const { verifier, first, second } = await brotherAsks(world);
    verifier.hears(says.pleaseCheck, second);
    const told = verifier.hears(says.alike, first, second);
    expect(told).not.toMatch(/\+91|\d{10}/);
    verifier.hearsNothing();
    const browser = await entersConsole(world, verifier);
    expect(wordsOf(await browser.open(`/console/r/${second}`))).toContain('Maybe the same need as');
    readAllMessages(world);
  });

  scenario('a refusal as the same need is counted against neither family', async (world) => {
    const { verifier, brother, first, second } = await brotherAsks(world);
    readAllMessages(world);
    await verifier.texts(`NO ${second} same as ${first}`);
    verifier.hears(says.thanksNo);
    brother.hears("your family's other request for the same blood");
    expect((await world.file(first)).request.phase.type).toBe('verifying');
    expect((await world.store.person(brother.number))?.familyRecord?.lost ?? 0).toBe(0);
    // A need of his own is not put behind others.
    await asksForBlood(brother, oneUnit.replace('Ramesh', 'Kamla').replace('B+', 'O+'));
    verifier.hears(says.pleaseCheck, 'Kamla');
    readAllMessages(world);
  });

  scenario('one of the two stays open, whichever is refused as the same first', async (world) => {
    const { verifier, first, second } = await brotherAsks(world);
    readAllMessages(world);
    await verifier.texts(`NO ${second} SAME`);
    readAllMessages(world);
    await verifier.texts(`NO ${first} SAME`);
    verifier.hearsOnly(says.sameOver, first);
    expect((await world.file(first)).request.phase.type).toBe('verifying');
    // It is decided on its own.
    await verifier.texts(`NO ${first} no such patient`);
    verifier.hears(says.thanksNo);
    readAllMessages(world);
  });

  scenario('two volunteers at one moment do not close both', async (world) => {
    const other = await world.volunteer('Meena');
    const { verifier, first, second } = await brotherAsks(world);
    readAllMessages(world);
    await Promise.all([
      verifier.texts(`NO ${second} same as ${first}`),
      other.texts(`NO ${first} same as ${second}`),
    ]);
    const files = await Promise.all([world.file(first), world.file(second)]);
    expect(files.map(({ request }) => request.phase.type).sort()).toEqual(['closed', 'verifying']);
    readAllMessages(world);
  });

  scenario('it is no reason without another open request', async (world) => {
    const { verifier, family, code } = await waitsForCheck(world, oneUnit);
    readAllMessages(world);
    await verifier.texts(`NO ${code} duplicate`);
    verifier.hearsOnly(says.sameOver, code);
    family.hearsNothing();
    const browser = await entersConsole(world, verifier);
    await browser.open(`/console/r/${code}`);
    await browser.submit(`/console/r/${code}/refuse`, { why: 'same' });
    const page = await browser.submit(`/console/r/${code}/refuse`);
    expect(wordsOf(page)).toContain('What you pressed did nothing');
    expect((await world.file(code)).request.phase.type).toBe('verifying');
    await verifier.texts(`OK ${code}`);
    verifier.hears(says.thanksOk, code);
    readAllMessages(world);
  });

  scenario('both may be real: OK verifies the second as well', async (world) => {
    const { verifier, second } = await brotherAsks(world);
    readAllMessages(world);
    await verifier.texts(`OK ${second}`);
    verifier.hears(says.thanksOk, second);
    readAllMessages(world);
    expect((await world.file(second)).request.phase.type).not.toBe('verifying');
  });

  scenario('another patient at the same hospital is no such case', async (world) => {
    const { verifier } = await waitsForCheck(world, oneUnit);
    const code = await asksForBlood(world.phone('Mahesh'), oneUnit.replace('Ramesh', 'Kamla'));
    verifier.hearsOnly(says.pleaseCheck, code);
  });
});

describe.each([
  ['en', 'text NO, your own code and SAME', 'SAME'],
  ['hi', 'NO, अपना कोड और SAME भेजें', 'और SAME'],
  ['hi-Latn', 'NO, apna code aur SAME bhejein', 'aur SAME'],
] as const)('a volunteer who reads %s', (language, told, reason) => {
  scenario('refuses it as one need by the words of the text', async (world) => {
    const verifier = await world.volunteer('Kavita', { language });
    await asksForBlood(world.phone('Sunita'), oneUnit);
    const brother = world.phone('Mahesh');
    const code = await asksForBlood(brother, oneUnit.replace('Sunita', 'Mahesh'));
    verifier.hears(told, code);
    readAllMessages(world);
    await verifier.texts(`NO ${code} ${reason}`);
    brother.hears("your family's other request for the same blood");
    readAllMessages(world);
  });
});
