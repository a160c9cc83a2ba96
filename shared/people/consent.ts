import * as z from 'zod';
import { languageSchema } from '../terms/language.ts';
import { epochMsSchema } from '../terms/time.ts';

/**
 * The version of the consent notice that people are shown now (`joinNotice`, texted and spoken); stored with each
 * consent. Its words in every language are in docs/notices/<version>.md. Other words are another version, and the old
 * file stays.
 */
export const noticeVersion = '2026-11-30';

const agreedSchema = z.object({
  at: epochMsSchema,
  by: z.enum(['text', 'import', 'call', 'site']),
  language: languageSchema,
  /** The version of the notice (docs/notices). Absent after an import: the group has that consent itself. */
  notice: z.string().optional(),
});
export type Agreed = z.infer<typeof agreedSchema>;

/** What a donor agreed to (DPDP Act): which notice, in which language, when, and how the consent reached us. */
export const consentSchema = agreedSchema.extend({
  /** The consents that this one renewed, oldest first: an alert of that time rested on them. */
  earlier: z.array(agreedSchema).optional(),
});
export type Consent = z.infer<typeof consentSchema>;

/**
 * The consent that holds: the earlier one, unless another notice was agreed to since, which renews it. An imported list
 * names no notice.
 */
export const standingConsent = (now: Agreed, before: Consent | undefined): Consent => {
  if (before === undefined) return now;
  if (now.notice === undefined || now.notice === before.notice) return before;
  const { earlier = [], ...last } = before;
  return { ...now, earlier: [...earlier, last] };
};
