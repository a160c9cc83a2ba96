import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ownSentences } from '#functions/use-cases/message-context.ts';
import type { MessageContext, OwnCatalog } from '#shared/messages/catalog/catalog.ts';
import { garhwaliMessages } from '#shared/messages/catalog/own/garhwali.ts';
import type { WrittenCatalog } from '#shared/messages/catalog/own/own-catalog.ts';
import { formatMessage, wordingsOf } from '#shared/messages/format-message.ts';
import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import { canBeChosen, ownLanguages } from '#shared/messages/own-languages.ts';
import { segmentBudget } from '#shared/messages/segment-budgets.ts';
import { segmentsOf } from '#shared/messages/segments.ts';
import { type Language, ownLanguageNames } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { paramsFrom, sampleKit, sampleNow } from '../../fixtures/messages.ts';
import { createWorld, testConfig } from '../../world/world.ts';

const context: MessageContext = {
  now: sampleNow,
  groupName: 'Rakt Mitra UK',
  number: phoneNumberSchema.parse('+911350000000'),
};

/** Made-up words, which stand for a translator's. */
const written: OwnCatalog = {
  ...garhwaliMessages,
  languageSet: () => 'OWN: the rest comes in Hindi.',
  menu: () => 'OWN menu',
};

const isWritten = (own: OwnCatalog, key: string): key is MessageKey =>
  own[key as MessageKey] !== undefined;

/** The written sentences whose shortest wording is longer than that message may be. */
const tooLong = (own: OwnCatalog, besides: Language): string[] =>
  Object.entries(paramsFrom(sampleKit)).flatMap(([key, params]) => {
    if (!isWritten(own, key)) return [];
    const shortest = wordingsOf({ key, params } as Message, besides, { ...context, own }).at(-1);
    const { segments } = segmentsOf(shortest ?? '');
    return segments > segmentBudget(key, besides) ? [key] : [];
  });

describe('the catalog of a group’s own language', () => {
  it('is held by the compiler: each message is written or left, and no other exists', () => {
    type Left = Exclude<MessageKey, 'menu' | 'campNo'>;
    const menu = () => 'menu';
    const campNo = () => 'no';
    const whole: WrittenCatalog<Left> = { menu, campNo };
    // @ts-expect-error the sentence of `campNo` is neither written nor left
    const missing: WrittenCatalog<Left> = { menu };
    // @ts-expect-error `menuDonor` is left, and written all the same
    const twice: WrittenCatalog<Left> = { menu, campNo, menuDonor: menu };
    // @ts-expect-error there is no message `greeting`
    const extra: WrittenCatalog<Left> = { menu, campNo, greeting: menu };
    // @ts-expect-error nor can one be left
    type Unknown = WrittenCatalog<Left | 'greeting'>;
    // @ts-expect-error a sentence has its message's own parameters
    const wrong: WrittenCatalog<Left> = { campNo, menu: (p: { code: number }) => `${p.code}` };
    const none: Unknown[] = [];
    expect([whole, missing, twice, extra, wrong, ...none]).toHaveLength(5);
  });

  it('says what is written, and the language beside for the rest', () => {
    const say = (key: 'menu' | 'menuDonor', own?: OwnCatalog): string =>
      formatMessage({ key, params: {} }, 'hi', { ...context, ...(own && { own }) });
    expect(say('menu', written)).toBe('OWN menu');
    expect(say('menuDonor', written)).toBe(say('menuDonor'));
    expect(say('menu', garhwaliMessages)).toBe(say('menu'));
  });

  it('keeps the budgets of its messages', () => {
    const long: OwnCatalog = { ...written, menu: () => 'क'.repeat(1000) };
    expect(tooLong(long, 'hi')).toEqual(['menu']);
    for (const name of ownLanguageNames) {
      const { besides, sentences } = ownLanguages[name];
      expect(tooLong(sentences, besides), name).toEqual([]);
    }
  });

  it('is heard by those alone who have chosen it, in a group that has it', () => {
    const config = { ...testConfig(), ownLanguage: 'garhwali' as const };
    const reader = { language: 'hi', ownLanguage: 'garhwali' } as const;
    expect(ownSentences({ config }, reader)).toEqual({ own: garhwaliMessages });
    expect(ownSentences({ config }, { language: 'hi' })).toEqual({});
    expect(ownSentences({ config }, { ...reader, language: 'en' })).toEqual({});
    expect(ownSentences({ config: testConfig() }, reader)).toEqual({});
  });
});

describe('LANG with the name of a group’s own language', () => {
  const inGroup = { config: testConfig((c) => ({ ...c, ownLanguage: 'garhwali' })) };

  test('chooses the language beside, and says so, until its own answer is written', async () => {
    expect(canBeChosen({ sentences: garhwaliMessages })).toBe(false);
    const world = await createWorld(inGroup);
    const amit = await world.donor('Amit');
    await amit.texts('LANG GARHWALI');
    amit.hearsOnly('हिंदी में लिखेंगे');
    const person = await world.store.person(amit.number);
    expect(person).toMatchObject({ language: 'hi' });
    expect(person?.ownLanguage).toBeUndefined();
  });

  test('names no language in a group without it', async () => {
    const world = await createWorld();
    const amit = await world.donor('Amit');
    await amit.texts('LANG GARHWALI');
    amit.hearsOnly('LANG');
    expect((await world.store.person(amit.number))?.language).toBe('en');
  });

  describe('once its own answer is written', () => {
    const { garhwali } = ownLanguages;
    beforeAll(() => Object.assign(garhwali, { sentences: written }));
    afterAll(() => Object.assign(garhwali, { sentences: garhwaliMessages }));

    test('chooses it, and any other LANG ends it', async () => {
      const world = await createWorld(inGroup);
      const amit = await world.donor('Amit');
      await amit.texts('भाषा गढ़वाली');
      amit.hearsOnly('OWN: the rest comes in Hindi.');
      await amit.texts('HIDE');
      expect(amit.unread().join(' ')).toMatch(/\p{Script=Devanagari}/u);
      amit.readsEverything();
      await amit.texts('LANG HI');
      amit.hearsOnly('हिंदी में लिखेंगे');
      expect((await world.store.person(amit.number))?.ownLanguage).toBeUndefined();
    });
  });
});
