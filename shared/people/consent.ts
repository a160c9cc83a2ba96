import type { Language } from '../terms/language.ts';
import type { Donor, JoinDraft } from './person.ts';

/* What somebody agreed to (DPDP Act): the notice they were shown, in its language, at that moment. */

type Consent = Donor['consent'];

/** The notice is shown in this language just now; once agreed to, no other counts. */
export const withNoticeIn = (draft: JoinDraft, language: Language): JoinDraft =>
  draft.agreed ? draft : { ...draft, noticeIn: language };

/** The draft with its consent, as soon as there is one; until then with the notice that is shown now. */
export const withConsent = (draft: JoinDraft, now: Consent): JoinDraft => {
  if (!draft.agreed) return withNoticeIn(draft, now.language);
  const { noticeIn = now.language, ...told } = draft;
  return { ...told, consent: draft.consent ?? { ...now, language: noticeIn } };
};

/** Which consent holds: the earlier one, unless another notice has been agreed to since. A list has none. */
export const standingConsent = (now: Consent, before: Consent | undefined): Consent =>
  before && (now.notice === undefined || now.notice === before.notice) ? before : now;

/** Is anything kept of a registration that is not finished? That the notice was shown is nothing told. */
export const hasAskedToJoin = ({ noticeIn: _, ...told }: JoinDraft): boolean =>
  Object.keys(told).length > 0;
