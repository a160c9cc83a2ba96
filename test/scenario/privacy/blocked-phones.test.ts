import { describe, expect } from 'vitest';
import { blockPerson } from '#functions/use-cases/operator/block-person.ts';
import { forgetByOperator } from '#functions/use-cases/operator/forget-by-operator.ts';
import { readTrail } from '#functions/use-cases/operator/read-trail.ts';
import { removeVolunteer } from '#functions/use-cases/operator/remove-volunteer.ts';
import { showPerson } from '#functions/use-cases/operator/show-person.ts';
import { days, hours, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { donors, englishPhone, searchedFor, whoIsAsked } from '../../world/steps/scenario-steps.ts';
import { missedCallNumber } from '../../world/world.ts';

describe('a blocked phone', () => {
  scenario(
    'gets no reply, no message and no call, and nothing of it is stored',
    async (world) => {
      const sunita = await englishPhone(world, 'Sunita');
      await blockPerson(world.services, sunita.number, true);
      const before = await world.store.person(sunita.number);
      await sunita.texts('Need B+ blood 2 units SRN hospital Prayagraj urgent');
      await sunita.texts('STATUS');
      const call = await sunita.calls();
      expect(call.shown.rejected).toBe(true);
      await sunita.calls(missedCallNumber);
      await world.clock.advance(seconds(30));
      expect(sunita.isRinging()).toBe(false);
      expect(await world.store.person(sunita.number)).toEqual(before);
      expect(await world.outbox()).toEqual([]);
      await world.clock.advance(days(400));
      expect(await world.store.person(sunita.number)).toEqual(before);
      await blockPerson(world.services, sunita.number, false);
      await sunita.texts('STATUS');
      sunita.hearsOnly('BLOOD');
    },
    { missedCallNumber },
  );

  scenario(
    'is asked for no request, and a message that waits for it does not leave',
    async (world) => {
      const [blocked, free] = await donors(world, 2);
      if (!blocked || !free) throw new Error('no donors');
      await blockPerson(world.services, blocked.number, true);
      const { family, verifier } = await searchedFor(world);
      await world.clock.advance(hours(1));
      whoIsAsked([free]);
      blocked.hearsNothing();
      for (const phone of [family, verifier, free]) phone.readsEverything();
    },
  );

  scenario('is never a volunteer: the role is removed first', async (world) => {
    const kavita = await world.volunteer('Kavita');
    expect(await blockPerson(world.services, kavita.number, true)).toBe('is-volunteer');
    expect(await removeVolunteer(world.services, kavita.number)).toBe('removed');
    expect(await removeVolunteer(world.services, kavita.number)).toBe('no-volunteer');
    expect(await blockPerson(world.services, kavita.number, true)).toBe('done');
    expect((await world.store.person(kavita.number))?.volunteer).toBeUndefined();
  });
});

describe('the audit trail', () => {
  scenario('says who did what, newest first, masked, and forgets after its time', async (world) => {
    const { services } = world;
    const [kavita, asha] = [await world.volunteer('Kavita'), await world.donor('Asha')];
    await kavita.texts('OFF');
    kavita.readsEverything();
    expect(await showPerson(services, asha.number)).toContainEqual(['name', 'A…']);
    await removeVolunteer(services, kavita.number);
    await world.clock.advance(seconds(1));
    await blockPerson(services, asha.number, true);
    await world.clock.advance(seconds(1));
    await blockPerson(services, asha.number, true);
    await forgetByOperator(services, asha.number);
    const trail = await readTrail(services, 100);
    expect(trail.map(({ what }) => what).slice(0, 2)).toEqual([
      'person-forgotten',
      'person-blocked',
    ]);
    expect(trail.map(({ what }) => what).sort()).toEqual([
      'person-blocked',
      'person-forgotten',
      'person-shown',
      'volunteer-duty',
      'volunteer-removed',
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/Asha|Kavita|\d{10}"/);
    expect(await readTrail(services, 1)).toHaveLength(1);
    await world.clock.advance(days(40));
    expect(await readTrail(services, 100)).toHaveLength(5);
    await world.clock.advance(days(330));
    expect(await readTrail(services, 100)).toEqual([]);
    expect(world.table().filter(({ kind }) => kind === 'audit')).toEqual([]);
  });
});
