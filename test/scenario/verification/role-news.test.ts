import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { forgetByOperator } from '#functions/use-cases/operator/forget-by-operator.ts';
import { removeVolunteer } from '#functions/use-cases/operator/remove-volunteer.ts';
import { importVolunteers } from '#infra/local/commands/import.ts';
import { seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import type { World } from '../../world/world.ts';

/** Imports this list of volunteers with the operator's command. */
const imports = async ({ services, clock }: World, ...lines: string[]): Promise<void> => {
  const path = join(mkdtempSync(join(tmpdir(), 'volunteers-')), 'volunteers.csv');
  writeFileSync(path, ['phone,name,zone,role,language', ...lines].join('\n'));
  const terminal = { out: () => {}, note: () => {} };
  expect(await importVolunteers.run({ services, terminal, args: [path], options: {} })).toBe(0);
  await clock.advance(seconds(20));
};

describe('a changed role', () => {
  scenario('of a coordinator is told to all other coordinators', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const ravi = await world.volunteer('Ravi', { role: 'coordinator', zone: 'agra' });
    const kavita = await world.volunteer('Kavita');
    await imports(world, `${kavita.number},Kavita,prayagraj,coordinator,en`);
    for (const phone of [meena, ravi])
      phone.hearsOnly('Kavita is now a coordinator', kavita.number, 'tell your group');
    kavita.hearsNothing();
    await removeVolunteer(world.services, ravi.number);
    await world.clock.advance(seconds(20));
    for (const phone of [meena, kavita]) phone.hearsOnly('Ravi', 'is no longer a coordinator');
    ravi.hearsNothing();
  });

  scenario("of a verifier is told to the zone's coordinators", async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const ravi = await world.volunteer('Ravi', { role: 'coordinator', zone: 'agra' });
    const asha = world.phone('Asha');
    await imports(world, `${asha.number},Asha,prayagraj,verifier,en`);
    meena.hearsOnly('Asha is now a verifier', 'Prayagraj');
    ravi.hearsNothing();
    await imports(world, `${asha.number},Asha,agra,verifier,en`);
    for (const phone of [meena, ravi]) phone.hearsOnly('Asha is now a verifier', 'Agra');
  });

  scenario('that ends by FORGET is told to the same coordinators', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const ravi = await world.volunteer('Ravi', { role: 'coordinator', zone: 'agra' });
    const [kavita, amit] = [await world.volunteer('Kavita'), await world.donor('Amit')];
    await kavita.confirms('FORGET');
    kavita.readsEverything();
    meena.hearsOnly('Kavita', kavita.number, 'is no longer a verifier');
    ravi.hearsNothing();
    await forgetByOperator(world.services, ravi.number);
    await world.clock.advance(seconds(20));
    meena.hearsOnly('Ravi', 'is no longer a coordinator');
    ravi.hearsNothing();
    await amit.confirms('FORGET');
    amit.readsEverything();
    meena.hearsNothing();
  });

  scenario('is told once, and the same list again tells nothing', async (world) => {
    const meena = await world.volunteer('Meena', { role: 'coordinator' });
    const asha = world.phone('Asha');
    const line = `${asha.number},Asha,prayagraj,verifier,en`;
    await imports(world, line, line);
    meena.hearsOnly('Asha');
    await imports(world, line);
    meena.hearsNothing();
  });

  scenario('is not told to the coordinators of a first list', async (world) => {
    const people = ['Meena', 'Ravi', 'Asha'].map((name) => world.phone(name));
    await imports(
      world,
      ...people.map(({ number, name }) => `${number},${name},prayagraj,coordinator,en`),
    );
    for (const phone of people) phone.hearsNothing();
  });
});
