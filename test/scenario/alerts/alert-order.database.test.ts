import { describe, expect } from 'vitest';
import { minutes } from '#shared/terms/time.ts';
import { databaseScenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, donors, oneUnit } from '../../world/steps/scenario-steps.ts';

describe('the number of alerts', () => {
  databaseScenario('is one for each donor when two requests start at once', async (world) => {
    const people = await donors(world, 6);
    const kavita = await world.volunteer('Kavita');
    const [sunita, geeta] = [world.phone('Sunita'), world.phone('Geeta')];
    const one = await asksForBlood(sunita, oneUnit);
    const two = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    for (const code of [one, two]) kavita.hears(says.pleaseCheck, code);
    await Promise.all([kavita.textsAtOnce(`OK ${one}`), kavita.textsAtOnce(`OK ${two}`)]);
    await world.clock.advance(minutes(1));
    kavita.readsEverything();
    for (const family of [sunita, geeta]) family.hears(says.verified);
    for (const person of people) expect(person.hearsAll(says.alert)).toBe(1);
    for (const family of [sunita, geeta]) family.readsEverything();
  });
});
