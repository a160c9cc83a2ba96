import type { SpokenLanguage } from '../terms/language.ts';
import type { PromptCatalog, SpeakContext } from './prompt-catalog.ts';
import type { Prompt, PromptKey } from './prompt-keys.ts';
import { en } from './prompts/en.ts';
import { hi } from './prompts/hi.ts';
import { maxPromptSeconds, readingSeconds } from './reading-time.ts';

const catalogs: Record<SpokenLanguage, PromptCatalog> = { en, hi };

/** The words of a prompt, as they are said at that moment: numbers and times in words, what people wrote cut short. */
export const speak = <K extends PromptKey>(
  prompt: Prompt<K>,
  language: SpokenLanguage,
  context: SpeakContext,
): string => {
  const wording = catalogs[language][prompt.key](prompt.params, context);
  if (typeof wording === 'string') return wording;
  return wording.find((text) => readingSeconds(text) < maxPromptSeconds) ?? wording.at(-1) ?? '';
};
