import type { Language, OwnLanguage } from '../terms/language.ts';
import type { OwnCatalog } from './catalog/catalog.ts';
import { garhwaliMessages } from './catalog/own/garhwali.ts';

type Spoken = {
  /** The language of the sentences that are not written yet, of calls and of the pages. */
  besides: Language;
  sentences: OwnCatalog;
};

export const ownLanguages: Readonly<Record<OwnLanguage, Spoken>> = {
  garhwali: { besides: 'hi', sentences: garhwaliMessages },
};

/** True once its own `languageSet` is written: before, LANG chooses the language beside, and says so. */
export const canBeChosen = ({ sentences }: Pick<Spoken, 'sentences'>): boolean =>
  sentences.languageSet !== undefined;
