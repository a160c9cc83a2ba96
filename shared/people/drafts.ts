import * as z from 'zod';
import { pinSchema, placeSchema } from '../places/place.ts';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { componentSchema } from '../terms/component.ts';
import { recordingIdSchema, requestIdSchema } from '../terms/ids.ts';
import { type Language, languageSchema } from '../terms/language.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { daySchema, epochMsSchema } from '../terms/time.ts';
import { urgencySchema } from '../terms/urgency.ts';
import { type Consent, consentSchema } from './consent.ts';
import { sexSchema } from './donor.ts';

/* Requests and registrations that are not complete yet. */

/** Names that a caller said in a call: recordings for the volunteer who verifies the request. */
export const spokenNamesSchema = z.object({
  hospital: recordingIdSchema.optional(),
  patient: recordingIdSchema.optional(),
  attendant: recordingIdSchema.optional(),
});
export type SpokenNames = z.infer<typeof spokenNamesSchema>;

/** So many units by this moment: one day of a request that is needed over several days. */
export const neededDaySchema = z.object({
  units: z.number().int().min(1),
  neededBy: epochMsSchema,
});
export type NeededDay = z.infer<typeof neededDaySchema>;
/** More days than this are asked about as one need: no one promises so far ahead. */
export const mostDays = 3;

/** What the family has said of one need so far. */
const needDraftSchema = z.object({
  group: bloodGroupSchema.optional(),
  component: componentSchema.optional(),
  /** The family asked for something other than whole blood, but not clearly for what: asked, never guessed. */
  componentUnclear: z.boolean().optional(),
  exchange: z.boolean().optional(),
  units: z.number().int().optional(),
  hospital: z.string().optional(),
  place: placeSchema.optional(),
  neededBy: epochMsSchema.optional(),
  urgency: urgencySchema.optional(),
  /** Needed over several days: `units` is their sum, `neededBy` the first of them. */
  days: z.array(neededDaySchema).min(2).max(mostDays).optional(),
  /** As soon as can be: `neededBy` only ends the search, and no sentence says it. */
  asap: z.boolean().optional(),
  /** '' when it was said in a call, or skipped there. */
  patient: z.string().optional(),
  /** Where in the hospital the family is: "ward 5 bed 12" (shared/conversation/ward/parse-ward.ts). */
  ward: z.string().max(40).optional(),
  /** '' when the family skipped the question. */
  attendant: z.string().optional(),
  /** The number to call about it, when the text names another one than the sender's. */
  contact: phoneNumberSchema.optional(),
  spoken: spokenNamesSchema.optional(),
  /** The request that was opened before the family had told everything: what it tells from now on belongs there. */
  requestId: requestIdSchema.optional(),
});
/** What the family has said so far. `also`: other needs of the same text, which are asked about after this one. */
export const requestDraftSchema = needDraftSchema.extend({
  also: z.array(needDraftSchema).optional(),
  /** The text that began it, when it was cut off: the rest follows within seconds (shared/conversation/text/cut-text.ts). */
  cut: z
    .object({
      text: z.string(),
      isFull: z.boolean(),
      next: z.string().optional(),
      at: epochMsSchema,
    })
    .optional(),
});
export type RequestDraft = z.infer<typeof requestDraftSchema>;

/** The days of a draft, while they agree with its units and its time. */
export const fittingDays = ({ days, units, neededBy }: RequestDraft): NeededDay[] | undefined => {
  const sum = days?.reduce((all, day) => all + day.units, 0);
  return sum === units && days?.[0]?.neededBy === neededBy ? days : undefined;
};

/** The next need of the same text. What was said once holds for it too; a patient of another group is another one. */
export const nextNeed = ({
  also = [],
  cut: _cut,
  ...first
}: RequestDraft): RequestDraft | undefined => {
  const [next, ...rest] = also;
  if (!next) return undefined;
  const {
    units: _,
    component: __,
    componentUnclear: ___,
    days: ____,
    spoken: _5,
    ...shared
  } = first;
  const { patient: _6, ...others } = shared;
  const isSamePatient = !next.group || next.group === first.group;
  const said = { ...(isSamePatient ? shared : others), ...next };
  return rest.length > 0 ? { ...said, also: rest } : said;
};

/** The fields of an open request that its family corrects. Only what differs is present. */
export const correctionSchema = requestDraftSchema.omit({
  also: true,
  cut: true,
  componentUnclear: true,
  days: true,
  spoken: true,
  requestId: true,
});
export type Correction = z.infer<typeof correctionSchema>;

/** What a new donor has said of the registration so far. */
export const joinDraftSchema = z.object({
  agreed: z.boolean().optional(),
  /** The language in which the notice was last shown, until it is agreed to. */
  noticeIn: languageSchema.optional(),
  /** What was agreed to and when, however long the rest takes and whatever is written meanwhile. */
  consent: consentSchema.optional(),
  group: bloodGroupSchema.optional(),
  pin: pinSchema.optional(),
  /** '' when it was said in a call, or skipped there. */
  name: z.string().optional(),
  nameSpoken: recordingIdSchema.optional(),
  sex: sexSchema.optional(),
  birthYear: z.number().int().optional(),
  /** null: never, or long ago. */
  lastDonation: daySchema.nullable().optional(),
});
export type JoinDraft = z.infer<typeof joinDraftSchema>;

/** The draft with the language in which the notice is shown now. After the consent it stays as it is. */
export const withNoticeIn = (draft: JoinDraft, language: Language): JoinDraft =>
  draft.agreed ? draft : { ...draft, noticeIn: language };

/** The draft with its consent once the donor has agreed; until then with the language of the notice shown now. */
export const withConsent = (draft: JoinDraft, now: Consent): JoinDraft => {
  if (!draft.agreed) return withNoticeIn(draft, now.language);
  const { noticeIn = now.language, ...said } = draft;
  return { ...said, consent: draft.consent ?? { ...now, language: noticeIn } };
};

/** True when an unfinished registration holds an answer. The shown notice alone is no answer. */
export const hasAskedToJoin = ({ noticeIn: _, ...said }: JoinDraft): boolean =>
  Object.keys(said).length > 0;

export const requestFields = [
  'group',
  'component',
  'units',
  'hospital',
  'place',
  'neededBy',
  'patient',
  'attendant',
] as const;
export const joinFields = [
  'agreed',
  'group',
  'pin',
  'name',
  'sex',
  'birthYear',
  'lastDonation',
] as const;

/** A question about an unfinished request or registration. */
export const dialogueSchema = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('request'),
    field: z.enum(requestFields),
    at: epochMsSchema,
    /** The hospital nearest to a place that was sent: is the patient there? */
    near: z.object({ hospital: z.string(), place: placeSchema }).optional(),
  }),
  z.object({ about: z.literal('request-summary'), at: epochMsSchema }),
  z.object({ about: z.literal('join'), field: z.enum(joinFields), at: epochMsSchema }),
]);
export type Dialogue = z.infer<typeof dialogueSchema>;
