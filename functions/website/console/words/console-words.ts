import type { Language } from '#shared/terms/language.ts';
import { en } from './en.ts';
import { hi } from './hi.ts';
import { hiLatn } from './hi-latn.ts';

/** The English words name every key; a language that lacks one does not compile. */
export type ConsoleWords = typeof en;

/** The words of the console, for volunteers and coordinators. */
export const consoleWords: Record<Language, ConsoleWords> = { en, hi, 'hi-Latn': hiLatn };
