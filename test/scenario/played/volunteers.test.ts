import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { asksForBlood, readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* What people wrote who played volunteers and families and had read no manual. */

const nazareth =
  'A positive 2 units nazareth hospital prayagraj tomorrow 11am patient Mohan Singh attendant Vijay';

const isToCheck = async (world: World) => {
  const donor = await world.donor('Deepak', { group: 'A+' });
  const neha = await world.volunteer('Neha');
  const family = world.phone('Vijay');
  const code = await asksForBlood(family, nazareth);
  neha.hearsOnly(says.pleaseCheck, code, 'Nazareth Hospital');
  family.readsEverything();
  return { donor, neha, family, code };
};

describe('a volunteer with a request to check', () => {
  for (const text of [
    'hospital SRN not nazareth, 3 units',
    'but hospital is SRN not nazareth and 3 units',
    'lekin hospital SRN hai nazareth nahi, 3 unit',
  ])
    scenario(
      `reads back a corrected hospital before donors are asked: "${text}"`,
      async (world) => {
        const { donor, neha, code } = await isToCheck(world);
        await neha.texts(`OK ${code} ${text}`);
        neha.hearsOnly(says.pleaseCheck, code, 'SRN Hospital', '3 units');
        donor.hearsNothing();
        readAllMessages(world);
      },
    );

  for (const text of ['will talk to doctor later', 'I will call them in 1 hour'])
    scenario(`verifies nothing, and postpones nothing, by OK and "${text}"`, async (world) => {
      const { donor, neha, code } = await isToCheck(world);
      await neha.texts(`OK ${code} ${text}`);
      expect(neha.hears(/OK \d+/)).not.toMatch(/That is all right/);
      donor.hearsNothing();
      expect((await world.file(code)).request.phase.type).toBe('verifying');
      readAllMessages(world);
    });

  for (const text of ['band kar do', 'close it', 'बंद कर दो'])
    scenario(`stays on duty after "${text}"`, async (world) => {
      const { neha } = await isToCheck(world);
      await neha.texts(text);
      neha.hears(/./);
      expect((await world.store.person(neha.number))?.volunteer?.onDuty).toBe(true);
      readAllMessages(world);
    });
});

describe('a family whose request is searched for', () => {
  for (const text of ['he needs to be given by 6 pm today', 'blood has to be given before 6 pm'])
    scenario(`is not asked whether to close it after "${text}"`, async (world) => {
      const { family } = await oneUnitAsked(world);
      await family.texts(text);
      expect(family.hears(/./)).not.toMatch(/shall we close it/);
      readAllMessages(world);
    });
});
