import { describe, expect } from 'vitest';
import { fromCalendar } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { englishPhone } from '../../world/steps/scenario-steps.ts';

/* A forwarded text that names an hour of today which is over: tomorrow is not guessed. */

const late = fromCalendar({ year: 2026, month: 11, day: 23, hour: 23, minute: 5 });

describe('a need of "today evening" that comes at 23:05', () => {
  for (const when of ['today evening', 'aaj shaam 6 baje', 'today 7 pm', 'आज शाम तक'])
    scenario(
      `is asked when: "${when}"`,
      async (world) => {
        const family = await englishPhone(world, 'Sunita');
        await family.texts('LANG EN');
        family.readsEverything();
        await family.texts(
          `Need B+ blood 2 units SRN hospital Prayagraj ${when} patient Ramesh attendant Sunita`,
        );
        family.hearsOnly(/When is it needed\?/);
        expect((await world.store.person(family.number))?.requestDraft?.neededBy).toBeUndefined();
        await family.texts('tomorrow 10 am');
        family.hearsOnly('Please check', 'tomorrow 10 am');
      },
      { start: late },
    );
});
