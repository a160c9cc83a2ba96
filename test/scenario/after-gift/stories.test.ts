import { describe, expect } from 'vitest';
import { listShownStories } from '#functions/use-cases/stories/list-stories.ts';
import { languages } from '#shared/terms/language.ts';
import { days, fromCalendar, hours } from '#shared/terms/time.ts';
import { scenario } from '../../world/scenario.ts';
import {
  amitHasGiven,
  familyIsAsked,
  storyConfig,
  storyIsShown,
  storySays,
  storyWaits,
} from '../../world/steps/after-gift-steps.ts';
import { tracesOf, untilExpiry } from '../../world/steps/privacy-stories.ts';
import {
  donorOf,
  oneUnit,
  readAllMessages,
  searchedFor,
} from '../../world/steps/scenario-steps.ts';
import { amitIsComing } from '../../world/steps/visit-steps.ts';
import { WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { publicUrl, type World } from '../../world/world.ts';

const config = storyConfig();
const en = storySays.en;

const pageOf = (world: World, language = 'en') =>
  new WebBrowser(world.app, publicUrl).open(`/stories?lang=${language}`);
const shownOn = (world: World) => listShownStories(world.services, 10);

describe.each(languages)('a story in %s', (language) => {
  scenario(
    'is told, approved by the family and a coordinator, shown, and taken down by one word',
    async (world) => {
      const { family, readBack, check, own } = await storyIsShown(world, language);
      expect(readBack).not.toMatch(/Amit|अमित/);
      expect(check).not.toMatch(/Amit|अमित|Sunita|Ramesh|\+91/);
      expect(own).toMatch(/^\d{4}$/);
      const page = await pageOf(world, language);
      const [first = ''] = storySays[language].story.split(/[.।]/);
      expect(wordsOf(page)).toContain(first);
      expect(page.html).not.toMatch(/Amit|अमित|Sunita|Ramesh/);
      expect(page.html).toContain('https://wa.me/?text=');
      expect(page.html).toContain('noindex');
      await family.texts('UNTELL');
      family.hearsOnly(storySays[language].down);
      expect((await pageOf(world, language)).html).not.toContain(first);
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
    },
    { config },
  );
});

describe('a family', () => {
  scenario(
    'is asked once, and a no ends it',
    async (world) => {
      const { family } = await familyIsAsked(world);
      await family.texts('2');
      family.hearsOnly('We tell nothing');
      await world.clock.advance(days(20));
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
    },
    { config },
  );

  scenario(
    'that stays silent is not asked again',
    async (world) => {
      const { family } = await familyIsAsked(world);
      await world.clock.advance(days(30));
      family.hearsNothing();
    },
    { config },
  );

  scenario(
    'that tells us of a death is not asked at all',
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
    'is not asked after a request for which no one gave',
    async (world) => {
      const { family, code } = await searchedFor(world, oneUnit);
      await family.texts(`CLOSE ${code}`);
      await family.texts('1');
      readAllMessages(world);
      await world.clock.advance(days(10));
      family.hearsNothing();
      await family.texts('STORY');
      family.hearsOnly('We have no such story');
    },
    { config },
  );

  scenario(
    'may choose to have its name below the words',
    async (world) => {
      const { family, coordinator } = await familyIsAsked(world);
      await family.texts('1');
      family.readsEverything();
      await family.texts(en.story);
      family.hearsOnly('3 = show it with the name Sunita');
      await family.texts('3');
      family.hearsOnly(en.waits);
      const own = coordinator.hearsOnly('Name: Sunita').match(/STORY (\d{4})/)?.[1];
      await coordinator.texts(`STORY ${own}`);
      readAllMessages(world);
      expect(wordsOf(await pageOf(world))).toContain('Sunita · Prayagraj');
    },
    { config },
  );

  scenario(
    'writes its words again until it approves them, and sees what is cut',
    async (world) => {
      const { family } = await familyIsAsked(world);
      await family.texts('1');
      family.readsEverything();
      await family.texts('They came. Call me on 94150 12345 if you want to hear more of it.');
      family.hearsOnly('without phone numbers');
      await family.texts(`${'They came and gave and gave. '.repeat(20)}The end.`);
      expect(family.hearsOnly(en.readBack)).not.toContain('The end');
      await family.texts(en.story);
      family.hearsOnly(en.readBack, 'Two people we did not know');
      await family.texts('2');
      family.hearsOnly('We tell nothing');
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
    },
    { config },
  );

  scenario(
    'that needs blood again in the middle of it is heard at once',
    async (world) => {
      const { family } = await familyIsAsked(world);
      await family.texts('1');
      family.hearsOnly('If you need blood now, text BLOOD');
      await family.texts('Need O+ blood 1 unit Beli hospital Prayagraj urgent patient Hari');
      family.hearsOnly('Who is with the patient?');
    },
    { config },
  );

  scenario(
    'that does not finish leaves nothing behind',
    async (world) => {
      const { family } = await familyIsAsked(world);
      await family.texts('1');
      await family.texts(en.story);
      readAllMessages(world);
      await world.clock.advance(days(3));
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
      await family.texts('1');
      family.hearsOnly('We have no such story');
      await family.texts('STORY');
      family.hearsOnly(en.words);
    },
    { config },
  );
});

describe('a story', () => {
  scenario(
    'confirms the gifts that only their donors had reported',
    async (world) => {
      const { amit, family, verifier } = await amitIsComing(world);
      await amit.texts('DONE');
      expect((await donorOf(world, amit))?.gifts ?? []).toEqual([]);
      for (const text of ['STORY', en.story]) await family.texts(text);
      expect((await donorOf(world, amit))?.gifts ?? []).toEqual([]);
      await family.texts('1');
      expect((await donorOf(world, amit))?.gifts).toMatchObject([{ at: 'request' }]);
      await family.texts('MYDATA');
      family.hears('You have told a story for our page');
      verifier.readsEverything();
      readAllMessages(world);
    },
    { config },
  );
});

describe('a coordinator', () => {
  scenario(
    'does not show a story, and the family hears it kindly',
    async (world) => {
      const { coordinator, family, own } = await storyWaits(world);
      await coordinator.texts(`UNTELL ${own}`);
      coordinator.hearsOnly('not shown and is deleted');
      family.hearsOnly('decided not to show it');
      await coordinator.texts(`STORY ${own}`);
      coordinator.hearsOnly('We have no such story');
      expect(await shownOn(world)).toEqual([]);
    },
    { config },
  );

  scenario(
    'takes a shown story down with the same code',
    async (world) => {
      const { coordinator, family, own } = await storyIsShown(world);
      await coordinator.texts(`STORY ${own}`);
      coordinator.hearsOnly('decided already');
      await coordinator.texts(`UNTELL ${own}`);
      coordinator.hearsOnly('not shown and is deleted');
      family.hearsOnly('decided not to show it');
      expect(await shownOn(world)).toEqual([]);
    },
    { config },
  );

  scenario(
    'decides with a code of their own: no other number and no guess shows anything',
    async (world) => {
      const { family, verifier, amit, own } = await storyWaits(world);
      for (const phone of [family, verifier, amit]) {
        await phone.texts(`STORY ${own}`);
        phone.hearsOnly('We have no such story');
      }
      expect(await shownOn(world)).toEqual([]);
    },
    { config },
  );
});

describe('what is left of a story', () => {
  scenario(
    'is nothing, after FORGET of its family',
    async (world) => {
      const { family } = await storyIsShown(world);
      await family.forgets();
      readAllMessages(world);
      expect(await shownOn(world)).toEqual([]);
      await world.clock.advance(untilExpiry);
      expect(tracesOf(world, family, 'Ramesh', 'did not know')).toEqual([]);
    },
    { config },
  );

  scenario(
    'is nothing, after the retention of its request',
    async (world) => {
      const { family } = await storyIsShown(world);
      await world.clock.advance(days(170));
      expect(await shownOn(world)).toHaveLength(1);
      readAllMessages(world);
      await world.clock.advance(days(20));
      readAllMessages(world);
      expect(await shownOn(world)).toEqual([]);
      expect(tracesOf(world, family, 'did not know')).toEqual([]);
    },
    { config },
  );

  scenario(
    'keeps no trace of its coordinator after FORGET',
    async (world) => {
      const { coordinator } = await storyIsShown(world);
      await coordinator.forgets();
      readAllMessages(world);
      await world.clock.advance(untilExpiry + hours(1));
      expect(await shownOn(world)).toHaveLength(1);
      expect(tracesOf(world, coordinator)).toEqual([]);
    },
    { config },
  );
});

describe('the question to the family', () => {
  scenario(
    'waits while the family needs blood again',
    async (world) => {
      const { family } = await amitHasGiven(world);
      await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 26, hour: 15 }));
      await family.texts('Need O+ blood 1 unit Beli hospital Prayagraj tomorrow patient Hari');
      family.readsEverything();
      await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 26, hour: 21 }));
      expect(family.unread().filter((text) => text.includes(en.ask))).toEqual([]);
      await family.texts('2');
      readAllMessages(world);
    },
    { config },
  );
});
