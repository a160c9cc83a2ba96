import { describe } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { databaseScenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood } from '../../world/steps/scenario-steps.ts';

describe('the verdict', () => {
  databaseScenario('is the first of two that arrive at once', async (world) => {
    const family = world.phone('Sunita');
    const [kavita, mohan] = [await world.volunteer('Kavita'), await world.volunteer('Mohan')];
    const code = await asksForBlood(family);
    for (const verifier of [kavita, mohan]) verifier.hears(says.pleaseCheck, code);
    await Promise.all([kavita.textsAtOnce(`OK ${code}`), mohan.textsAtOnce(`NO ${code} fake`)]);
    await world.clock.advance(minutes(1));
    const settledBy = kavita.hearsAll(says.thanksOk) === 1 ? kavita : mohan;
    const other = settledBy === kavita ? mohan : kavita;
    if (settledBy === mohan) mohan.hears(says.thanksNo);
    other.hears(says.taken, settledBy.name);
    other.hearsOnly(says.already);
    family.hears(settledBy === kavita ? says.verified : says.refused);
    if (settledBy === kavita) family.hears(says.everyoneAsked);
  });
});
