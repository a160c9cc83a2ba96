import { expect } from 'vitest';
import { showConsent } from '#infra/local/commands/people/consent.ts';
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
    'Notice    2026-11',
    'Last text 2026-11-23, from this number; the consent was not withdrawn',
    'Holds     yes',
  ])
    expect(page).toContain(part);
  expect(page).toContain('FORGET');
});

scenario('a person who has not agreed has no such page', async (world) => {
  const sunita = world.phone('Sunita');
  await sunita.texts('MENU');
  sunita.readsEverything();
  await expect(pageOf(world, sunita.number)).rejects.toThrow('has agreed to nothing');
});
