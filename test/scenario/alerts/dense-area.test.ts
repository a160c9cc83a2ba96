import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { testConfig } from '../../world/world.ts';

const donors = 70;

describe('an area with more donors of one group than one read returns', () => {
  scenario(
    'asks all of them in successive stages, not only the first page',
    async (world) => {
      const ramesh = world.phone('Ramesh');
      const kavita = await world.volunteer('Kavita');
      const people = [];
      for (let i = 0; i < donors; i += 1) people.push(await world.donor(`Donor${i}`));
      await ramesh.texts('Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Mohan Lal');
      ramesh.hears(/./);
      await ramesh.texts('1');
      ramesh.hears(/Mohan/);
      await ramesh.texts('1');
      const code = codeIn(ramesh.hears(/[1-9]\d{3}/));
      kavita.hears(code);
      await kavita.texts(`OK ${code}`);
      kavita.hears(code);
      ramesh.hears(code);
      await world.clock.advance(minutes(50));
      for (const donor of people) expect(donor.hearsAll(/1 = I can come/)).toBe(1);
      for (const donor of [...people, kavita, ramesh]) donor.hearsAll(/./);
    },
    {
      config: testConfig((config) => ({
        ...config,
        policy: {
          ...config.policy,
          stages: {
            ...config.policy.stages,
            critical: { intervalMinutes: 8, wantedChance: 0.99, maxDonors: 20 },
          },
        },
      })),
    },
  );
});
