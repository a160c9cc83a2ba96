import * as z from 'zod';
import { cellSchema, pinSchema, placeSchema, zoneIdSchema } from '../places/place.ts';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { componentSchema } from '../terms/component.ts';
import {
  alertIdSchema,
  recordingIdSchema,
  requestCodeSchema,
  requestIdSchema,
} from '../terms/ids.ts';
import { languageSchema } from '../terms/language.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { sharingSchema } from '../terms/sharing.ts';
import { daySchema, epochMsSchema } from '../terms/time.ts';
import { urgencySchema } from '../terms/urgency.ts';
import { loginSchema } from './login.ts';
import { responseHistorySchema } from './response-history.ts';

export const sexes = ['woman', 'man', 'other'] as const;
export const sexSchema = z.enum(sexes);
export type Sex = z.infer<typeof sexSchema>;

/** Consent (DPDP Act): which notice was agreed to, when, and how it reached us. */
const consentSchema = z.object({
  at: epochMsSchema,
  by: z.enum(['text', 'import', 'call']),
  language: languageSchema,
  /** The version of the notice (docs/notices); none of an import, whose consent the group has itself. */
  notice: z.string().optional(),
});

export const donorSchema = z.object({
  group: bloodGroupSchema,
  sex: sexSchema,
  birthYear: z.number().int(),
  weightKg: z.number().positive().optional(),
  pin: pinSchema,
  place: placeSchema,
  cell: cellSchema,
  email: z.string().optional(),
  lastDonation: z.object({ day: daySchema, component: componentSchema }).optional(),
  /** The last day of whole blood, when something else was given since: its rest still runs. */
  lastWholeBlood: daySchema.optional(),
  /** Of platelets and plasma, oldest first: as many as may be given in a year. */
  apheresisDays: z.array(daySchema).optional(),
  /** The one before, in case the last turns out not to have been. */
  donationBefore: z.object({ day: daySchema, component: componentSchema }).optional(),
  donations: z.number().int().nonnegative(),
  /** Turned away by a doctor: rest until then. */
  deferredUntil: epochMsSchema.optional(),
  /** The earliest moment at which any component may be given, pauses and deferrals included; the donor index sorts by it. */
  mayGiveFrom: epochMsSchema,
  pausedUntil: epochMsSchema.optional(),
  consent: consentSchema,
  record: responseHistorySchema,
  /** When "you may give again" is due; absent when it has been said or is not wanted. */
  remindAt: epochMsSchema.optional(),
});
export type Donor = z.infer<typeof donorSchema>;

export const volunteerRoles = ['verifier', 'coordinator'] as const;
export const volunteerSchema = z.object({
  zone: zoneIdSchema,
  role: z.enum(volunteerRoles),
  onDuty: z.boolean(),
});
export type Volunteer = z.infer<typeof volunteerSchema>;

/** One alert this donor got; kept for the caps, for late answers, and to find what to erase. */
export const alertRefSchema = z.object({
  requestId: requestIdSchema,
  alertId: alertIdSchema,
  code: requestCodeSchema,
  at: epochMsSchema,
  /** Until when it keeps other alerts away. */
  openUntil: epochMsSchema,
  /** pledged: said yes, and is confirmed or on standby; that too keeps other alerts away. */
  state: z.enum(['open', 'pledged', 'ended', 'not-needed']),
});
export type AlertRef = z.infer<typeof alertRefSchema>;

/** One's own request, as the family; closed ones stay listed so that they can be erased. */
export const requestRefSchema = z.object({
  requestId: requestIdSchema,
  code: requestCodeSchema,
  open: z.boolean(),
});
export type RequestRef = z.infer<typeof requestRefSchema>;

/** Names a caller has said aloud: recordings for the volunteer who checks the request. */
export const spokenNamesSchema = z.object({
  hospital: recordingIdSchema.optional(),
  patient: recordingIdSchema.optional(),
  attendant: recordingIdSchema.optional(),
});
export type SpokenNames = z.infer<typeof spokenNamesSchema>;

/** A request as far as the family has told it. */
export const requestDraftSchema = z.object({
  group: bloodGroupSchema.optional(),
  component: componentSchema.optional(),
  /** Something other than whole blood was meant, but not clearly what: asked, never guessed. */
  componentUnclear: z.boolean().optional(),
  exchange: z.boolean().optional(),
  units: z.number().int().optional(),
  hospital: z.string().optional(),
  place: placeSchema.optional(),
  neededBy: epochMsSchema.optional(),
  urgency: urgencySchema.optional(),
  /** '' when it was said in a call, or passed over there. */
  patient: z.string().optional(),
  /** '' when the family skipped the question. */
  attendant: z.string().optional(),
  spoken: spokenNamesSchema.optional(),
});
export type RequestDraft = z.infer<typeof requestDraftSchema>;

export const joinDraftSchema = z.object({
  agreed: z.boolean().optional(),
  /** In which language the notice was shown last, until it is agreed to. */
  noticeIn: languageSchema.optional(),
  /** What was agreed to and when, however long the rest takes and whatever is written meanwhile. */
  consent: consentSchema.optional(),
  group: bloodGroupSchema.optional(),
  pin: pinSchema.optional(),
  /** '' when it was said in a call, or passed over there. */
  name: z.string().optional(),
  nameSpoken: recordingIdSchema.optional(),
  sex: sexSchema.optional(),
  birthYear: z.number().int().optional(),
  /** null: never, or long ago. */
  lastDonation: daySchema.nullable().optional(),
});
export type JoinDraft = z.infer<typeof joinDraftSchema>;

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

/** A question of a request or a registration that is being told. */
const dialogueSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('request'), field: z.enum(requestFields), at: epochMsSchema }),
  z.object({ about: z.literal('request-summary'), at: epochMsSchema }),
  z.object({ about: z.literal('join'), field: z.enum(joinFields), at: epochMsSchema }),
]);
export type Dialogue = z.infer<typeof dialogueSchema>;

/** The last thing the hotline asked this phone; a bare digit answers it. */
export const questionSchema = z.discriminatedUnion('about', [
  ...dialogueSchema.options,
  z.object({ about: z.literal('alert'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('arrived'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('gave'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('drop-reason'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('still-coming'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('still-needed'), requestId: requestIdSchema, at: epochMsSchema }),
]);
export type Question = z.infer<typeof questionSchema>;

/** One item per phone: family, donor and volunteer may be the same person. */
export const personSchema = z.object({
  kind: z.literal('person'),
  phone: phoneNumberSchema,
  version: z.number().int().nonnegative(),
  name: z.string().optional(),
  language: languageSchema.optional(),
  /** Said by LANG or an import; otherwise the language follows what this phone writes. */
  languageChosen: z.boolean().optional(),
  channel: z.enum(['sms', 'whatsapp']),
  /** When this phone last wrote to us: WhatsApp answers are only free within 24 hours of it (error 63016). */
  lastHeard: epochMsSchema.optional(),
  optedOut: z.boolean(),
  /** The carrier says this number takes no texts (30005, 30006, 21211, 21614). */
  unreachable: z.object({ at: epochMsSchema, error: z.string() }).optional(),
  /** The carrier says this number cannot be called. */
  uncallable: z.object({ at: epochMsSchema, error: z.string() }).optional(),
  /** Wants to be asked by a call rather than a text. */
  prefersCalls: z.boolean().optional(),
  /** May others see this number once they are put in touch? Absent: the policy decides, and never shows a woman's. */
  sharing: sharingSchema.optional(),
  /** When a missed call of this phone was last answered by calling back. */
  calledBackAt: epochMsSchema.optional(),
  /** What a volunteer has said for this family to hear: why their request goes no further. */
  toHear: z.object({ recording: recordingIdSchema, code: requestCodeSchema }).optional(),
  /** Their own name, as they said it. */
  nameSpoken: recordingIdSchema.optional(),
  /** The number texted to a coordinator who wants to hear a message in the browser. */
  login: loginSchema.optional(),
  trusted: z.boolean(),
  donor: donorSchema.optional(),
  volunteer: volunteerSchema.optional(),
  question: questionSchema.optional(),
  /** What was being told when something else had to be asked; asked again afterwards. */
  interrupted: dialogueSchema.optional(),
  requestDraft: requestDraftSchema.optional(),
  joinDraft: joinDraftSchema.optional(),
  /** Their own requests, as the family, oldest first. */
  requests: z.array(requestRefSchema),
  /** Alerts of the last months, oldest first. */
  alerts: z.array(alertRefSchema),
  /** Texts in the running hour, for the per-phone limit. */
  heard: z.object({ since: epochMsSchema, count: z.number().int() }),
  /** When somebody is forgotten who is nobody to us any more. */
  forgetAt: epochMsSchema.optional(),
  createdAt: epochMsSchema,
});
export type Person = z.infer<typeof personSchema>;

/** A person who gives blood. */
export const donorPersonSchema = personSchema.extend({ donor: donorSchema });
export type DonorPerson = Person & { donor: Donor };
export const isDonor = (person: Person): person is DonorPerson => person.donor !== undefined;
