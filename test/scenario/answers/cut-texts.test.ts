import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';

const before =
  'Urgent urgent please help need B+ blood 2 units SRN hospital Prayagraj today evening doctor says very';
/** A request whose first part ends in the middle of the patient's name, and the rest. */
const first = `${before} ${'serious '.repeat(20)}`.slice(0, 142).trimEnd().padEnd(142, 's');
const parts = [`${first} patient Ra`.slice(0, 153), 'mesh Kumar attendant Sunita'] as const;

describe('a text that was cut in a name', () => {
  scenario('is read whole: the summary has the whole name', async (world) => {
    expect(parts[0]).toHaveLength(153);
    const family = world.phone('Sunita');
    await family.texts(parts[0]);
    family.readsEverything();
    await family.texts(parts[1]);
    family.hearsOnly(says.summary, 'Patient: Ramesh Kumar', 'Sunita');
  });

  scenario('an answer to the summary is no rest of it', async (world) => {
    await world.volunteer('Kavita');
    const family = world.phone('Sunita');
    const whole = `${first} patient Ravi`.padStart(160, ' please').slice(-160);
    await family.texts(whole);
    family.readsEverything();
    await world.clock.advance(seconds(20));
    await family.texts('attendant Sunita');
    family.hears('Patient: Ravi.');
    await family.texts('1');
    family.hears(says.opened);
    for (const phone of world.phones()) phone.readsEverything();
  });

  scenario('after a while it is an answer of its own, and nothing of it is kept', async (world) => {
    const family = world.phone('Sunita');
    await family.texts(parts[0]);
    await world.clock.advance(minutes(2));
    family.readsEverything();
    await family.texts('attendant Sunita');
    family.hearsOnly('B+');
    expect((await world.store.person(family.number))?.requestDraft?.cut).toBeUndefined();
  });

  scenario('numbered parts are one request', async (world) => {
    const family = world.phone('Sunita');
    await family.texts('(1/2) Urgent need B+ blood 2 units SRN hospital Prayagraj today');
    family.readsEverything();
    await family.texts('(2/2) patient Ramesh Kumar attendant Sunita');
    family.hearsOnly(says.summary, 'Ramesh Kumar', 'Sunita');
  });
});
