import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import type { PlayedCall } from '../../world/servers/twiml-player.ts';
import {
  calls,
  inTexts,
  isCalled,
  presses,
  requestOf,
  until,
} from '../../world/steps/played-calls.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';
import { callingConfig } from '../../world/world.ts';

/* What calls without an answer cost volunteers, callers and the bill, and that what was spoken arrives. */

const silentUntilOver = async (call: PlayedCall): Promise<number> => {
  let rings = 0;
  for (let i = 0; i < 40 && !call.isOver; i += 1) {
    rings += call.find('Dial')?.inside.length ?? 0;
    await call.staysSilent();
  }
  expect(call.isOver).toBe(true);
  return rings;
};

describe('calls without a key', () => {
  scenario(
    'ring volunteers up to the limit of their number, and then may leave a message',
    async (world) => {
      const most = world.services.config.policy.calls.ringsPerHour;
      const volunteers = ['Kavita', 'Rekha', 'Meena', 'Gita', 'Lata', 'Usha', 'Nina'];
      for (const name of volunteers) await world.volunteer(name);
      const sunita = world.phone('Sunita');
      const rings: number[] = [];
      for (let i = 0; i < most + 2; i += 1) {
        const call = await calls(world, sunita);
        rings.push(await silentUntilOver(call));
        expect(call.said.join(' ')).toContain('बीप की आवाज़');
        expect(call.muteSeconds).toBeLessThanOrEqual(20);
        expect(call.ringingSeconds).toBeLessThanOrEqual(20);
        await call.hangsUp();
      }
      expect(rings.slice(0, most).every((n) => n > 0 && n <= volunteers.length)).toBe(true);
      expect(rings.slice(most)).toEqual([0, 0]);
      // Another hour, another number: both ring again.
      expect(await silentUntilOver(await calls(world, world.phone('Geeta')))).toBeGreaterThan(0);
      await world.clock.advance(minutes(61));
      expect(await silentUntilOver(await calls(world, sunita))).toBeGreaterThan(0);
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'of one number that presses 0 again and again have the same limit',
    async (world) => {
      await world.volunteer('Kavita');
      const sunita = world.phone('Sunita');
      const most = world.services.config.policy.calls.ringsPerHour;
      const rung: boolean[] = [];
      for (let i = 0; i < most + 2; i += 1) {
        const call = await calls(world, sunita);
        await call.presses('0');
        rung.push(call.find('Dial') !== undefined);
      }
      expect(rung).toEqual([...Array(most).fill(true), false, false]);
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('a machine', () => {
  scenario(
    'that picks up our calls hears little and costs one minute',
    async (world) => {
      const [sunita, kavita, amit] = [
        world.phone('Sunita'),
        await world.volunteer('Kavita', { language: 'hi' }),
        await world.donor('Amit', { language: 'hi' }),
      ];
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital, ...until.names);
      await asking.hangsUp();
      const checking = await isCalled(world, kavita);
      await silentUntilOver(checking);
      expect(checking.seconds).toBeLessThanOrEqual(60);
      await kavita.texts(`OK ${kavita.ownCode((await requestOf(world, sunita))?.code ?? '')}`);
      const alert = await isCalled(world, amit);
      await silentUntilOver(alert);
      expect(alert.said.filter((words) => words.includes('तो एक दबाएँ')).length).toBe(2);
      expect(alert.seconds).toBeLessThanOrEqual(60);
      for (const phone of world.phones())
        while (phone.unexpectedCalls()[0]) await phone.missesCall();
      readAllMessages(world);
    },
    { config: callingConfig() },
  );
});

describe('what a family has said aloud', () => {
  scenario(
    'reaches the donor: the hospital before the question, the town in the text, one time throughout',
    async (world) => {
      const [sunita, kavita, amit] = [
        world.phone('Sunita'),
        await world.volunteer('Kavita'),
        await world.donor('Amit'),
      ];
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital, '211001', '1', '4');
      await asking.records(3, '#');
      await presses(asking, '1', '1');
      await asking.records(2, '#');
      await asking.records(2);
      const told = [asking.words];
      await presses(asking, '1');
      await asking.hangsUp();
      await world.clock.advance(seconds(10));
      const { code = '' } = (await requestOf(world, sunita)) ?? {};
      await kavita.texts(`OK ${kavita.ownCode(code)}`);
      const text = amit.hears('Prayagraj');
      expect(text).not.toContain('211001');
      const asked = await calls(world, amit);
      const inside = asked.find('Gather')?.inside ?? [];
      const order = inside.map(({ name, text: words }) => (name === 'Play' ? name : words));
      const [spoken, sound, question] = order;
      expect(spoken).toContain('as the caller said it');
      expect(sound).toBe('Play');
      expect(question).toContain('Can you come');
      told.push(asked.words);
      await presses(asked, '1');
      told.push(asked.words);
      // "Now" stays what it is: no clock time is said anywhere.
      for (const words of [text, ...told]) expect(words).toMatch(/as soon as (possible|you can)/i);
      expect(told.join(' ')).not.toMatch(/tomorrow|tonight|in the (morning|afternoon|evening)/);
      expect(asked.find('Gather')?.inside.some(({ name }) => name === 'Play')).toBe(true);
      expect(asked.words).toContain('The person to ask for');
      await asked.hangsUp();
      await world.clock.advance(minutes(50));
      await amit.texts('1');
      for (const said of ['you are awaited', 'We have your word'])
        expect(amit.hears(said)).toContain('as soon as possible');
      readAllMessages(world);
    },
    inTexts,
  );
});
