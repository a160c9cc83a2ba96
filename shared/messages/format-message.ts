import type { Language } from '../terms/language.ts';
import { renderCompactNumber, renderPhoneNumber } from '../terms/phone-number.ts';
import { asksForAnswer } from './asking-messages.ts';
import type { Catalog, MessageContext, OwnCatalog } from './catalog/catalog.ts';
import { enMessages } from './catalog/en.ts';
import { hiMessages } from './catalog/hi.ts';
import { hiLatnMessages } from './catalog/hi-latn.ts';
import { phrases } from './catalog/phrases.ts';
import type { Message, MessageKey } from './message-keys.ts';
import { segmentBudget } from './segment-budgets.ts';
import { segmentsOf } from './segments.ts';

const catalogs: Record<Language, Catalog> = {
  en: enMessages,
  hi: hiMessages,
  'hi-Latn': hiLatnMessages,
};

const sentenceOf = <M extends MessageKey>(
  key: M,
  language: Language,
  own: OwnCatalog | undefined,
): Catalog[M] => own?.[key] ?? catalogs[language][key];

/** A hospital of the configuration is named as the reader's language says it. */
const withHospital = <P extends object>(
  params: P,
  language: Language,
  { hospitalName }: MessageContext,
): P =>
  hospitalName && 'hospital' in params && typeof params.hospital === 'string'
    ? { ...params, hospital: hospitalName(params.hospital, language) }
    : params;

/** Every wording of a message, fullest first. */
export const wordingsOf = <M extends MessageKey>(
  message: Message<M>,
  language: Language,
  context: MessageContext,
): readonly string[] => {
  const { number, answerNumber, own, ...rest } = context;
  const answer = answerNumber && renderCompactNumber(answerNumber);
  const wording = sentenceOf(
    message.key,
    language,
    own,
  )(withHospital(message.params, language, context), {
    ...rest,
    number: renderPhoneNumber(number),
    ...(answer && { answerNumber: answer }),
  });
  const wordings = typeof wording === 'string' ? [wording] : wording;
  if (!answer || !asksForAnswer(message.key)) return wordings;
  return wordings.map((text) => `${text} ${phrases[language].answerTo(answer)}`);
};

/** The words of a message when it is sent: what people wrote is truncated, and times are as seen from `now`. */
export const formatMessage = <M extends MessageKey>(
  message: Message<M>,
  language: Language,
  context: MessageContext,
): string => {
  const wordings = wordingsOf(message, language, context);
  if (context.roomy) return wordings[0] ?? '';
  const shortest = wordings.at(-1) ?? '';
  const budget = segmentBudget(message.key, language);
  // Counting segments is the slowest part here.
  return wordings.slice(0, -1).find((text) => segmentsOf(text).segments <= budget) ?? shortest;
};
