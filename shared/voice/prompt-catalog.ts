import type { Wording } from '../messages/catalog/catalog.ts';
import type { Language } from '../terms/language.ts';
import type { EpochMs } from '../terms/time.ts';
import type { PromptKey, PromptParams } from './prompt-keys.ts';

/** What a prompt knows besides its parameters. */
export type SpeakContext = {
  now: EpochMs;
  /** Who speaks: "Police Mitra". */
  groupName: string;
  /** A place as the hearer's language names it; without it, as stored. */
  placeName?: (place: string, language: Language) => string;
};

/** One language's prompts: every one, no more and no fewer. Of several wordings the first that is short enough is said. */
export type PromptCatalog = {
  [K in PromptKey]: (params: PromptParams<K>, context: SpeakContext) => Wording;
};
