import { languages } from '../../terms/language.ts';
import type { MessageContext } from '../catalog/catalog.ts';
import { wordingsOf } from '../format-message.ts';
import { type Message, type MessageKey, messageKeys, messageSchema } from '../message-keys.ts';
import { segmentBudget } from '../segment-budgets.ts';
import { segmentsOf } from '../segments.ts';
import { isParamName, type Mark, marksIn, sampleNow, sampleValues } from './sample-values.ts';
import { escaped, patternOf, type Slot, sampleOf, type Template } from './template.ts';
import { type VariableType, variableTypes } from './variable-types.ts';

/** What the sentences hold beyond their parameters; fixed in one deployment. */
export type Speaker = Pick<MessageContext, 'groupName' | 'number' | 'answerNumber'>;

/**
 * Every text that can be sent, as a template: the catalog rendered with sample values, in every combination that
 * changes the words, one template for each wording. A text that another template covers is left out. `roomy`: only the
 * fullest wordings.
 */
export const deriveTemplates = (
  speaker: Speaker,
  { only, roomy }: { only?: (key: MessageKey) => boolean; roomy?: true } = {},
): Template[] =>
  languages.flatMap((language) => {
    const context: MessageContext = { ...speaker, now: sampleNow };
    const read = slotReader(variableTypes(language), marksIn(language, context));
    const drafts = sampleMessages(only).flatMap((message) =>
      wordingsOf(message, language, context)
        .slice(0, roomy ? 1 : undefined)
        .map((text) => ({ key: message.key, language, parts: read(text) })),
    );
    return nameTemplates(withoutCovered(unique(drafts)));
  });

type Draft = Pick<Template, 'key' | 'language' | 'parts'>;

/** Each message with each combination of sample values that its schema allows. */
const sampleMessages = (only: (key: MessageKey) => boolean = () => true): Message[] =>
  Object.entries(messageKeys).flatMap(([key, { shape }]) =>
    combinations(Object.keys(shape)).flatMap((params) => {
      const message = messageSchema.safeParse({ key, params });
      return message.success && only(message.data.key) ? [message.data] : [];
    }),
  );

const combinations = (names: readonly string[]): Record<string, unknown>[] =>
  names.reduce<Record<string, unknown>[]>(
    (all, name) => {
      const values = isParamName(name) ? sampleValues[name] : [];
      return all.flatMap((params) => values.map((value) => ({ ...params, [name]: value })));
    },
    [{}],
  );

/** Finds the sample values in a text, as whole words. */
const slotReader = (slotOf: Readonly<Record<VariableType, Slot>>, marks: readonly Mark[]) => {
  const sign = '[\\p{L}\\p{M}\\d]';
  const any = new RegExp(
    `(?<!${sign})(${marks.map(({ text }) => escaped(text)).join('|')})(?!${sign})`,
    'u',
  );
  const slots = new Map(marks.map(({ text, what }) => [text, slotOf[what]]));
  return (text: string): (string | Slot)[] =>
    text
      .split(any)
      .map((part) => slots.get(part) ?? part)
      .filter((part) => part !== '');
};

const unique = (drafts: readonly Draft[]): Draft[] =>
  [
    ...new Map(drafts.toReversed().map((draft) => [patternOf(draft).source, draft])).values(),
  ].toReversed();

/** "the donor" stands where a name may stand: the template with the name covers it. */
const withoutCovered = (drafts: readonly Draft[]): Draft[] => {
  const known = drafts.map((draft) => ({
    draft,
    sample: sampleOf(draft),
    pattern: patternOf(draft),
  }));
  const kept = new Set(known);
  for (const one of known) {
    const isCovered = [...kept].some((other) => other !== one && other.pattern.test(one.sample));
    if (isCovered) kept.delete(one);
  }
  return [...kept].map(({ draft }) => draft);
};

const nameTemplates = (drafts: readonly Draft[]): Template[] =>
  drafts.map((draft) => {
    const { key, language } = draft;
    const same = drafts.filter((other) => other.key === key);
    const number = same.length > 1 ? `_${same.indexOf(draft) + 1}` : '';
    const { encoding } = segmentsOf(sampleOf(draft));
    const name = `${key}${number}_${language}`;
    return { name, ...draft, segments: segmentBudget(key, language), encoding };
  });
