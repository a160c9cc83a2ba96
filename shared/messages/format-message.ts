import type { Language } from '../terms/language.ts';
import { renderPhoneNumber } from '../terms/phone-number.ts';
import type { Catalog, SayContext } from './catalog/catalog.ts';
import { en } from './catalog/en.ts';
import { hi } from './catalog/hi.ts';
import { hiLatn } from './catalog/hi-latn.ts';
import type { Message, MessageKey } from './message-keys.ts';
import { segmentBudgets } from './segment-budgets.ts';
import { segmentsOf } from './segments.ts';

export type { SayContext } from './catalog/catalog.ts';

const catalogs: Record<Language, Catalog> = { en, hi, 'hi-Latn': hiLatn };

/** Every wording of a message, fullest first. */
export const wordingsOf = <M extends MessageKey>(
  message: Message<M>,
  language: Language,
  context: SayContext,
): readonly string[] => {
  const number = renderPhoneNumber(context.number);
  const wording = catalogs[language][message.key](message.params, { ...context, number });
  return typeof wording === 'string' ? [wording] : wording;
};

/** The words of a message at the moment it leaves: what people wrote is clipped, times are said as seen from `now`. */
export const formatMessage = <M extends MessageKey>(
  message: Message<M>,
  language: Language,
  context: SayContext,
): string => {
  const wordings = wordingsOf(message, language, context);
  const shortest = wordings.at(-1) ?? '';
  const budget = segmentBudgets[message.key][language];
  // Counting segments takes longer than all else here.
  return wordings.slice(0, -1).find((text) => segmentsOf(text).segments <= budget) ?? shortest;
};
