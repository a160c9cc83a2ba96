import { describe } from 'vitest';
import { days } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import { donors, readAllMessages, searchedFor } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const oneOfTwoHasAgreed = async (world: World) => {
  const [amit] = await donors(world, 1);
  const { family } = await searchedFor(world);
  await amit?.texts('1');
  readAllMessages(world);
  return { amit, family };
};

describe('a request whose time is over after one unit of two was given', () => {
  for (const [language, told] of [
    ['EN', /its time is over\. 1 of 2 units was given\./],
    ['HI', /समय पूरा होने पर यह माँग बंद हो गई। 2 में से 1 यूनिट खून मिल गया था।/],
    [
      'HINDI',
      /samay poora hone par yeh maang band ho gayi\. 2 mein se 1 unit khoon mil gaya tha\./,
    ],
  ] as const)
    for (const who of ['donor', 'family'] as const)
      scenario(
        `tells the family of the unit that the ${who} reported (${language})`,
        async (world) => {
          const { amit, family } = await oneOfTwoHasAgreed(world);
          await family.texts(`LANG ${language}`);
          if (who === 'donor') await amit?.texts('khoon de diya');
          else for (const text of ['एक यूनिट मिल गया', '1']) await family.texts(text);
          readAllMessages(world);
          await world.clock.advance(days(3));
          family.hears(told);
          readAllMessages(world);
        },
      );

  scenario('tells of no unit when none was given', async (world) => {
    const { family } = await oneOfTwoHasAgreed(world);
    await world.clock.advance(days(3));
    family.hears('because its time is over. If you still need blood');
    readAllMessages(world);
  });
});
