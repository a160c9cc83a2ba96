import * as z from 'zod';

/**
 * BCP 47 tags of the languages the hotline speaks. hi-Latn is Hindi in Latin letters, for phones that cannot show
 * Devanagari (docs/facts.md#india).
 */
export const languages = ['en', 'hi', 'hi-Latn'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** Languages of one group, written beside one of the others (docs/operate.md#another-group). */
export const ownLanguageNames = ['garhwali'] as const;
export const ownLanguageSchema = z.enum(ownLanguageNames);
export type OwnLanguage = z.infer<typeof ownLanguageSchema>;

/** The languages of calls. Hindi in Latin letters is a way of writing: spoken, it is Hindi. */
export const spokenLanguages = ['hi', 'en'] as const;
export const spokenLanguageSchema = z.enum(spokenLanguages);
export type SpokenLanguage = z.infer<typeof spokenLanguageSchema>;

const spokenLanguage: Record<Language, SpokenLanguage> = { en: 'en', hi: 'hi', 'hi-Latn': 'hi' };
export const spokenLanguageOf = (language: Language): SpokenLanguage => spokenLanguage[language];

/** The words of every language in one list. They are divided by commas; '' where a language has no words of its own. */
export const wordList = (words: Record<Language, string>): readonly string[] =>
  Object.values(words).flatMap((list) => (list === '' ? [] : list.split(', ')));
