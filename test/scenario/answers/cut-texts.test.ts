import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';

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

  scenario('is read whole when its rest answers the question asked meanwhile', async (world) => {
    const family = world.phone('Sunita');
    const start = 'Need B+ blood 2 units urgent for my father plea';
    await family.texts(`${start.padEnd(142, 's')} patient Ra`);
    family.hears('Which hospital');
    await family.texts('mesh Kumar, SRN hospital Prayagraj, attendant Sunita');
    family.hearsOnly(says.summary, 'Patient: Ramesh Kumar', 'Sunita');
  });

  scenario('is read whole when it was cut in the group', async (world) => {
    const family = world.phone('Sunita');
    await family.texts(`${'Urgent help plea'.padEnd(145, 's')} needs A`.slice(-153));
    family.readsEverything();
    await family.texts('B+ blood 2 units SRN hospital patient Ravi attendant Sunita');
    family.hearsOnly(says.summary, 'AB+');
  });
});

describe('an answer at once to a text of just the length of a part', () => {
  /** A whole text of 153 letters. */
  const full = (needs: string): string =>
    `${needs} plea${'s'.repeat(153 - needs.length - 14)}e chahiye`;
  const nursingHome = 'Need B+ blood 2 units urgent at Jeevan Jyoti nursing home';

  for (const [first, answer, next] of [
    ['Urgent help please, khoon', 'B+', 'Kitne unit'],
    ['Urgent help please, khoon', 'b+ 2 units', 'kis hospital'],
    [nursingHome, 'Gorakhpur', "What is the patient's name"],
    [nursingHome, 'gorakhpur', "What is the patient's name"],
  ] as const)
    scenario(`"${answer}" is heard, and the next question is asked`, async (world) => {
      const family = world.phone('Sunita');
      expect(full(first)).toHaveLength(153);
      await family.texts(full(first));
      family.readsEverything();
      await family.texts(answer);
      family.hearsOnly(next);
    });

  scenario('"sab sahi hai bhej do" sends the request off', async (world) => {
    const family = world.phone('Sunita');
    await family.texts(
      full('B+ blood 2 units urgent SRN hospital Prayagraj, patient Ramesh, attendant Sunita,'),
    );
    family.hears('Mareez: Ramesh');
    await family.texts('sab sahi hai bhej do');
    const person = await world.store.person(family.number);
    expect(person?.requests).toHaveLength(1);
    readAllMessages(world);
  });
});

describe('a text that was cut', () => {
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
