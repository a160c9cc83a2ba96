import { describe, expect } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { days, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { storyConfig, storyIsShown } from '../../world/steps/after-gift-steps.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { tracesOf, untilExpiry } from '../../world/steps/privacy-stories.ts';
import { readAllMessages } from '../../world/steps/scenario-steps.ts';
import { phonePhoto, secrets } from '../../world/web/pictures.ts';
import { WebBrowser } from '../../world/web/web-browser.ts';
import { publicUrl, type World } from '../../world/world.ts';

const config = storyConfig();
const photoSays = {
  en: {
    ask: 'May we show this photograph',
    waits: 'looks at the photograph first',
    done: 'Your photograph is shown',
  },
  hi: { ask: 'क्या हम यही फोटो', waits: 'साथी फोटो देखेंगे', done: 'आपकी फोटो कहानी के साथ' },
  'hi-Latn': {
    ask: 'Kya hum yahi photo',
    waits: 'saathi photo dekhenge',
    done: 'Aapki photo kahani',
  },
} as const;

const sendsPhoto = (family: Phone, file: Uint8Array = phonePhoto()) =>
  family.texts('', { channel: 'whatsapp', file: Buffer.from(file).toString('base64') });
const itemsOf = (world: World, kind: string) =>
  world.table().filter((item) => item['kind'] === kind);

const picturesOn = async (world: World) => {
  const visitor = new WebBrowser(world.app, publicUrl);
  const { html } = await visitor.open('/stories?lang=en');
  return [...html.matchAll(/<img[^>]*src="([^"]+)"/g)].map(([, src = '']) => src);
};
const fileAt = async (world: World, path: string) => {
  const response = await world.app.fetch(new Request(`${publicUrl}${path}`));
  return { response, text: Buffer.from(await response.arrayBuffer()).toString('latin1') };
};

/** The family has sent a photograph and agreed to it. */
const photoWaits = async (world: World, language: keyof typeof photoSays = 'en') => {
  const told = await storyIsShown(world, language);
  await sendsPhoto(told.family);
  told.family.hearsOnly(photoSays[language].ask);
  await told.family.texts('1', { channel: 'whatsapp' });
  told.family.hearsOnly(photoSays[language].waits);
  told.coordinator.hearsOnly('/console/stories');
  return told;
};

const decides = async (world: World, coordinator: Phone, act: 'photo-show' | 'photo-remove') => {
  const browser = await entersConsole(world, coordinator);
  await browser.open('/console/stories?lang=en');
  const sent = /<img[^>]*src="([^"]+)"/.exec(browser.page.html)?.[1] ?? '';
  const seen = sent && (await browser.open(sent));
  await browser.open('/console/stories?lang=en');
  await browser.submit('/console/stories/decide', {}, `value="${act}"`);
  await world.clock.advance(seconds(5));
  return seen;
};

describe.each(languages)('a photograph, in %s', (language) => {
  scenario(
    'is agreed to, looked at, shown without its metadata, and taken down by one word',
    async (world) => {
      const { family, coordinator } = await photoWaits(world, language);
      expect(await picturesOn(world)).toEqual([]);
      await decides(world, coordinator, 'photo-show');
      family.hearsOnly(photoSays[language].done);
      const [picture = ''] = await picturesOn(world);
      const { response, text } = await fileAt(world, picture);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      for (const secret of secrets) expect(text).not.toContain(secret);
      // What the family sent is deleted at the carrier.
      await world.clock.advance(minutes(2));
      expect(itemsOf(world, 'recording')).toEqual([]);
      await family.texts('UNTELL');
      readAllMessages(world);
      expect((await fileAt(world, picture)).response.status).toBe(404);
      expect(itemsOf(world, 'photo')).toEqual([]);
    },
    { config },
  );
});

describe('a photograph of a family', () => {
  scenario(
    'is fetched by no one before the family agrees, and deleted at the carrier after a no',
    async (world) => {
      const { family } = await storyIsShown(world);
      await sendsPhoto(family);
      family.hearsOnly(photoSays.en.ask);
      const carrierId = String(itemsOf(world, 'recording')[0]?.['carrierId']);
      expect(await world.services.carrier.photo(carrierId)).toBeDefined();
      await family.texts('2', { channel: 'whatsapp' });
      family.hearsOnly('we keep nothing of it');
      await world.clock.advance(minutes(2));
      expect(await world.services.carrier.photo(carrierId)).toBeUndefined();
      expect(itemsOf(world, 'recording')).toEqual([]);
      expect(itemsOf(world, 'story')).toHaveLength(1);
    },
    { config },
  );

  scenario(
    'is forgotten when the family does not answer',
    async (world) => {
      const { family } = await storyIsShown(world);
      await sendsPhoto(family);
      family.hearsOnly(photoSays.en.ask);
      const carrierId = String(itemsOf(world, 'recording')[0]?.['carrierId']);
      await world.clock.advance(days(3));
      expect(await world.services.carrier.photo(carrierId)).toBeUndefined();
      await family.texts('1', { channel: 'whatsapp' });
      family.hearsOnly('we keep nothing of it');
    },
    { config },
  );

  scenario(
    'is refused by a coordinator, and the story stays',
    async (world) => {
      const { family, coordinator } = await photoWaits(world);
      await decides(world, coordinator, 'photo-remove');
      family.hearsOnly('It is not shown, and nothing of it is kept');
      await world.clock.advance(minutes(2));
      expect(itemsOf(world, 'recording')).toEqual([]);
      expect(await picturesOn(world)).toEqual([]);
      expect(itemsOf(world, 'story')).toHaveLength(1);
    },
    { config },
  );

  scenario(
    'leaves nothing after FORGET, shown or not',
    async (world) => {
      const { family, coordinator } = await photoWaits(world);
      await decides(world, coordinator, 'photo-show');
      family.readsEverything();
      await sendsPhoto(family);
      family.readsEverything();
      const carrierId = String(itemsOf(world, 'recording')[0]?.['carrierId']);
      await family.forgets();
      readAllMessages(world);
      await world.clock.advance(minutes(2));
      expect(await world.services.carrier.photo(carrierId)).toBeUndefined();
      expect(itemsOf(world, 'photo')).toEqual([]);
      await world.clock.advance(untilExpiry);
      expect(tracesOf(world, family)).toEqual([]);
    },
    { config },
  );

  scenario(
    'that cannot be shown is deleted, and the family hears it',
    async (world) => {
      const { family, coordinator } = await storyIsShown(world);
      await sendsPhoto(family, Buffer.from('<svg onload="alert(1)"/>'));
      family.readsEverything();
      await family.texts('1', { channel: 'whatsapp' });
      readAllMessages(world);
      await decides(world, coordinator, 'photo-show');
      family.hearsOnly('It is not shown');
      expect(itemsOf(world, 'photo')).toEqual([]);
    },
    { config },
  );
});

describe('a picture from someone else', () => {
  scenario(
    'is not looked at, and its words are read as ever',
    async (world) => {
      const stranger = world.phone('Ravi');
      await sendsPhoto(stranger);
      expect(itemsOf(world, 'recording')).toEqual([]);
      stranger.readsEverything();
      const amit = await world.donor('Amit');
      await amit.texts('STATUS', { channel: 'whatsapp', file: 'aaaa' });
      amit.readsEverything();
      expect(itemsOf(world, 'recording')).toEqual([]);
    },
    { config },
  );
});
