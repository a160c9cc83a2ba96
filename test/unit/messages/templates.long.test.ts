import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { formatMessage, wordingsOf } from '#shared/messages/format-message.ts';
import {
  callCutQuestions,
  donorChanges,
  type Message,
  type MessageKey,
  messageKeys,
  refusalReasons,
} from '#shared/messages/message-keys.ts';
import { segmentsOf } from '#shared/messages/segments.ts';
import { deriveTemplates } from '#shared/messages/templates/derive-templates.ts';
import {
  patternOf,
  renderTemplate,
  sampleOf,
  slotsOf,
} from '#shared/messages/templates/template.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { components } from '#shared/terms/component.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs, fromCalendar } from '#shared/terms/time.ts';
import { type Kit, longestKit, paramsFrom, sampleKit, sampleNow } from '#test/fixtures/messages.ts';

const keys = Object.keys(messageKeys) as MessageKey[];
const number = phoneNumberSchema.parse('+918001234567');
const context: MessageContext = { now: sampleNow, groupName: 'Police Mitra', number };
const templates = deriveTemplates(context);
const patterns = templates.map((template) => ({ template, pattern: patternOf(template) }));

type Template = (typeof templates)[number];

/** The registered templates of that language that match this text. */
const templatesOf = (text: string, language: Language): Template[] =>
  patterns
    .filter(({ template, pattern }) => template.language === language && pattern.test(text))
    .map(({ template }) => template);
const matching = (text: string, language: Language): string[] =>
  templatesOf(text, language).map(({ name }) => name);

/** The whole catalog with these parameters, in each wording. */
const everything = (kit: Kit, at: MessageContext = context, about: readonly MessageKey[] = keys) =>
  about.flatMap((key) => {
    const message = { key, params: paramsFrom(kit)[key] } as Message;
    return languages.flatMap((language) =>
      [formatMessage(message, language, at), ...wordingsOf(message, language, at)].map((text) => ({
        key,
        language,
        text,
      })),
    );
  });

const moments = [
  fromCalendar({ year: 2026, month: 11, day: 24, hour: 12, minute: 35 }),
  fromCalendar({ year: 2026, month: 11, day: 24, hour: 1 }),
  fromCalendar({ year: 2026, month: 12, day: 28, hour: 12, minute: 35 }),
];
const kits: Kit[] = [sampleKit, longestKit].flatMap((kit) => [
  kit,
  { ...kit, bridged: true },
  { ...kit, said: true },
  { ...kit, person: '', said: true },
  { ...kit, person: '', reason: '', bridged: true },
  { ...kit, again: true },
  { ...kit, units: 1, count: 1, given: 1 },
  { ...kit, units: 1, count: 0, given: 0 },
  { ...kit, hospital: 'KGMU Lucknow', place: 'Lucknow' },
  { ...kit, hospital: 'किंग जॉर्ज अस्पताल', place: 'लखनऊ', person: 'मोहम्मद सिद्धार्थन' },
  { ...kit, person: 'p'.repeat(300), hospital: 'Hospital '.repeat(30), place: 'Place '.repeat(30) },
  ...refusalReasons.map((why) => ({ ...kit, why })),
  ...donorChanges.map((what) => ({ ...kit, what })),
  ...moments.map((at) => ({ ...kit, at })),
]);
const needs: Kit[] = bloodGroups.flatMap((group) =>
  components.flatMap((component) =>
    [false, true].map((exchange) => ({ ...longestKit, group, component, exchange })),
  ),
);
const aboutGroups = keys.filter((key) => 'group' in paramsFrom(sampleKit)[key]);
/** Each text once. */
const texts = [
  ...new Map(
    [
      ...kits.flatMap((kit) => everything(kit)),
      ...needs.flatMap((kit) => everything(kit, context, aboutGroups)),
    ].map((said) => [`${said.language} ${said.text}`, said] as const),
  ).values(),
].map((said) => ({ ...said, found: templatesOf(said.text, said.language) }));

/** Parameters for which paramsFrom has only one value. */
const others: Message[] = [
  ...callCutQuestions.map((ask): Message => ({ key: 'callCut', params: { ask } })),
  { key: 'callCut', params: {} },
  { key: 'menuVolunteer', params: { coordinator: false } },
  { key: 'verifyUnknown', params: {} },
  { key: 'dropReasonNoted', params: {} },
  { key: 'trustSet', params: { phone: number, trusted: false } },
  { key: 'verifyTaken', params: { ...paramsFrom(sampleKit).verifyTaken, ok: false } },
  { key: 'joined', params: paramsFrom(sampleKit).alreadyJoined },
];

describe('registered templates', () => {
  test('match each text of the catalog exactly once in its language', () => {
    expect(texts.length).toBeGreaterThan(2000);
    const wrong = texts
      .map((said) => ({ ...said, found: said.found.map(({ name }) => name) }))
      .filter(({ found }) => found.length !== 1);
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test.each(languages)('%s: match once the parameters that the kits do not vary', (language) => {
    for (const message of others)
      for (const text of wordingsOf(message, language, context))
        expect([text, matching(text, language)]).toEqual([text, [expect.any(String)]]);
  });

  test('match once for any names, places and moments', () => {
    const letters = [..."aeioukrmnsANST.,:'", ...'कमलरसाीु।', ' '];
    const words = (max: number) =>
      fc
        .string({ unit: fc.constantFrom(...letters), maxLength: max })
        .filter((text) => text === '' || /^\p{L}/u.test(text));
    const moment = fc.integer({ min: sampleNow, max: sampleNow + 4e9 }).map(epochMs);
    const anyKit: fc.Arbitrary<Kit> = fc.record({
      ...Object.fromEntries(Object.entries(sampleKit).map(([k, v]) => [k, fc.constant(v)])),
      code: fc.integer({ min: 1000, max: 9_999_999 }).map(String),
      group: fc.constantFrom(...bloodGroups),
      component: fc.constantFrom(...components),
      units: fc.integer({ min: 1, max: 10 }),
      exchange: fc.boolean(),
      hospital: words(40).filter((text) => text !== ''),
      place: words(30).filter((text) => text !== ''),
      person: words(30),
      at: moment,
      count: fc.nat({ max: 50 }),
      given: fc.nat({ max: 10 }),
      bridged: fc.boolean(),
      said: fc.boolean(),
    } as unknown as { [K in keyof Kit]: fc.Arbitrary<Kit[K]> }) as fc.Arbitrary<Kit>;
    fc.assert(
      fc.property(anyKit, moment, (kit, now) => {
        for (const { text, language } of everything(kit, { ...context, now }))
          expect([text, matching(text, language).length]).toEqual([text, 1]);
      }),
      { numRuns: 10 },
    );
  });

  test('do not match a text that is not registered', () => {
    const text = formatMessage(
      { key: 'alert', params: paramsFrom(sampleKit).alert },
      'en',
      context,
    );
    expect(matching(text, 'en')).toEqual(['alert_1_en']);
    expect(matching(text, 'hi')).toEqual([]);
    expect(matching(`${text} Buy now.`, 'en')).toEqual([]);
    expect(matching(text.replace('Never pay anyone', 'Pay'), 'en')).toEqual([]);
  });

  test('cover every message in each language, under unique names', () => {
    for (const language of languages) {
      const has = new Set(templates.filter((t) => t.language === language).map((t) => t.key));
      expect(keys.filter((key) => !has.has(key))).toEqual([]);
    }
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  });

  test('match their own sample for the registrar, without a left-over sample value', () => {
    for (const { template, pattern } of patterns) {
      expect(sampleOf(template)).toMatch(pattern);
      expect(sampleOf(template)).not.toMatch(/qz|710[1-8]|704100|208[678]/i);
    }
  });

  test('have no line break: a reply of several messages is split there', () => {
    for (const template of templates) expect(sampleOf(template)).not.toContain('\n');
  });

  test('are at least 30% fixed text (TRAI, 12 May 2023)', () => {
    const mostlyVariable = templates.filter((template) => {
      const fixed = renderTemplate(template, () => '').length;
      const longest = slotsOf(template).reduce((sum, slot) => sum + slot.longest, 0);
      return fixed / (fixed + longest) < 0.3;
    });
    expect(mostlyVariable.map(({ name }) => name)).toEqual([]);
  });

  test('allow for the longest value of each slot', () => {
    const over = texts.flatMap(({ text, found: [template] }) => {
      const values = template ? valuesIn(text, template) : [];
      return values.filter(({ value, slot }) => value.length > slot.longest);
    });
    expect(over.slice(0, 5)).toEqual([]);
  });

  test('are Unicode in Devanagari and plain text otherwise', () => {
    for (const template of templates) {
      const { encoding } = segmentsOf(sampleOf(template));
      expect([template.name, encoding]).toEqual([
        template.name,
        template.language === 'hi' ? 'UCS-2' : 'GSM-7',
      ]);
    }
  });
});

/** The template's pattern with a group for each slot. */
const groupedPatterns = new Map<Template, RegExp>();
const groupedPatternOf = (template: Template): RegExp => {
  const known = groupedPatterns.get(template);
  if (known) return known;
  const source = template.parts
    .map((part) =>
      typeof part === 'string'
        ? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        : `(${part.values.replaceAll(/\((?!\?)(?<!\\\()/g, '(?:')})`,
    )
    .join('');
  const pattern = new RegExp(`^${source}$`, 'u');
  groupedPatterns.set(template, pattern);
  return pattern;
};

/** The text's own values in the slots of its template. */
const valuesIn = (text: string, template: Template) => {
  const values = groupedPatternOf(template).exec(text)?.slice(1) ?? [];
  return slotsOf(template).map((slot, i) => ({ slot, value: values[i] ?? '' }));
};
