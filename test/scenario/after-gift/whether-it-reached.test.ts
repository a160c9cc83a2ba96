import { describe, expect } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { days, fromCalendar, hours } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import {
  afterGiftConfig,
  afterGiftSays,
  amitHasGiven,
  isAskedWhetherItReached,
  languageWord,
} from '../../world/steps/after-gift-steps.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  donorOf,
  oneUnit,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import { amitIsComing } from '../../world/steps/visit-steps.ts';
import type { World } from '../../world/world.ts';

const config = afterGiftConfig((usual) => ({
  certificate: { on: false },
  news: { ...usual.news, holdOut: 0 },
}));
const en = afterGiftSays.en;
const newsEvening = fromCalendar({ year: 2026, month: 12, day: 14, hour: 20 });

const requestOf = async (world: World, code: string) =>
  world.table().find((item) => item['kind'] === 'request' && item['code'] === code);

describe.each(languages)('a family, in %s', (language) => {
  scenario(
    'is asked once, on the next evening, whether the blood reached its patient',
    async (world) => {
      const story = await amitHasGiven(world);
      const { family, amit, code } = story;
      await family.texts(`LANG ${languageWord(language)}`);
      family.readsEverything();
      await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 24, hour: 17, minute: 59 }));
      family.hearsNothing();
      await isAskedWhetherItReached(world, story, language);
      await family.texts('2');
      family.hearsOnly(afterGiftSays[language].reachedNo);
      expect(await requestOf(world, code)).toMatchObject({ reached: false });
      await family.texts('1');
      family.readsEverything();
      expect(await requestOf(world, code)).toMatchObject({ reached: false });
      await world.clock.at(newsEvening);
      await world.clock.advance(days(20));
      amit.hearsNothing();
      family.hearsNothing();
    },
    { config },
  );
});

describe('what a family says of the blood', () => {
  for (const [words, told] of [
    ['mil gaya', true],
    ['haan ji', true],
    ['हाँ, मिल गया', true],
    ['yes', true],
    ['nahi mila', false],
    ['no', false],
  ] as const)
    scenario(
      `is heard in words: ${words}`,
      async (world) => {
        const story = await amitHasGiven(world);
        await isAskedWhetherItReached(world, story);
        await story.family.texts(words);
        expect(story.family.unread().join(' ')).toMatch(
          told ? /We pass it on|बिना नाम|bina naam/ : /We do not tell|hum donor ko nahi/i,
        );
        readAllMessages(world);
        expect(await requestOf(world, story.code)).toMatchObject({ reached: told });
      },
      { config },
    );

  scenario(
    'is said by one key in a call',
    async (world) => {
      const story = await amitHasGiven(world);
      await isAskedWhetherItReached(world, story);
      const call = await story.family.calls();
      call.hears('Did the blood reach your patient');
      await call.presses('1');
      call.hears('We pass it on to the people who gave');
      await call.hangsUp();
      expect(await requestOf(world, story.code)).toMatchObject({ reached: true });
      await world.clock.at(newsEvening);
      story.amit.hearsOnly(says.giftNews);
    },
    { config },
  );

  scenario(
    'becomes no news while the family is silent',
    async (world) => {
      const story = await amitHasGiven(world);
      await isAskedWhetherItReached(world, story);
      await world.clock.at(newsEvening);
      await world.clock.advance(days(20));
      story.amit.hearsNothing();
      expect((await donorOf(world, story.amit))?.contacts ?? []).toEqual([]);
      expect((await donorOf(world, story.amit))?.followUps).toEqual([]);
    },
    { config },
  );

  scenario(
    'confirms what only the donor had reported',
    async (world) => {
      const { amit, family } = await amitIsComing(world);
      await amit.texts('DONE');
      readAllMessages(world);
      await isAskedWhetherItReached(world, { family });
      await family.texts('1');
      family.hearsOnly(en.reachedYes);
      expect((await donorOf(world, amit))?.gifts).toMatchObject([{ at: 'request' }]);
      await world.clock.at(newsEvening);
      amit.hearsNothing();
      await world.clock.advance(days(2));
      amit.hearsOnly(says.giftNews);
    },
    { config },
  );
});

describe('a family is not asked', () => {
  scenario(
    'after it has told us about a death',
    async (world) => {
      const { family } = await amitHasGiven(world);
      await family.texts('My father passed away today');
      family.readsEverything();
      await world.clock.advance(days(10));
      family.hearsNothing();
    },
    { config },
  );

  scenario(
    'after a request for which no one gave',
    async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      await family.texts(`CLOSE ${code}`);
      await family.texts('1');
      readAllMessages(world);
      await world.clock.advance(days(10));
      family.hearsNothing();
    },
    { config },
  );

  scenario(
    'while it needs blood again',
    async (world) => {
      const { family } = await amitHasGiven(world);
      await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 24, hour: 15 }));
      await family.texts('Need O+ blood 1 unit Beli hospital Prayagraj tomorrow patient Hari');
      family.readsEverything();
      await world.clock.advance(hours(6));
      expect(family.unread().filter((text) => text.includes(en.reachedAsk))).toEqual([]);
      await family.texts('2');
      readAllMessages(world);
    },
    { config },
  );
});
