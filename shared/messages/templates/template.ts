import type { Language } from '../../terms/language.ts';
import type { MessageKey } from '../message-keys.ts';
import type { Segments } from '../segments.ts';

/**
 * What a registered variable may hold. Operators check it by TRAI's direction of 18 November 2025 (PIB, release
 * 2191273): digits, letters and digits, a number to call, a web address. Numbers and addresses must be whitelisted.
 */
export type VariableTag = 'numeric' | 'alphanumeric' | 'cbn' | 'url';

/** The changing part of a sentence: one value, even if it takes several registered variables. */
export type Slot = {
  /** The kind of value: 'code', 'where', 'time'. */
  what: string;
  tag: VariableTag;
  /** UTF-16 units of the longest value that the hotline ever puts there. */
  longest: number;
  /** A regular expression of all values that the hotline puts there. */
  values: string;
  /** One of them, as the registrar sees it. */
  sample: string;
};

/** One text of the catalog as it is registered (docs/facts.md#india: an SMS that matches no template is dropped). */
export type Template = {
  /** Unique: message key, number of the wording where there are several, language. */
  name: string;
  key: MessageKey;
  language: Language;
  /** The fixed text, and the slots in it. */
  parts: readonly (string | Slot)[];
  /** The most it may cost (segment-budgets.ts), and its encoding. */
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

/** Matches all texts of this template, and captures the value of each slot. */
export const patternOf = ({ parts }: Pick<Template, 'parts'>): RegExp =>
  new RegExp(
    `^${parts.map((part) => (isSlot(part) ? `(${part.values})` : escaped(part))).join('')}$`,
    'u',
  );
