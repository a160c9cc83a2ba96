import { longestStory } from '../../terms/after-gift/story-rules.ts';
import { bloodGroups } from '../../terms/blood-group.ts';
import { components } from '../../terms/component.ts';
import type { Language } from '../../terms/language.ts';
import { daySchema, fromCalendar } from '../../terms/time.ts';
import { phrases } from '../catalog/phrases.ts';
import { escaped, type Slot } from './template.ts';

/** The kinds of value in a slot. */
export type VariableType =
  | 'code'
  | 'codes'
  | 'number'
  | 'units'
  | 'group'
  | 'need'
  | 'where'
  | 'place'
  | 'time'
  | 'day'
  | 'year'
  | 'person'
  | 'reason'
  | 'story'
  | 'phone'
  | 'ending'
  | 'link';

const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 14 });
const sampleTime = fromCalendar({ year: 2026, month: 11, day: 23, hour: 18 });
const sampleDay = daySchema.parse('2026-12-12');
const most = 99;
/** The most units that a camp may hope for (camp-refs.ts). */
const mostAtCamp = 999;

/** Any of these texts, with any number for each number in them. */
const anyOf = (texts: readonly string[]): string =>
  [...new Set(texts.map((text) => escaped(text).replace(/\d+/g, '\\d+')))].join('|');
const longestOf = (texts: readonly string[]): number =>
  Math.max(...texts.map(({ length }) => length));

/** What people wrote, truncated to so many UTF-16 units (truncate.ts): anything on one line. */
const written = (longest: number) => ({ longest, values: `[^\\n]{1,${longest}}` });

type WrittenSamples = Record<'where' | 'place' | 'person' | 'reason' | 'story', string>;

const samplesInLatinLetters: WrittenSamples = {
  where: 'SRN Hospital, Prayagraj',
  place: 'Prayagraj',
  person: 'Sunil',
  reason: 'the hospital has no such patient',
  story: 'Two people we did not know came at night. Thank you.',
};
const writtenSamples: Record<Language, WrittenSamples> = {
  en: samplesInLatinLetters,
  hi: {
    where: 'SRN अस्पताल, प्रयागराज',
    place: 'प्रयागराज',
    person: 'सुनील',
    reason: 'इस नाम का कोई मरीज नहीं है',
    story: 'रात में दो अनजान लोग आए। धन्यवाद।',
  },
  'hi-Latn': samplesInLatinLetters,
};

/** The slots of one language: length, values, an example. The lengths of written fields are those of truncate.ts. */
export const variableTypes = (language: Language): Readonly<Record<VariableType, Slot>> => {
  const w = phrases[language];
  const needs = bloodGroups.flatMap((group) =>
    components.flatMap((component) =>
      [1, most].flatMap((units) =>
        [false, true].flatMap((exchange) => {
          const need = { group, component, units, exchange };
          return [w.need(need), w.needForDonor(need)];
        }),
      ),
    ),
  );
  const groups = bloodGroups.map(w.group);
  const units = [w.units(1), w.units(most), w.units(mostAtCamp)];
  const slot = (what: VariableType, tag: Slot['tag'], rest: Omit<Slot, 'what' | 'tag'>) => ({
    what,
    tag,
    ...rest,
  });
  const sample = writtenSamples[language];
  const [code, codes] = ['4821', '4821, 5930'];
  const link = 'https://hotline.example.org/recordings/01ABCDEFGHJKMNPQRSTVWXYZ23';
  return {
    code: slot('code', 'numeric', { longest: 7, values: '\\d{1,7}', sample: code }),
    codes: slot('codes', 'alphanumeric', {
      longest: 5 * 7 + 4 * 2,
      values: '\\d{4,7}(?:, \\d{4,7}){0,4}',
      sample: codes,
    }),
    number: slot('number', 'numeric', { longest: 6, values: '\\d{1,6}', sample: '2' }),
    units: slot('units', 'alphanumeric', {
      longest: longestOf(units),
      values: anyOf(units),
      sample: w.units(2),
    }),
    group: slot('group', 'alphanumeric', {
      longest: longestOf(groups),
      values: groups.map(escaped).join('|'),
      sample: w.group('B+'),
    }),
    need: slot('need', 'alphanumeric', {
      longest: longestOf(needs),
      values: anyOf(needs),
      sample: w.need({ group: 'B+', component: 'whole-blood', units: 2 }),
    }),
    where: slot('where', 'alphanumeric', { ...written(24 + 2 + 16), sample: sample.where }),
    place: slot('place', 'alphanumeric', { ...written(16), sample: sample.place }),
    time: slot('time', 'alphanumeric', {
      longest: 30,
      // Each moment has a digit. A name has none, so that it cannot stand where a moment does.
      values: `[\\p{L}\\p{M}: ]{0,26}\\d[\\p{L}\\p{M}\\d: ]{0,26}|${escaped(w.by(sampleTime, true, now))}`,
      sample: w.time(sampleTime, now),
    }),
    day: slot('day', 'alphanumeric', {
      longest: 18,
      values: '\\d{1,2} [\\p{L}\\p{M}]+ \\d{4}',
      sample: w.day(sampleDay),
    }),
    year: slot('year', 'numeric', { longest: 4, values: '\\d{4}', sample: '2025' }),
    person: slot('person', 'alphanumeric', {
      longest: 20,
      values: '[^\\n,:।]{1,20}',
      sample: sample.person,
    }),
    reason: slot('reason', 'alphanumeric', { ...written(80), sample: sample.reason }),
    story: slot('story', 'alphanumeric', { ...written(longestStory), sample: sample.story }),
    // E.164: fifteen digits after the sign.
    phone: slot('phone', 'cbn', { longest: 16, values: '\\+\\d{7,15}', sample: '+919415012345' }),
    ending: slot('ending', 'alphanumeric', {
      longest: longestOf([w.operator, 'x345']),
      values: `${escaped(w.operator)}|x\\d{3}`,
      sample: 'x345',
    }),
    link: slot('link', 'url', { longest: 120, values: 'https?://\\S+', sample: link }),
  };
};
