import type { Language } from '#shared/terms/language.ts';

const en = {
  title: 'Camps you are invited to',
  yours: 'Your camp',
  askedOn: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`,
  when: 'When do you come?',
  yes: 'I come then',
  no: 'Not this time',
  expected: (time: string) => `We expect you at ${time}.`,
  number: (code: string) => `Your number at the door: ${code}. Eat, drink water, bring an ID.`,
  waiting: 'You are on the waiting list. We tell you as soon as a half hour is free.',
  other: 'Another half hour',
  cannot: 'I cannot come',
  full: 'That half hour has just filled up. Please choose another.',
  none: 'No half hour is free just now.',
};
export type OwnCampsWords = typeof en;

const hi: OwnCampsWords = {
  title: 'कैंप का न्योता',
  yours: 'आपका कैंप',
  askedOn: (day, from, to) => `${day}, ${from} से ${to} तक`,
  when: 'आप कब आएँगे?',
  yes: 'तब आना है',
  no: 'इस बार नहीं',
  expected: (time) => `आपका इंतजार: ${time}।`,
  number: (code) => `गेट पर आपका नंबर: ${code}। खाना खाकर, पानी पीकर, ID लेकर आएँ।`,
  waiting: 'आपका नाम सूची में है। समय खाली होते ही हम बताएँगे।',
  other: 'कोई और समय',
  cannot: 'आना नहीं हो पाएगा',
  full: 'वह समय अभी-अभी भर गया। कोई और समय चुनें।',
  none: 'अभी कोई समय खाली नहीं है।',
};

const hiLatn: OwnCampsWords = {
  title: 'Camp ka nyota',
  yours: 'Aapka camp',
  askedOn: (day, from, to) => `${day}, ${from} se ${to} tak`,
  when: 'Aap kab aayenge?',
  yes: 'Tab aana hai',
  no: 'Is baar nahi',
  expected: (time) => `Aapka intezaar: ${time}.`,
  number: (code) => `Gate par aapka number: ${code}. Khana khakar, paani peekar, ID lekar aayein.`,
  waiting: 'Aapka naam soochi mein hai. Samay khaali hote hi hum bataenge.',
  other: 'Koi aur samay',
  cannot: 'Aana nahi ho payega',
  full: 'Woh samay abhi bhar gaya. Koi aur samay chunein.',
  none: 'Abhi koi samay khaali nahi hai.',
};

/** The words about the camps to which a donor is invited. */
export const ownCampsWords: Record<Language, OwnCampsWords> = { en, hi, 'hi-Latn': hiLatn };
