import * as z from 'zod';
import { languageSchema } from '../terms/language.ts';
import { epochMsSchema } from '../terms/time.ts';

/**
 * The version of the consent notice that people are shown now (`joinNotice`, texted and spoken); stored with each
 * consent. Its words in every language are in docs/notices/<version>.md. Other words are another version, and the old
 * file stays.
 */
export const noticeVersion = '2026-11';

/** What a donor agreed to (DPDP Act): which notice, in which language, when, and how the consent reached us. */
export const consentSchema = z.object({
  at: epochMsSchema,
  by: z.enum(['text', 'import', 'call', 'site']),
  language: languageSchema,
  /** The version of the notice (docs/notices). Absent after an import: the group has that consent itself. */
  notice: z.string().optional(),
});
export type Consent = z.infer<typeof consentSchema>;

/**
 * The consent that holds: the earlier one, unless another notice was agreed to since. An imported list names no notice.
 */
export const standingConsent = (now: Consent, before: Consent | undefined): Consent =>
  before && (now.notice === undefined || now.notice === before.notice) ? before : now;
