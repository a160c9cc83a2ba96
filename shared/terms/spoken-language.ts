import * as z from 'zod';
import type { Language } from './language.ts';

/** What the hotline can speak. Hindi in Latin letters is a way of writing: spoken it is Hindi. */
export const spokenLanguages = ['hi', 'en'] as const;
export const spokenLanguageSchema = z.enum(spokenLanguages);
export type SpokenLanguage = z.infer<typeof spokenLanguageSchema>;

export const spokenLanguageOf = (language: Language): SpokenLanguage =>
  language === 'en' ? 'en' : 'hi';
