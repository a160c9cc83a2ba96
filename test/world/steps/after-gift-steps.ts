import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { AfterGiftRules } from '#shared/terms/after-gift/after-gift-rules.ts';
import { usualAfterGiftRules } from '#shared/terms/after-gift/after-gift-rules.ts';
import type { Language } from '#shared/terms/language.ts';
import type { World } from '../world.ts';
import { testConfig } from '../world.ts';
import { says } from './expected-messages.ts';
import { amitIsComing } from './visit-steps.ts';

/** Parts of the messages after a gift, in each language. */
export const afterGiftSays = {
  en: { certificate: 'Your certificate:', news: 'got the blood that was needed' },
  hi: { certificate: 'आपका प्रमाण पत्र:', news: 'जरूरत का खून मिल गया' },
  'hi-Latn': { certificate: 'Aapka praman patra:', news: 'zaroorat ka khoon mil gaya' },
} as const satisfies Record<Language, Record<string, string>>;

/** The shipped rules with these changes; no one is held out unless they say so. */
export const afterGiftConfig = (
  change: (rules: AfterGiftRules) => Partial<AfterGiftRules> = () => ({}),
): HotlineConfig =>
  testConfig((config) => {
    const usual = usualAfterGiftRules;
    const all: AfterGiftRules = {
      ...usual,
      news: { ...usual.news, holdOut: 0 },
      lapsed: { ...usual.lapsed, on: false },
    };
    return { ...config, policy: { ...config.policy, afterGift: { ...all, ...change(all) } } };
  });

/** Amit has given at SRN, and the family has said so. Everyone has read everything. */
export const amitHasGiven = async (world: World, line: Parameters<World['donor']>[1] = {}) => {
  const story = await amitIsComing(world, line);
  await story.family.texts('DONE');
  story.family.hears(says.fulfilled);
  for (const phone of world.phones()) phone.readsEverything();
  return story;
};
