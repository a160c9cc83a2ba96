import { describe, expect } from 'vitest';
import { fromCalendar, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, urgentNeed } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* No volunteer checks a request: its coordinators are asked again after growing pauses, and the family is told once. */

const coordinator = { role: 'coordinator' } as const;

/** The minutes of the next `count` in which each of these phones is asked to check, and in which the family is told. */
const minutesAsked = async (world: World, family: Phone, helpers: Phone[], count: number) => {
  const asked: Record<string, number[]> = {};
  const told: number[] = [];
  for (let minute = 1; minute <= count; minute += 1) {
    await world.clock.advance(minutes(1));
    for (const helper of helpers)
      if (helper.hearsAll(says.pleaseCheck) > 0)
        asked[helper.name] = [...(asked[helper.name] ?? []), minute];
    if (family.hearsAll(says.unchecked) > 0) told.push(minute);
  }
  return { asked, told };
};

describe('a request that no volunteer checks', () => {
  scenario('is brought to two coordinators in the same minutes', async (world) => {
    const family = world.phone('Sunita');
    const both = [
      await world.volunteer('Meena', coordinator),
      await world.volunteer('Ravi', coordinator),
    ];
    const code = await asksForBlood(family);
    family.hearsOnly(says.coordinators, code);
    for (const one of both) one.hearsOnly(says.pleaseCheck, code);
    expect(await minutesAsked(world, family, both, 230)).toEqual({
      asked: { Meena: [31, 91, 211], Ravi: [31, 91, 211] },
      told: [91],
    });
  });

  scenario('waits for the coordinator of its own zone', async (world) => {
    const family = world.phone('Sunita');
    const meena = await world.volunteer('Meena', coordinator);
    const far = await world.volunteer('Ravi', { ...coordinator, zone: 'varanasi' });
    const code = await asksForBlood(family);
    family.hearsOnly(says.coordinators, code);
    meena.hearsOnly(says.pleaseCheck, code);
    expect(await minutesAsked(world, family, [meena, far], 230)).toEqual({
      asked: { Meena: [31, 91, 211] },
      told: [91],
    });
    far.hearsNothing();
  });

  for (const [when, start] of [
    ['half past eleven at night', { hour: 23, minute: 30 }],
    ['two at night', { hour: 2 }],
  ] as const)
    scenario(
      `keeps its pauses when it is urgent and comes at ${when}`,
      async (world) => {
        const family = world.phone('Sunita');
        const meena = await world.volunteer('Meena', coordinator);
        const code = await asksForBlood(family, urgentNeed);
        family.hearsOnly(says.coordinators, code);
        meena.hearsOnly(says.pleaseCheck, code);
        expect(await minutesAsked(world, family, [meena], 340)).toEqual({
          asked: { Meena: [31, 91, 211] },
          told: [91],
        });
        meena.hearsNothing();
      },
      { start: fromCalendar({ year: 2026, month: 11, day: 23, ...start }) },
    );

  scenario(
    'is brought again from seven in the morning on when it comes at night and can wait',
    async (world) => {
      const family = world.phone('Sunita');
      const meena = await world.volunteer('Meena', coordinator);
      const code = await asksForBlood(
        family,
        'Need B+ blood 1 unit SRN hospital Prayagraj tomorrow 5 pm patient Anil attendant Usha',
      );
      family.hearsOnly(says.coordinators, code);
      meena.hearsOnly(says.pleaseCheck, code);
      const seven = 7.5 * 60;
      expect(await minutesAsked(world, family, [meena], 830)).toEqual({
        asked: { Meena: [seven, seven + 120, seven + 360] },
        told: [seven + 120],
      });
    },
    { start: fromCalendar({ year: 2026, month: 11, day: 23, hour: 23, minute: 30 }) },
  );
});
