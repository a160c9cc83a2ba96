import type { Language } from '../../terms/language.ts';
import type { MessageKey } from '../message-keys.ts';
import type { Segments } from '../segments.ts';

/**
 * What a registered variable may hold, as TRAI's direction of 18 November 2025 has operators check it (PIB, release
 * 2191273): digits, letters and digits, a number to call, a web address. Numbers and addresses must be whitelisted.
 */
export type VariableTag = 'numeric' | 'alphanumeric' | 'cbn' | 'url';

/** The changing part of a sentence: a value of ours, however many registered variables it takes. */
export type Slot = {
  /** What stands there: 'code', 'where', 'time'. */
  what: string;
  tag: VariableTag;
  /** UTF-16 units of the longest value that the hotline ever puts there. */
  longest: number;
  /** A regular expression of all values that the hotline puts there. */
  values: string;
  /** One of them, as a registrar is shown it. */
  sample: string;
};

/** One text of the catalog as it is registered (FACTS §5: an SMS that matches none of them is dropped). */
export type Template = {
  /** Unique: meaning, wording where there are several, language. */
  name: string;
  meaning: MessageKey;
  language: Language;
  /** What never changes, and the slots between. */
  parts: readonly (string | Slot)[];
  /** What it may cost at most (budgets.ts), and how it is written. */
  segments: number;
  encoding: Segments['encoding'];
};

const isSlot = (part: string | Slot): part is Slot => typeof part !== 'string';
export const slotsOf = ({ parts }: Pick<Template, 'parts'>): Slot[] => parts.filter(isSlot);

/** The text with each slot as `render` writes it. */
export const renderTemplate = (
  { parts }: Pick<Template, 'parts'>,
  render: (slot: Slot) => string,
): string => parts.map((part) => (isSlot(part) ? render(part) : part)).join('');

export const sampleOf = (template: Pick<Template, 'parts'>): string =>
  renderTemplate(template, ({ sample }) => sample);

const special = /[.*+?^${}()|[\]\\/]/g;
export const escaped = (text: string): string => text.replace(special, '\\$&');

/** All texts that are this template. */
export const patternOf = ({ parts }: Pick<Template, 'parts'>): RegExp =>
  new RegExp(
    `^${parts.map((part) => (isSlot(part) ? `(?:${part.values})` : escaped(part))).join('')}$`,
    'u',
  );
