import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { searchedFor, waitsForCheck } from '../../world/steps/scenario-steps.ts';
import { callingConfig, type World } from '../../world/world.ts';

const unitsOf = async (world: World, code: string): Promise<number> =>
  (await world.file(code)).request.units;

describe('as many more units again within minutes', () => {
  for (const again of [
    'MORE 2',
    'more 2',
    '2 more needed',
    'do unit aur chahiye',
    'we need 2 more units',
  ])
    scenario(`"${again}" after MORE 2 is asked, and a 1 adds them`, async (world) => {
      const { family, code } = await waitsForCheck(world);
      await family.texts('MORE 2');
      family.hearsOnly(says.unitsAdded, '4 units');
      await world.clock.advance(seconds(20));
      await family.texts(again);
      family.hearsOnly(/6 units? in all|kul 6 unit/);
      expect(await unitsOf(world, code)).toBe(4);
      await family.texts('1');
      family.hears(code, /6 unit/);
      expect(await unitsOf(world, code)).toBe(6);
    });

  scenario('a 2 leaves the units as they are', async (world) => {
    const { family, code } = await waitsForCheck(world);
    await family.texts('MORE 1');
    await family.texts('MORE 1');
    family.hears(says.unitsAdded);
    family.hears(says.askMoreAgain);
    await family.texts('2');
    family.hears('stays as it was');
    expect(await unitsOf(world, code)).toBe(3);
  });

  scenario('words that were confirmed, and then the word, are asked', async (world) => {
    const { family, verifier, code } = await waitsForCheck(world);
    await family.texts('we need 3 more units');
    family.hearsOnly('5 units');
    await family.texts('1');
    family.hears('5 units');
    await family.texts('MORE 3');
    family.hearsOnly(says.askMoreAgain, '8 units in all');
    verifier.hearsOnly('changed request', '5 units');
    expect(await unitsOf(world, code)).toBe(5);
  });

  scenario(
    'the same after a quarter of an hour, and another number, count at once',
    async (world) => {
      const { family, code } = await searchedFor(world);
      family.readsEverything();
      await family.texts('MORE 2');
      await family.texts('MORE 1');
      family.hears(says.unitsAdded, '5 units');
      await world.clock.advance(minutes(15));
      family.readsEverything();
      await family.texts('MORE 1');
      family.hears(says.unitsAdded, '6 units');
      expect(await unitsOf(world, code)).toBe(6);
    },
  );

  scenario('more than can be looked for is refused, not asked', async (world) => {
    const { family } = await waitsForCheck(world);
    await family.texts('MORE 5');
    family.hears(says.unitsAdded, '7 units');
    await family.texts('MORE 5');
    family.hearsOnly(says.unitsNotAdded);
  });

  scenario(
    'a call after the text asks by key',
    async (world) => {
      const { family, code } = await waitsForCheck(world);
      await family.texts('MORE 2');
      family.readsEverything();
      const call = await family.calls();
      await call.presses('2');
      await call.presses('2');
      call.hears('You asked for two units more just before');
      expect(await unitsOf(world, code)).toBe(4);
      await call.presses('1');
      call.hears('six units in all');
      expect(await unitsOf(world, code)).toBe(6);
      await call.hangsUp();
      family.readsEverything();
    },
    { config: callingConfig() },
  );
});
