import * as z from 'zod';

/** BCP 47 tags of the languages the hotline speaks; hi-Latn is Hindi in Latin letters, for phones that cannot show Devanagari (FACTS §5). */
export const languages = ['en', 'hi', 'hi-Latn'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
