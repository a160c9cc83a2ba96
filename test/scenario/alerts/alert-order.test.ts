import { describe, expect } from 'vitest';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { days, hours, minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { names, need, oneUnitAsked, stagesOf } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  searchedFor,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';

/** Donors are asked however unlikely they are to give. */
const withoutLeastChance = (config: HotlineConfig): HotlineConfig => {
  const asking = { ...config.policy.asking, leastChance: { critical: 0, urgent: 0, planned: 0 } };
  return { ...config, policy: { ...config.policy, asking } };
};

/** PIN codes: beside SRN hospital, about 10 km away, elsewhere in the zone, in Varanasi's zone, too far to come. */
const pins = {
  near: '211001',
  tenKm: '211012',
  inZone: '230001',
  nextZone: '231001',
  farAway: '250001',
};

describe('the order of alerts', () => {
  scenario(
    'goes from the nearest donors outwards as far as one can come in time, and then asks the coordinators with the counts',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const far = await world.donor('Far', { pin: pins.farAway });
      const next = await world.donor('Next', { pin: pins.nextZone });
      const zone = await world.donor('Zone', { pin: pins.inZone });
      const ten = await world.donor('Ten', { pin: pins.tenKm });
      const near = await world.donor('Near', { pin: pins.near });
      const people = [near, ten, zone, next, far];
      const { family, code } = await searchedFor(world, oneUnit);
      const order: string[][] = [names(whoIsAsked(people))];
      for (let stage = 2; stage <= 4; stage += 1) {
        await world.clock.advance(minutes(8) + seconds(10));
        order.push(names(whoIsAsked(people)));
        if (stage === 3) family.hearsOnly(says.widened, code);
      }
      expect(order).toEqual([['Near'], ['Ten'], ['Zone'], ['Next']]);
      await near.texts('2');
      near.hears(says.thanksForNo);
      meena.hearsNothing();
      await world.clock.advance(minutes(8) + seconds(10));
      family.hearsOnly(says.everyoneAsked, code);
      meena.hearsOnly(
        says.needsCoordinator,
        code,
        'Still missing: 1',
        'asked: 4',
        'said no: 1',
        family.number,
      );
      await world.clock.advance(hours(4));
      family.hearsNothing();
      meena.hearsNothing();
    },
    { config: withoutLeastChance(stagesOf(1).config) },
  );

  scenario(
    'leaves out donors who cannot arrive in time, and tells the coordinators',
    async (world) => {
      const meena = await world.volunteer('Meena', { role: 'coordinator' });
      const near = await world.donor('Near', { pin: pins.near });
      await world.donor('Far', { pin: pins.farAway });
      const { family, code } = await searchedFor(world, oneUnit);
      near.hears(says.alert);
      await world.clock.advance(minutes(20));
      family.hearsOnly(says.everyoneAsked, code);
      meena.hearsOnly(says.needsCoordinator, code, 'asked: 1', 'silent: 1');
      await world.clock.advance(hours(2));
    },
  );

  scenario('spares Rh-negative donors until the zone has no others', async (world) => {
    const negative = await world.donor('Negative', { group: 'B-' });
    const zone = await world.donor('Zone', { pin: pins.inZone });
    const { family } = await searchedFor(world, need('B+ blood 1 unit', 'by 26/11 10 am'));
    zone.hearsOnly(says.alert);
    negative.hearsNothing();
    // "We are asking donors nearby" and "now further away" are not told in one minute.
    family.hearsNothing();
    await world.clock.advance(minutes(46));
    negative.hears(says.alert);
    family.hearsOnly(says.widened);
  });

  for (const [what, text] of [
    ['blood', oneUnit],
    ['platelets', need('B+ platelets 1 unit')],
    ['red cells for tomorrow', need('B+ packed red cells 1 unit', 'by 24/11 8 pm')],
  ] as const)
    scenario(
      `begins about 10 km away when no donor is nearer, and says nothing of "further away": ${what}`,
      async (world) => {
        const only = await world.donor('Only', { pin: pins.tenKm });
        const { family, code } = await searchedFor(world, text);
        only.hearsOnly(says.alert, code);
        family.hearsNothing();
        await world.clock.advance(minutes(2));
        family.hearsNothing();
        await world.clock.advance(minutes(90));
        family.hearsOnly(says.everyoneAsked, code);
      },
    );

  for (const [where, pin] of [
    ['far in the zone', pins.inZone],
    ['in the next zone', pins.nextZone],
  ] as const)
    scenario(`says nothing of donors near when the only one is ${where}`, async (world) => {
      const only = await world.donor('Only', { pin });
      const { family, code } = await searchedFor(world, oneUnit);
      only.hearsOnly(says.alert, code);
      expect(
        world.carrier
          .messagesOf(family.number)
          .map(({ text }) => text)
          .join(),
      ).not.toMatch(/near|further/);
      family.hearsNothing();
      await world.clock.advance(minutes(2));
      family.hearsNothing();
      await world.clock.advance(minutes(90));
      family.hearsOnly(says.everyoneAsked, code);
    });

  scenario(
    'says at once that all have been asked when there are no donors, and nothing of "further away"',
    async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      // No coordinator is there who could be told.
      expect(family.hearsOnly(says.everyoneAsked, code)).not.toContain('coordinator');
      await world.clock.advance(minutes(40));
      family.hearsNothing();
    },
  );

  scenario(
    'prefers the same group to a compatible one',
    async (world) => {
      const o = await donors(world, 2, { group: 'O+' });
      const b = await donors(world, 2);
      await searchedFor(world, need('B+ packed red cells 1 unit'));
      expect(names(whoIsAsked([...o, ...b]))).toEqual(names(b));
      await world.clock.advance(minutes(8) + seconds(10));
      expect(names(whoIsAsked([...o, ...b]))).toEqual(names(o));
    },
    stagesOf(2),
  );
});

describe('the number of alerts', () => {
  scenario('is one open alert for each donor', async (world) => {
    const amit = await world.donor('Amit');
    const { family, verifier, code } = await searchedFor(world, oneUnit);
    const geeta = world.phone('Geeta');
    const other = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    await findsItReal(verifier, geeta, other);
    amit.hearsOnly(says.alert, code);
    geeta.hearsOnly(says.everyoneAsked);
    await amit.texts('2');
    amit.hearsOnly(says.thanksForNo, code);
    await world.clock.advance(minutes(40));
    family.hearsOnly(says.everyoneAsked);
    amit.hearsOnly(says.alert, other);
  });

  scenario('is at most three a week for each donor', async (world) => {
    const { amit, family, verifier } = await oneUnitAsked(world);
    await family.closes();
    for (let n = 2; n <= 4; n += 1) {
      await world.clock.advance(hours(24));
      for (const phone of [family, verifier]) phone.readsEverything();
      expect(amit.hearsAll(says.alertOver)).toBe(1);
      const code = await asksForBlood(family, oneUnit.replace('urgent', 'today by 8 pm'));
      await findsItReal(verifier, family, code);
      if (n <= 3) {
        amit.hears(says.alert);
        await family.closes();
      }
    }
    amit.hearsNothing();
    family.hearsOnly(says.everyoneAsked);
    await world.clock.advance(days(5));
    for (const phone of [family, verifier]) phone.readsEverything();
    const code = await asksForBlood(family, oneUnit);
    await findsItReal(verifier, family, code);
    amit.hearsOnly(says.alert);
  });
});
