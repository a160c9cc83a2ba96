import { describe, expect } from 'vitest';
import { inviteMessage } from '#functions/use-cases/camps/camp-messages.ts';
import { UnitOfWork } from '#functions/use-cases/unit-of-work.ts';
import { newPerson } from '#shared/people/person.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { campSays, opensCamp, theCamp } from '../../world/steps/camp-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { donors, oneUnit, waitsForCheck, whoIsAsked } from '../../world/steps/scenario-steps.ts';
import { testConfig, type World } from '../../world/world.ts';

/*
 * Exotel takes 200 requests a minute, Plivo two new calls a second from India (docs/facts.md#carriers). Both fakes
 * refuse what is beyond that, and the world counts it.
 */

const indian = {
  answerNumber: phoneNumberSchema.parse('+915320000002'),
  carriers: { texts: 'exotel', calls: 'plivo' },
  // A message that the carrier has refused twice is lost.
  config: testConfig((config) => ({
    ...config,
    policy: { ...config.policy, sending: { ...config.policy.sending, retryMinutes: [1] } },
  })),
} as const;

/** Invitations of one transaction. */
const batch = 45;

/** What eight camps invite in a minute, at one moment. */
const inviteAtOnce = async (world: World, count: number): Promise<Phone[]> => {
  const camp = await theCamp(world);
  const phones = Array.from({ length: count }, (_, i) => world.phone(`Member ${i + 1}`));
  const now = world.clock.now();
  for (let i = 0; i < count; i += batch) {
    const some = phones.slice(i, i + batch);
    await world.store.save(
      some.map(({ number }) => ({ put: { ...newPerson(number, now), language: 'en' as const } })),
    );
    const work = new UnitOfWork(world.services, now);
    for (const { number } of some) work.queueText(number, inviteMessage(camp));
    await work.save('done');
  }
  return phones;
};

const invitedOf = (phones: Phone[]): number =>
  phones.reduce((sum, phone) => sum + phone.hearsAll(campSays.en.invite), 0);

describe('200 requests a minute', () => {
  scenario(
    'let alerts leave at once, and 340 invitations one minute after another, each once',
    async (world) => {
      const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
      await opensCamp(coordinator, { units: 1 });
      const near = await donors(world, 8);
      const { family, verifier, code } = await waitsForCheck(world, oneUnit);
      const members = await inviteAtOnce(world, 340);
      await verifier.texts(`OK ${code}`);
      // The same minute: the stage has left, and most invitations wait.
      const asked = whoIsAsked(near);
      expect(asked.length).toBeGreaterThan(1);
      const invited = [invitedOf(members)];
      expect(invited[0]).toBeGreaterThan(100);
      expect(invited[0]).toBeLessThanOrEqual(160);
      for (let minute = 1; minute <= 3; minute += 1) {
        await world.clock.advance(minutes(1));
        invited.push(invitedOf(members));
      }
      expect(Math.max(...invited)).toBeLessThanOrEqual(160);
      expect(invited.reduce((sum, count) => sum + count, 0)).toBe(340);
      expect(world.refused()).toBe(0);
      await asked[0]?.texts('1');
      asked[0]?.hears(says.confirmed);
      await world.clock.advance(hours(1));
      for (const member of members) member.hearsNothing();
      for (const phone of [...near, family, verifier, coordinator]) phone.readsEverything();
    },
    indian,
  );
});

describe('two new calls a second', () => {
  scenario(
    'ring every donor of a stage that calls, and refuse none',
    async (world) => {
      const near = await donors(world, 24);
      for (const donor of near) await donor.texts('CALLS');
      for (const donor of near) donor.readsEverything();
      const { verifier, code } = await waitsForCheck(world);
      await verifier.texts(`OK ${code}`);
      // Before the next stage.
      await world.clock.advance(minutes(2));
      const calls = (await world.outbox()).filter(({ channel }) => channel === 'call');
      // Two a second: these took more than five seconds.
      expect(calls.length).toBeGreaterThan(12);
      expect(world.refused()).toBe(0);
      expect(new Set(calls.map(({ tries }) => tries))).toEqual(new Set([1]));
      const rung = near.filter((donor) => donor.missedCalls() === 1);
      expect(rung).toHaveLength(calls.length);
      for (const donor of rung) await donor.missesCall();
      for (const phone of world.phones()) phone.readsEverything();
    },
    indian,
  );
});
