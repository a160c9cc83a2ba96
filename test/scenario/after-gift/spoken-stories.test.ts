import { describe, expect } from 'vitest';
import { listShownStories } from '#functions/use-cases/stories/list-stories.ts';
import { languages } from '#shared/terms/language.ts';
import { days, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { familyIsAsked, storyConfig, storySays } from '../../world/steps/after-gift-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { tracesOf, untilExpiry } from '../../world/steps/privacy-stories.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

const config = storyConfig();

const spoken = {
  en: {
    ask: 'To tell it now, press one',
    kept: 'writes your words down',
    back: 'We would show these words',
  },
  hi: { ask: 'अभी बताने के लिए एक', kept: 'सुनकर आपके शब्द लिखेंगे', back: 'हम ये शब्द दिखाएँगे' },
} as const;
const told = {
  en: {
    spoken: 'A family has told us by phone',
    written: 'The family reads and hears these words',
  },
  hi: { spoken: 'एक परिवार ने फोन पर बताया', written: 'परिवार ये शब्द' },
  'hi-Latn': { spoken: 'Ek parivaar ne phone par bataya', written: 'Parivaar yeh shabd' },
} as const;
const heardIn = (language: keyof typeof told) => spoken[language === 'en' ? 'en' : 'hi'];

/** The family calls and tells; its coordinator knows. */
const tellsByCall = async (world: World, language: keyof typeof told = 'en') => {
  const asked = await familyIsAsked(world, language);
  const call = await asked.family.calls();
  call.hears(heardIn(language).ask);
  await call.presses('1');
  await call.says('Two people came at night, and Amit sat with us');
  call.hears(heardIn(language).kept);
  await call.hangsUp();
  asked.coordinator.hearsOnly(told[language].spoken, '/console/stories');
  return asked;
};

/** The coordinator listens in the console and writes the words down. */
const isWrittenDown = async (world: World, coordinator: Phone, words: string) => {
  const browser = await entersConsole(world, coordinator);
  await browser.open('/console/stories?lang=en');
  const sound = /src="([^"]+\.mp3)"/.exec(browser.page.html)?.[1] ?? '';
  expect((await browser.open(sound)).status).toBe(200);
  await browser.open('/console/stories?lang=en');
  await browser.submit('/console/stories/decide', { words }, 'textarea');
  return browser;
};

const rings = async (world: World, family: Phone) => {
  for (let i = 0; i < 60 && !family.isRinging(); i += 1) await world.clock.advance(seconds(5));
  return family.picksUp();
};
const recordingsIn = (world: World) => world.table().filter(({ kind }) => kind === 'recording');

describe.each(languages)('a story told in a call, in %s', (language) => {
  scenario(
    'is written down, read back by text and by call, approved by one key, and shown',
    async (world) => {
      const { family, coordinator } = await tellsByCall(world, language);
      await isWrittenDown(world, coordinator, storySays[language].story);
      expect(await listShownStories(world.services, 10)).toEqual([]);
      const call = await rings(world, family);
      call.hears(heardIn(language).back);
      family.hears(storySays[language].readBack);
      await call.presses('1');
      await call.hangsUp();
      readAllMessages(world);
      expect(await listShownStories(world.services, 10)).toEqual([]);
      const browser = await entersConsole(world, coordinator);
      await browser.open('/console/stories?lang=en');
      await browser.submit('/console/stories/decide', {}, 'value="show"');
      await world.clock.advance(seconds(5));
      family.hears(storySays[language].shown);
      const [story] = await listShownStories(world.services, 10);
      expect(story?.text).not.toMatch(/Amit|अमित/);
      expect(story?.recording).toBeUndefined();
      await world.clock.advance(minutes(2));
      expect(recordingsIn(world)).toEqual([]);
    },
    { config },
  );
});

describe('what a family has said of how it went', () => {
  scenario(
    'is recorded for ninety seconds at most; without words nothing is kept',
    async (world) => {
      const { family } = await familyIsAsked(world);
      const call = await family.calls();
      await call.presses('1');
      call.hears('ninety seconds at most');
      const next = world.table().find(({ kind }) => kind === 'call');
      expect(next).toMatchObject({ reply: { next: { type: 'record', maxSeconds: 90 } } });
      await call.hangsUp();
      expect(recordingsIn(world)).toEqual([]);
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
    },
    { config },
  );

  for (const word of ['UNTELL', 'FORGET'] as const)
    scenario(
      `is gone after ${word}, at the carrier too`,
      async (world) => {
        const { family } = await tellsByCall(world);
        const [recording] = recordingsIn(world);
        const carrierId = String(recording?.['carrierId']);
        expect(await world.services.carrier.sound(carrierId)).toBeDefined();
        if (word === 'FORGET') await family.forgets();
        else await family.texts(word);
        readAllMessages(world);
        await world.clock.advance(minutes(2));
        expect(recordingsIn(world)).toEqual([]);
        expect(await world.services.carrier.sound(carrierId)).toBeUndefined();
        expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
        if (word === 'FORGET') {
          await world.clock.advance(untilExpiry);
          expect(tracesOf(world, family)).toEqual([]);
        }
      },
      { config },
    );

  scenario(
    'is deleted with the story when no coordinator writes it down',
    async (world) => {
      await tellsByCall(world);
      await world.clock.advance(days(31));
      expect(recordingsIn(world)).toEqual([]);
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
      readAllMessages(world);
    },
    { config },
  );

  scenario(
    'is replaced when it tells again, and a no keeps nothing',
    async (world) => {
      const { family, coordinator } = await tellsByCall(world);
      await isWrittenDown(world, coordinator, storySays.en.story);
      const call = await rings(world, family);
      await call.presses('4');
      await call.says('It was another way');
      await call.hangsUp();
      readAllMessages(world);
      await world.clock.advance(minutes(2));
      expect(recordingsIn(world)).toHaveLength(1);
      const again = await family.calls();
      again.hears('Welcome');
      await again.hangsUp();
      await isWrittenDown(world, coordinator, storySays.en.story);
      const second = await rings(world, family);
      await second.presses('2');
      second.hears('keep nothing of it');
      await second.hangsUp();
      readAllMessages(world);
      await world.clock.advance(minutes(2));
      expect(recordingsIn(world)).toEqual([]);
      expect(world.table().filter(({ kind }) => kind === 'story')).toEqual([]);
    },
    { config },
  );
});
