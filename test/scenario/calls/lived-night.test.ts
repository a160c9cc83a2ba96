import { describe, expect } from 'vitest';
import { minutes, seconds } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { calls, inTexts, presses, requestOf, until } from '../../world/steps/played-calls.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';

/* What stopped a frightened relative and an old donor in a night lived on the phones page, in Hindi (docs/calls.md). */

/** Hindi, AB negative by mistake, and the question for the time. */
const untilWhen = ['1', '1', '3', '2'];

describe('a frightened relative', () => {
  scenario(
    'hears the group that was keyed in before the request exists, and takes it back with *',
    async (world) => {
      const sunita = world.phone('Sunita');
      const call = await calls(world, sunita);
      await presses(call, ...untilWhen);
      expect(call.words).toContain('ए बी नेगेटिव खून कब चाहिए?');
      await call.presses('*');
      expect(call.words).toContain('खून का कौन सा ग्रुप है');
      await presses(call, '3');
      await call.presses('*');
      expect(call.words).toContain('खून का कौन सा ग्रुप है');
      await presses(call, '2', '1');
      expect(call.words).toContain('बी पॉज़िटिव खून कब चाहिए?');
      await call.presses('1');
      expect((await requestOf(world, sunita))?.group).toBe('B+');
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'is told the truth when no volunteer is left to ask',
    async (world) => {
      const [sunita, kavita] = [world.phone('Sunita'), await world.volunteer('Kavita')];
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital, '211001', '1', '1');
      await asking.hangsUp();
      await world.clock.advance(seconds(10));
      const { code = '' } = (await requestOf(world, sunita)) ?? {};
      await kavita.texts(`OK ${kavita.ownCode(code)}`);
      await world.clock.advance(minutes(1));
      const again = await calls(world, sunita);
      expect(again.words).toContain('There is none we can ask just now');
      expect(again.words).not.toContain('about to ask');
      await sunita.texts('STATUS');
      sunita.hears('there is no donor we can ask just now');
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('a volunteer', () => {
  scenario(
    'says the hospital that the family has named, as keys do not offer all of them',
    async (world) => {
      const [sunita, kavita] = [world.phone('Sunita'), await world.volunteer('Kavita')];
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital);
      await asking.hangsUp();
      await world.clock.advance(seconds(10));
      const { code = '' } = (await requestOf(world, sunita)) ?? {};
      const checking = await calls(world, kavita);
      await presses(checking, kavita.ownCode(code), '3');
      await checking.says('one moment please');
      expect(checking.words).toContain('Which hospital');
      await checking.says('Beli hospital');
      expect(checking.words).toContain('How many units');
      await presses(checking, '2');
      expect(await requestOf(world, sunita)).toMatchObject({ hospital: 'Beli Hospital', units: 2 });
      readAllMessages(world);
    },
    inTexts,
  );
});

describe('an old donor', () => {
  scenario(
    'who calls back when it is over hears why we had turned to him',
    async (world) => {
      const [sunita, kavita, amit, salman] = [
        world.phone('Sunita'),
        await world.volunteer('Kavita'),
        await world.donor('Amit', { language: 'hi' }),
        await world.donor('Salman'),
      ];
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital, ...until.names);
      await asking.hangsUp();
      await world.clock.advance(seconds(10));
      const { code = '' } = (await requestOf(world, sunita)) ?? {};
      await kavita.texts(`OK ${kavita.ownCode(code)}`);
      amit.hears(code);
      await salman.texts('1');
      await salman.texts('DONE');
      await world.clock.advance(minutes(2));
      const back = await calls(world, amit);
      expect(back.words).toContain('हमने आपको खून के लिए याद किया था');
      expect(back.words).toContain('खून चाहिए तो एक दबाएँ');
      readAllMessages(world);
    },
    inTexts,
  );

  scenario(
    'whose family hung up too soon does not hear that no volunteer picked up',
    async (world) => {
      const [sunita, kavita, amit] = [
        world.phone('Sunita'),
        await world.volunteer('Kavita'),
        await world.donor('Amit', { language: 'hi' }),
      ];
      const asking = await calls(world, sunita);
      await presses(asking, ...until.hospital, ...until.names);
      await asking.hangsUp();
      await world.clock.advance(seconds(10));
      const { code = '' } = (await requestOf(world, sunita)) ?? {};
      await kavita.texts(`OK ${kavita.ownCode(code)}`);
      const coming = await calls(world, amit);
      await presses(coming, '1', '1');
      const family = await coming.rings();
      await family.presses('1');
      await coming.ringsOut();
      expect(coming.words).toContain('हम यहीं हैं');
      expect(coming.words).not.toContain('फ़ोन नहीं उठाया');
      await coming.presses('1');
      await coming.ringsOut();
      expect(coming.words).toContain('फ़ोन नहीं उठाया');
      readAllMessages(world);
    },
    inTexts,
  );
});
