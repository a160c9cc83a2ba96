import type { SpokenLanguage } from '../terms/language.ts';
import type { Prompt, PromptCatalog, PromptKey, SpeakContext } from './prompt-keys.ts';
import { type PromptPart, partsOf, withoutMarks } from './prompt-parts.ts';
import { enPrompts } from './prompts/en.ts';
import { hiPrompts } from './prompts/hi.ts';
import { maxPromptSeconds, maxSecondsToKey, readingSeconds, secondsToKey } from './reading-time.ts';

const catalogs: Record<SpokenLanguage, PromptCatalog> = { en: enPrompts, hi: hiPrompts };

/** What the voice says, cut where the words vary. */
export const speakInParts = <K extends PromptKey>(
  prompt: Prompt<K>,
  language: SpokenLanguage,
  context: SpeakContext,
): PromptPart[] => partsOf(wordingOf(prompt, language, context));

/** The words of a prompt at this moment: numbers and times in words, and what people wrote shortened. */
export const speak = <K extends PromptKey>(
  prompt: Prompt<K>,
  language: SpokenLanguage,
  context: SpeakContext,
): string => withoutMarks(wordingOf(prompt, language, context));

const wordingOf = <K extends PromptKey>(
  prompt: Prompt<K>,
  language: SpokenLanguage,
  context: SpeakContext,
): string => {
  const groupName = (language === 'hi' && context.groupNameInHindi) || context.groupName;
  const wording = catalogs[language][prompt.key](prompt.params, { ...context, groupName });
  if (typeof wording === 'string') return wording;
  const words = wording.map(withoutMarks);
  const best = words.findIndex((text) => isShort(text) && secondsToKey(text) <= maxSecondsToKey);
  const chosen = best === -1 ? words.findIndex(isShort) : best;
  return wording.at(chosen) ?? '';
};

const isShort = (text: string): boolean => readingSeconds(text) < maxPromptSeconds;
