import type { EpochMs } from '../../terms/time.ts';
import type { PromptKey, PromptParams } from './prompts.ts';

/** What a prompt knows besides its parameters. */
export type SpeakContext = {
  now: EpochMs;
  /** Who speaks: "Police Mitra". */
  groupName: string;
};

/** One language's prompts: every one, no more and no fewer. */
export type PromptCatalog = {
  [K in PromptKey]: (params: PromptParams<K>, context: SpeakContext) => string;
};
