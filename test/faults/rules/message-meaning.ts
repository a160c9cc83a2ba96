import { wordingsOf } from '#shared/messages/format-message.ts';
import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { type Kit, longestKit, paramsFrom, sampleKit, sampleNow } from '../../fixtures/messages.ts';
import { config } from '../fault-people.ts';

/* Recognises the message key and language of a text by the words that no parameter changes. */

/** Parameter sets that differ in every value, so that only the fixed words of a message are the same in all. */
const kits: Kit[] = [
  sampleKit,
  { ...longestKit, phone: '+917000000000' },
  {
    ...longestKit,
    units: 1,
    at: fromCalendar({ year: 2026, month: 11, day: 24, hour: 2, minute: 5 }),
    day: '2027-03-02',
    bridged: true,
    exchange: true,
    said: true,
    again: false,
    count: 0,
    given: 0,
  },
];
const context = {
  now: sampleNow,
  groupName: config.groupName,
  number: phoneNumberSchema.parse('+915320000000'),
};
const meanings = Object.keys(paramsFrom(sampleKit)) as MessageKey[];

const threesOf = (text: string): string[] => {
  const words = text.split(/\s+/);
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
};

/** All sequences of three words that every wording has. */
const marksOf = (key: MessageKey, language: Language): string[] => {
  const all = kits.flatMap((kit) =>
    wordingsOf({ key, params: paramsFrom(kit)[key] } as Message, language, context).map(
      (text) => new Set(threesOf(text)),
    ),
  );
  return [...(all[0] ?? [])].filter((three) => all.every((set) => set.has(three)));
};

const marks = languages.flatMap((language) =>
  meanings.map((key) => ({ key, language, threes: marksOf(key, language) })),
);

/** All messages in a text, which may be a reply of several messages. */
export const findMessages = (text: string): { key: MessageKey; language: Language }[] => {
  const threes = new Set(text.split('\n').flatMap(threesOf));
  return marks.filter(
    (mark) => mark.threes.length > 0 && mark.threes.every((three) => threes.has(three)),
  );
};
