import { expect } from 'vitest';
import { showConsent } from '#infra/local/commands/people/consent.ts';
import { noticeVersion, standingConsent } from '#shared/people/consent.ts';
import { days } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import type { World } from '../../world/world.ts';

const pageOf = async (world: World, phone: string): Promise<string> => {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), note: () => {} };
  await showConsent.run({
    services: world.services,
    args: [phone],
    terminal,
    options: {},
  } as never);
  return lines.join('\n');
};

scenario('a donor’s consent stands on one page, with its words', async (world) => {
  const ravi = world.phone('Ravi');
  await ravi.texts('JOIN');
  for (const answer of ['1', 'B+', '211001', 'Ravi', '2', '1990', '1']) await ravi.texts(answer);
  ravi.readsEverything();
  const page = await pageOf(world, ravi.number);
  for (const part of [
    ravi.number,
    'Ravi',
    '2026-11-23',
    'by a text',
    'Notice    2026-11-30',
    'Last text 2026-11-23, from this number; the consent was not withdrawn',
    'Holds     yes',
  ])
    expect(page).toContain(part);
  expect(page).toContain('FORGET');
});

scenario(
  'a consent from a list that the donor renews by text keeps the one before it',
  async (world) => {
    const amit = await world.donor('Amit');
    expect(await pageOf(world, amit.number)).not.toContain('Before');
    await world.clock.advance(days(3));
    const person = await world.store.person(amit.number);
    if (!person?.donor) throw new Error('no donor');
    const now = {
      at: world.clock.now(),
      by: 'text',
      language: 'hi',
      notice: noticeVersion,
    } as const;
    const consent = standingConsent(now, person.donor.consent);
    await world.store.save([{ put: { ...person, donor: { ...person.donor, consent } } }]);
    const page = await pageOf(world, amit.number);
    expect(page).toContain('Agreed    2026-11-26');
    expect(page).toContain(
      "Before    2026-11-23 (2026-11-23T05:30:00.000Z), in the group's own list",
    );
    expect(page).toContain('FORGET');
    expect(page).toContain('the words stand on the signed form');
    // The same notice again renews nothing.
    expect(standingConsent({ ...now, at: world.clock.now() }, consent)).toBe(consent);
  },
);

scenario('a person who has not agreed has no such page', async (world) => {
  const sunita = world.phone('Sunita');
  await sunita.texts('MENU');
  sunita.readsEverything();
  await expect(pageOf(world, sunita.number)).rejects.toThrow('has agreed to nothing');
});
