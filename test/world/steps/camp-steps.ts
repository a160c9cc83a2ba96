import { expect } from 'vitest';
import { listCamps } from '#functions/use-cases/camps/list-camps.ts';
import type { Camp } from '#shared/camp/camp.ts';
import type { Language } from '#shared/terms/language.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';

/** Parts of the messages of a camp, in each language. */
export const campSays = {
  en: {
    ask: [/blood centre/, /Where is/, /which day/, /From when/, /teams/, /units/],
    summary: '1 = open it',
    opened: 'is open. We invite',
    invite: 'Will you give? 1 = I come',
    times: 'When do you come?',
    booked: 'We expect you',
    waiting: 'No half hour is free',
    no: 'We ask you again another time',
    freed: 'Another donor gets your half hour',
    near: 'The camp is near',
    soon: 'See you soon',
    gave: 'Thank you for giving blood today',
    back: 'You are welcome again from',
    missed: 'We missed you',
    held: 'Camp over',
    welcome: 'Welcome to the camp',
    isHere: 'is here',
    counted: 'counted',
    fifth: /A milestone: 5 gifts/,
  },
  hi: {
    ask: [/ब्लड सेंटर/, /कहाँ है/, /किस दिन/, /कब से/, /टीम/, /यूनिट/],
    summary: '1 = खोलें',
    opened: 'खुल गया। न्योता',
    invite: 'खून देंगे? 1 = आऊंगा',
    times: 'कब आएंगे?',
    booked: 'आपका इंतजार',
    waiting: 'कोई समय खाली नहीं',
    no: 'फिर कभी पूछेंगे',
    freed: 'किसी और दाता को',
    near: 'कैंप पास है',
    soon: 'जल्द मिलते हैं',
    gave: 'आज खून देने के लिए धन्यवाद',
    back: 'फिर स्वागत है',
    missed: 'कैंप में आप नहीं आ पाए',
    held: 'कैंप पूरा',
    welcome: 'कैंप में स्वागत',
    isHere: 'आ गए',
    counted: 'गिना गया',
    fifth: /एक पड़ाव: 5 दान/,
  },
  'hi-Latn': {
    ask: [/blood centre/, /kahan hai/, /Kis din/, /Kab se/, /team/, /unit/],
    summary: '1 = kholein',
    opened: 'khul gaya. Donor ko nyota',
    invite: 'Khoon denge? 1 = main aaunga',
    times: 'Kab aayenge?',
    booked: 'Aapka intezaar',
    waiting: 'koi samay khali nahi',
    no: 'Phir kabhi poochhenge',
    freed: 'kisi aur donor ko',
    near: 'Camp paas hai',
    soon: 'Jald milte hain',
    gave: 'Aaj khoon dene ke liye dhanyavaad',
    back: 'Phir swagat hai',
    missed: 'camp mein aap nahi aa paye',
    held: 'Camp poora',
    welcome: 'camp mein swagat',
    isHere: 'aa gaye',
    counted: 'gina gaya',
    fifth: /Ek padaav: 5 daan/,
  },
} as const satisfies Record<Language, Record<string, unknown>>;

/** What a volunteer at the door writes, in each language. */
export const doorWords = {
  en: { in: 'IN', gave: 'GAVE', back: 'BACK', new: 'NEW' },
  hi: { in: 'अंदर', gave: 'दिया', back: 'वापस', new: 'नया' },
  'hi-Latn': { in: 'andar', gave: 'diya', back: 'wapas', new: 'naya' },
} as const satisfies Record<Language, Record<string, string>>;

type Plan = { hours?: string; teams?: number; units?: number; open?: '1' | '2' };

/** A coordinator opens a camp on Sunday, 6 December 2026, step by step. */
export const opensCamp = async (
  coordinator: Phone,
  { hours = '9-14', teams = 1, units = 30, open = '1' }: Plan = {},
  language: Language = 'en',
): Promise<void> => {
  const { ask, summary, opened } = campSays[language];
  await coordinator.texts('CAMP');
  const answers = [
    'SRN Blood Centre',
    'Police Lines 211001',
    '6/12',
    hours,
    `${teams}`,
    `${units}`,
  ];
  for (const [i, answer] of answers.entries()) {
    coordinator.hearsOnly(ask[i] ?? '');
    await coordinator.texts(answer);
  }
  coordinator.hearsOnly(summary, 'Police Lines');
  await coordinator.texts(open);
  coordinator.hearsOnly(opened);
};

/** The one camp of this world. */
export const theCamp = async (world: World): Promise<Camp> => {
  const [camp] = await listCamps(world.services, world.clock.now());
  if (!camp) throw new Error('no camp');
  return camp;
};

export const seatsOf = async (world: World) => world.store.seats((await theCamp(world)).id);

/** Says yes and takes the first half hour on offer. Returns the digits of the door. */
export const takesFirstTime = async (donor: Phone, language: Language = 'en'): Promise<string> => {
  const says = campSays[language];
  await donor.texts('1');
  donor.hearsOnly(says.times);
  await donor.texts('1');
  const number = donor.hearsOnly(says.booked, 'Police Lines').match(/(?<!\d)[1-9]\d{3}(?!\d)/)?.[0];
  expect(number).toBeDefined();
  return number ?? '';
};
