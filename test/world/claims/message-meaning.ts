import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { wordingsOf } from '#shared/messages/format-message.ts';
import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { type Kit, longestKit, paramsFrom, sampleKit, sampleNow } from '../../fixtures/messages.ts';

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
/** Some messages have other words altogether with one of these. */
const variants = [{}, { asap: true }, { unplaced: true }].map((flags) =>
  kits.map((kit) => paramsFrom({ ...kit, ...flags })),
);
const usual = {
  now: sampleNow,
  groupName: 'Police Mitra',
  number: phoneNumberSchema.parse('+915320000000'),
};
const answerNumber = phoneNumberSchema.parse('+915320000002');
/** A text that asks has other words where it names the number that takes the answer. */
const contexts: MessageContext[] = [usual, { ...usual, answerNumber }];
const meanings = Object.keys(paramsFrom(sampleKit)) as MessageKey[];

const threesOf = (text: string): string[] => {
  const words = text.split(/\s+/);
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
};

const sharedBy = (sets: Set<string>[]): string[] =>
  [...(sets[0] ?? [])].filter((three) => sets.every((set) => set.has(three)));

/**
 * The sequences of three words that a message has with any parameters: those of each wording, where all parameters
 * give as many wordings, or else those of all wordings.
 */
const marksOf = (
  key: MessageKey,
  language: Language,
  { paramSets, context }: { paramSets: (typeof variants)[number]; context: MessageContext },
): string[][] => {
  const all = paramSets.map((params) =>
    wordingsOf({ key, params: params[key] } as Message, language, context).map(
      (text) => new Set(threesOf(text)),
    ),
  );
  const [first = []] = all;
  if (all.some(({ length }) => length !== first.length)) return [sharedBy(all.flat())];
  return first.map((_, i) => sharedBy(all.flatMap((wordings) => wordings[i] ?? [])));
};

const marks = languages
  .flatMap((language) => meanings.map((key) => ({ key, language })))
  .flatMap((meaning, rank) =>
    contexts
      .flatMap((context) => variants.map((paramSets) => ({ paramSets, context })))
      .flatMap((sample) => marksOf(meaning.key, meaning.language, sample))
      .map((threes) => ({ meaning, rank, threes })),
  );
const marksByFirst = new Map<string | undefined, typeof marks>();
for (const mark of marks) {
  const [first] = mark.threes;
  marksByFirst.set(first, [...(marksByFirst.get(first) ?? []), mark]);
}

/** All messages in a text, which may be a reply of several messages. */
export const findMessages = (text: string): { key: MessageKey; language: Language }[] => {
  const threes = new Set(text.split('\n').flatMap(threesOf));
  const found = [...threes]
    .flatMap((three) => marksByFirst.get(three) ?? [])
    .filter((mark) => mark.threes.every((three) => threes.has(three)))
    .sort((a, b) => a.rank - b.rank);
  return [...new Set(found.map(({ meaning }) => meaning))];
};
