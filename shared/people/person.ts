import * as z from 'zod';
import {
  callIdSchema,
  campIdSchema,
  recordingIdSchema,
  requestCodeSchema,
  requestIdSchema,
} from '../terms/ids.ts';
import { type Language, languageSchema, ownLanguageSchema } from '../terms/language.ts';
import { type PhoneNumber, phoneNumberSchema } from '../terms/phone-number.ts';
import { sharingSchema } from '../terms/sharing.ts';
import { type EpochMs, epochMsSchema } from '../terms/time.ts';
import { alertRefSchema, requestRefSchema } from './alert-refs.ts';
import { campDraftSchema, campFields, campRefSchema } from './camps/camp-refs.ts';
import { type Donor, donorSchema } from './donor.ts';
import { correctionSchema, dialogueSchema, joinDraftSchema, requestDraftSchema } from './drafts.ts';
import { loginSchema } from './login/login-code.ts';
import { passkeySchema } from './login/passkey.ts';
import { sessionSchema } from './login/session.ts';
import { confirmationSchema } from './proof/confirmation.ts';
import { familyRecordSchema } from './proof/family-record.ts';
import { ownCodeSchema, wrongCodesSchema } from './proof/own-codes.ts';
import { storyCheckSchema, storyRefSchema } from './stories/story-refs.ts';
import { volunteerSchema } from './volunteer.ts';

/** The last question the hotline sent to this phone. A bare digit answers it. */
export const questionSchema = z.discriminatedUnion('about', [
  ...dialogueSchema.options,
  z.object({ about: z.literal('alert'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('arrived'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('gave'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('drop-reason'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('still-coming'), requestId: requestIdSchema, at: epochMsSchema }),
  z.object({ about: z.literal('still-needed'), requestId: requestIdSchema, at: epochMsSchema }),
  /** "Did the blood reach the patient?", to the family of a request that was closed as given. */
  z.object({ about: z.literal('reached'), requestId: requestIdSchema, at: epochMsSchema }),
  /** "B- instead of B+?": the family is asked before its correction counts. */
  z.object({
    about: z.literal('correct'),
    requestId: requestIdSchema,
    at: epochMsSchema,
    changes: correctionSchema,
  }),
  /** "Shall we close it?", after blood was found elsewhere or the patient has died. */
  z.object({
    about: z.literal('close'),
    requestId: requestIdSchema,
    at: epochMsSchema,
    loss: z.boolean().optional(),
    /** Other requests of the same family that the same 1 closes. */
    also: z.array(requestIdSchema).optional(),
  }),
  /** "Did our donor give it?", after the family has received so many units. */
  z.object({
    about: z.literal('received'),
    requestId: requestIdSchema,
    at: epochMsSchema,
    units: z.number().int().min(1),
  }),
  /** The next question about a camp that a coordinator opens. */
  z.object({ about: z.literal('camp-open'), field: z.enum(campFields), at: epochMsSchema }),
  /** An invitation; the half hours on offer (keys 1 to 3); or whether a person who was missed wants the next one. */
  z.object({
    about: z.literal('camp'),
    campId: campIdSchema,
    ask: z.enum(['invite', 'time', 'missed']),
    times: z.array(epochMsSchema).optional(),
    at: epochMsSchema,
  }),
  /** A family's story: may we tell it (1, 2); its words; may it be shown so (1, 2, 3), and with this photograph (1, 2). */
  z.object({
    about: z.literal('story'),
    ask: z.enum(['may', 'words', 'show', 'photo']),
    at: epochMsSchema,
  }),
]);
export type Question = z.infer<typeof questionSchema>;

/** One item per phone: family, donor and volunteer may be the same person. */
export const personSchema = z.object({
  kind: z.literal('person'),
  phone: phoneNumberSchema,
  version: z.number().int().nonnegative(),
  name: z.string().optional(),
  language: languageSchema.optional(),
  /** The group's own language, while `language` is the one beside it. */
  ownLanguage: ownLanguageSchema.optional(),
  /** Set by LANG or an import; otherwise the language follows what this phone writes. */
  languageChosen: z.boolean().optional(),
  channel: z.enum(['sms', 'whatsapp']),
  /** When this phone last wrote to us. */
  lastHeard: epochMsSchema.optional(),
  /** When it last wrote on WhatsApp, which takes free texts for 24 hours from then (docs/facts.md#twilio). */
  whatsappAt: epochMsSchema.optional(),
  optedOut: z.boolean(),
  /** The carrier says that this number takes no texts; `error` is its code. */
  unreachable: z.object({ at: epochMsSchema, error: z.string() }).optional(),
  /** The carrier says this number cannot be called. */
  uncallable: z.object({ at: epochMsSchema, error: z.string() }).optional(),
  /** Wants to be asked by a call rather than a text. */
  prefersCalls: z.boolean().optional(),
  /** May a donor or family on the other side see this number? Absent: the policy decides, and never shows a woman's. */
  sharing: sharingSchema.optional(),
  /** When a missed call of this phone was last answered by calling back. */
  calledBackAt: epochMsSchema.optional(),
  /** Calls back in a row on which this phone pressed no key. */
  callsWithoutKey: z.number().int().min(1).optional(),
  /** The call in which this person hung up while volunteers were rung: one of them is to call back. */
  waitsIn: callIdSchema.optional(),
  /** How often this phone had volunteers rung in the running hour. */
  rang: z.object({ since: epochMsSchema, count: z.number().int() }).optional(),
  /** When volunteers were last asked to ring this family, which could not finish its request. */
  helpAskedAt: epochMsSchema.optional(),
  /** What a volunteer recorded for this family: why their request was refused. */
  toHear: z.object({ recording: recordingIdSchema, code: requestCodeSchema }).optional(),
  /** The person's own name, as they said it. */
  nameSpoken: recordingIdSchema.optional(),
  /** The login code texted to a coordinator who wants to hear a message in the browser. */
  login: loginSchema.optional(),
  /** Browsers in which this coordinator has logged in, the newest last. */
  knownBrowsers: z.array(z.string()).optional(),
  sessions: z.array(sessionSchema).optional(),
  /** Only coordinators have them. */
  passkeys: z.array(passkeySchema).optional(),
  /** Wants no messages, and was no donor then: a list that has this phone makes it a donor without alerts. */
  leftAlone: z.literal(true).optional(),
  trusted: z.boolean(),
  /** Since when the operator has blocked this phone: it is not answered, and nothing is sent to it. */
  blockedAt: epochMsSchema.optional(),
  donor: donorSchema.optional(),
  volunteer: volunteerSchema.optional(),
  /** What became of this family's own requests. `lost`: refused, or ended without anyone ever reached or given. */
  familyRecord: familyRecordSchema.optional(),
  /** A volunteer's own codes, one for each request they were asked to verify, oldest first. */
  ownCodes: z.array(ownCodeSchema).optional(),
  wrongCodes: wrongCodesSchema.optional(),
  /** What this person wants, once they text back the number that was sent to them. */
  confirming: confirmationSchema.optional(),
  question: questionSchema.optional(),
  /** The dialogue that another question interrupted; resumed after it. */
  interrupted: dialogueSchema.optional(),
  requestDraft: requestDraftSchema.optional(),
  /** When the draft is looked at again: first to remind the family, then to ask a volunteer to ring it. */
  draftCheck: z.object({ at: epochMsSchema, reminded: z.boolean() }).optional(),
  joinDraft: joinDraftSchema.optional(),
  /** The person's own requests, as the family, oldest first. */
  requests: z.array(requestRefSchema),
  /** Alerts of the last months, oldest first. */
  alerts: z.array(alertRefSchema),
  /** Camps of the last year, oldest first. */
  camps: z.array(campRefSchema).optional(),
  /** Wants no invitations to camps. */
  noCamps: z.literal(true).optional(),
  campDraft: campDraftSchema.optional(),
  /** How it went for this family, if it tells. */
  story: storyRefSchema.optional(),
  /** Stories that this coordinator was asked to read, oldest first. */
  storyChecks: z.array(storyCheckSchema).optional(),
  /** Texts in the running hour, for the per-phone limit. */
  heard: z.object({ since: epochMsSchema, count: z.number().int() }),
  /** The last text that was neither a command nor a request, as a digest, and how often it came with the same words. */
  repeated: z.object({ digest: z.string(), count: z.number().int(), at: epochMsSchema }).optional(),
  /** When a person without any role or request is erased. */
  forgetAt: epochMsSchema.optional(),
  createdAt: epochMsSchema,
});
export type Person = z.infer<typeof personSchema>;

/** A person with a donor record. */
export const donorPersonSchema = personSchema.extend({ donor: donorSchema });
export type DonorPerson = Person & { donor: Donor };
export const isDonor = (person: Person): person is DonorPerson => person.donor !== undefined;

/** The person of a phone that is not stored yet; version 0 says that no item exists. */
export const newPerson = (phone: PhoneNumber, now: EpochMs, language?: Language): Person => ({
  kind: 'person',
  phone,
  version: 0,
  ...(language && { language }),
  channel: 'sms',
  optedOut: false,
  trusted: false,
  requests: [],
  alerts: [],
  heard: { since: now, count: 0 },
  createdAt: now,
});
