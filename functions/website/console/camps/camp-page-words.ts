import type { Language } from '#shared/terms/language.ts';
import { type CampPageWords, enCampWords } from './camp-words-in-english.ts';
import { hiCampWords, hiLatnCampWords } from './camp-words-in-hindi.ts';

/** The words of the pages about camps. */
export const campPageWords: Record<Language, CampPageWords> = {
  en: enCampWords,
  hi: hiCampWords,
  'hi-Latn': hiLatnCampWords,
};
