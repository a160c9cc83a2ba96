import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { AfterGiftRules } from '#shared/terms/after-gift/after-gift-rules.ts';
import { usualAfterGiftRules } from '#shared/terms/after-gift/after-gift-rules.ts';
import type { Language } from '#shared/terms/language.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import type { World } from '../world.ts';
import { testConfig } from '../world.ts';
import { says } from './expected-messages.ts';
import { amitIsComing } from './visit-steps.ts';

/** Parts of the messages after a gift, in each language. */
export const afterGiftSays = {
  en: {
    certificate: 'Your certificate:',
    reachedAsk: 'Did the blood of our donors reach your patient',
    reachedYes: 'We pass it on to the people who gave',
    reachedNo: 'We do not tell the donors that it did',
    news: 'got the blood that was needed',
    kept: 'whether it helps',
  },
  hi: {
    certificate: 'आपका प्रमाण पत्र:',
    reachedAsk: 'आपके मरीज को मिल गया',
    reachedYes: 'बिना नाम के बताएंगे',
    reachedNo: 'हमें अफसोस है',
    news: 'जरूरत का खून मिल गया',
    kept: 'काम आता है या नहीं',
  },
  'hi-Latn': {
    certificate: 'Aapka praman patra:',
    reachedAsk: 'aapke mareez ko mil gaya',
    reachedYes: 'bina naam ke batayenge',
    reachedNo: 'humein afsos hai',
    news: 'zaroorat ka khoon mil gaya',
    kept: 'kaam aata hai ya nahi',
  },
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

/** The next evening: the family has been asked whether the blood reached its patient. */
export const isAskedWhetherItReached = async (
  world: World,
  { family }: Pick<Awaited<ReturnType<typeof amitHasGiven>>, 'family'>,
  language: Language = 'en',
): Promise<void> => {
  await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 24, hour: 20 }));
  family.hearsOnly(afterGiftSays[language].reachedAsk);
};

/** Amit has given, and the family has said that the blood reached its patient. Everyone has read everything. */
export const bloodHasReached = async (world: World) => {
  const story = await amitHasGiven(world);
  await isAskedWhetherItReached(world, story);
  await story.family.texts('1');
  story.family.hearsOnly(afterGiftSays.en.reachedYes);
  return story;
};

/** Parts of the messages about a story, in each language. */
export const storySays = {
  en: {
    ask: 'May we tell others how it was',
    words: 'Write it in one message',
    readBack: 'We would show this',
    waits: 'One of our volunteers reads it',
    check: 'A family tells',
    done: 'The story is shown',
    shown: 'Your story is on our page',
    down: 'Your story is taken down',
    story:
      'Two people we did not know came at night and gave. Amit sat with us until it was over. Thank you.',
  },
  hi: {
    ask: 'क्या हम दूसरों को बताएं',
    words: 'एक मैसेज में लिखें',
    readBack: 'हम यह दिखाएंगे',
    waits: 'हमारे एक साथी पढ़ेंगे',
    check: 'एक परिवार बताता है',
    done: 'कहानी दिखाई गई',
    shown: 'आपकी कहानी हमारे पेज पर है',
    down: 'आपकी कहानी हटा दी गई',
    story: 'रात में दो अनजान लोग आए और खून दिया। अमित आखिर तक हमारे साथ बैठे रहे। धन्यवाद।',
  },
  'hi-Latn': {
    ask: 'Kya hum doosron ko batayein',
    words: 'Ek message mein likhein',
    readBack: 'Hum yeh dikhayenge',
    waits: 'Hamare ek saathi padhenge',
    check: 'Ek parivaar batata hai',
    done: 'Kahani dikhai gayi',
    shown: 'Aapki kahani hamare page par hai',
    down: 'Aapki kahani hata di gayi',
    story:
      'Raat mein do anjaan log aaye aur khoon diya. Amit aakhir tak hamare saath baithe rahe. Dhanyavaad.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Families are asked for their story; nothing else follows a gift. */
export const storyConfig = (): HotlineConfig =>
  testConfig((config) => {
    const { policy } = config;
    return { ...config, policy: { ...policy, stories: { ...policy.stories, on: true } } };
  });

export const languageWord = (language: Language): string =>
  language === 'hi-Latn' ? 'HINDI' : language;

/** Three days later, in the evening: the family has been asked whether it tells. */
export const familyIsAsked = async (world: World, language: Language = 'en') => {
  const coordinator = await world.volunteer('Meena', { role: 'coordinator', language });
  const story = await amitHasGiven(world);
  await story.family.texts(`LANG ${languageWord(language)}`);
  for (const phone of world.phones()) phone.readsEverything();
  await world.clock.at(fromCalendar({ year: 2026, month: 11, day: 26, hour: 20 }));
  story.family.hearsOnly(storySays[language].ask, story.code);
  return { ...story, coordinator };
};

/** The family has told its story and approved it without a name. `own`: the coordinator's code. */
export const storyWaits = async (world: World, language: Language = 'en') => {
  const says = storySays[language];
  const told = await familyIsAsked(world, language);
  await told.family.texts('1');
  told.family.hearsOnly(says.words);
  await told.family.texts(says.story);
  const readBack = told.family.hearsOnly(says.readBack);
  await told.family.texts('1');
  told.family.hearsOnly(says.waits);
  const check = told.coordinator.hearsOnly(says.check);
  const own = check.match(/STORY (\d{4})/)?.[1] ?? '';
  return { ...told, readBack, check, own };
};

/** The story stands on the page, and its family knows. */
export const storyIsShown = async (world: World, language: Language = 'en') => {
  const says = storySays[language];
  const told = await storyWaits(world, language);
  await told.coordinator.texts(`STORY ${told.own}`);
  told.coordinator.hearsOnly(says.done);
  told.family.hearsOnly(says.shown, '/stories');
  return told;
};
