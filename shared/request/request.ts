import * as z from 'zod';
import { sexSchema } from '../people/donor.ts';
import { neededDaySchema, spokenNamesSchema } from '../people/drafts.ts';
import { placeSchema } from '../places/place.ts';
import { bloodGroupSchema } from '../terms/blood-group.ts';
import { componentSchema } from '../terms/component.ts';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '../terms/ids.ts';
import { phoneNumberSchema } from '../terms/phone-number.ts';
import { sharingSchema } from '../terms/sharing.ts';
import { epochMsSchema } from '../terms/time.ts';
import { urgencySchema } from '../terms/urgency.ts';

/** A donor's yes. 'dropped': the donor took it back; 'deferred': the donor came, and the doctor said not today. */
export const pledgeStates = [
  'confirmed',
  'standby',
  'dropped',
  'no-show',
  'deferred',
  'donated',
  'released',
] as const;
export const pledgeSchema = z.object({
  alertId: alertIdSchema,
  /** Absent when the donor was erased. */
  donor: z
    .object({
      phone: phoneNumberSchema,
      name: z.string(),
      sex: sexSchema,
      /** bridge: family and donor talk through our number. Absent: each gets the other's number. */
      sharing: sharingSchema.optional(),
      /** The probability that this yes ends in a donation (0–1), as estimated when the donor was asked. */
      gives: z.number().min(0).max(1).optional(),
    })
    .optional(),
  state: z.enum(pledgeStates),
  at: epochMsSchema,
  /** By when a confirmed donor should be at the hospital. */
  arriveBy: epochMsSchema.optional(),
  /** The donor has named that time. */
  ownTime: z.boolean().optional(),
  reminded: z.boolean(),
  /** When "have you arrived?" was asked. */
  askedArrivedAt: epochMsSchema.optional(),
  arrivedAt: epochMsSchema.optional(),
  askedGaveAt: epochMsSchema.optional(),
  donatedAt: epochMsSchema.optional(),
  /** Who reported the donation; the donor may correct the family's report. */
  donatedBy: z.enum(['donor', 'requester']).optional(),
  /** The family has confirmed the donor's report. */
  confirmed: z.literal(true).optional(),
  /** The part of a certificate's serial that cannot be guessed, while the gift stands. */
  check: z.string().optional(),
});
export type Pledge = z.infer<typeof pledgeSchema>;

export const closedReasons = ['refused', 'cancelled', 'expired'] as const;

export const phaseSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('verifying'),
    /** 0 no volunteer asked yet, 1 verifiers on duty, 2 more verifiers, 3 coordinators. */
    round: z.number().int().min(0).max(3),
    nextRoundAt: epochMsSchema,
    /** When the volunteers of this round who have not answered their text are called. */
    callAt: epochMsSchema.optional(),
    /** The volunteers of this round who have not been called. */
    toCall: z.array(phoneNumberSchema).optional(),
    /** Volunteers asked so far. */
    asked: z.array(phoneNumberSchema),
    /** How often the coordinators have been asked again without an answer. */
    repeats: z.number().int().nonnegative().optional(),
    /** Volunteers who could not reach the family. `callAgainAt`: when they are asked to call again. */
    notReached: z
      .array(z.object({ by: phoneNumberSchema, callAgainAt: epochMsSchema.optional() }))
      .optional(),
  }),
  z.object({
    type: z.literal('searching'),
    /** How far the search reaches (shared/matching/reach.ts). */
    reach: z.number().int().nonnegative(),
    nextStageAt: epochMsSchema,
    /** Half-way through the stage: when the donors who have not answered their text are called. */
    callAt: epochMsSchema.optional(),
    /** Refusals and dead numbers of this stage that have no replacement yet. */
    toReplace: z.number().int().nonnegative(),
    /** Every possible donor was asked. Family and coordinators are notified of it once a search. */
    exhausted: z.boolean(),
  }),
  z.object({ type: z.literal('covered'), at: epochMsSchema }),
  z.object({ type: z.literal('fulfilled'), at: epochMsSchema }),
  z.object({ type: z.literal('closed'), at: epochMsSchema, reason: z.enum(closedReasons) }),
]);
export type Phase = z.infer<typeof phaseSchema>;

export const needSchema = z.object({
  group: bloodGroupSchema,
  component: componentSchema,
  /** The blood centre gives against any group's donation, so every group matches (docs/facts.md#compatibility). */
  exchange: z.boolean(),
  units: z.number().int().min(1),
});

export const requestSchema = needSchema.extend({
  kind: z.literal('request'),
  id: requestIdSchema,
  version: z.number().int().nonnegative(),
  code: requestCodeSchema,
  /** Absent when the family was erased. */
  requester: phoneNumberSchema.optional(),
  hospital: z.string(),
  place: placeSchema,
  /** With `days`: by when the units of the day that donors are asked for now are needed. */
  neededBy: epochMsSchema,
  urgency: urgencySchema,
  /** Needed over several days, in order; `units` is their sum. */
  days: z.array(neededDaySchema).optional(),
  /** As soon as can be: `neededBy` only ends the search, and no sentence says it. */
  asap: z.boolean().optional(),
  /** The family has not said where yet: no donor is asked. `place` only says whose volunteers are asked first. */
  unplaced: z.boolean().optional(),
  patient: z.string(),
  attendant: z.string(),
  /** Where in the hospital the family is: "ward 5 bed 12". */
  ward: z.string().optional(),
  /** The number of the person with the patient, when the family's text names one. Set while the request is open. */
  contact: phoneNumberSchema.optional(),
  /** That person has asked us how it stands and heard it: news of the donors goes there too. */
  contactAsked: z.literal(true).optional(),
  /** Recordings from the family's call, for the volunteer who verifies the request. */
  spoken: spokenNamesSchema.optional(),
  createdAt: epochMsSchema,
  /** Other requests are verified first: this family's earlier ones were refused or came to nothing, and none was served. */
  comesLast: z.boolean().optional(),
  /** When the family was told that the blood bank cannot take blood, by a donor who is there. */
  bankShutAt: epochMsSchema.optional(),
  /** The same, by a donor who may not be there. */
  bankShutHeardAt: epochMsSchema.optional(),
  /** By how many units the family raised it last, and when: the same again soon after is asked about. */
  raised: z.object({ units: z.number().int().min(1), at: epochMsSchema }).optional(),
  /** Set while the request is open; afterwards only the timeline shows it, masked. */
  verifiedBy: phoneNumberSchema.optional(),
  /** Stages started so far. */
  stages: z.number().int().nonnegative(),
  phase: phaseSchema,
  pledges: z.array(pledgeSchema),
  /** Alerts are still open though the request needs no more donors: their donors must be notified. */
  alertsToClose: z.boolean(),
  /** Other donors must be asked after a correction: open alerts that no longer fit must be withdrawn. */
  alertsToFit: z.boolean().optional(),
  /** When to look at it next. Every request that is not over has such a moment. */
  dueAt: epochMsSchema.optional(),
  /** When a request that is over is redacted: it loses its names and numbers. */
  forgetAt: epochMsSchema.optional(),
  /** The family's word whether the blood reached the patient; absent until it answers. */
  reached: z.boolean().optional(),
  /** When the family was asked whether it is still needed. */
  askedStillNeededAt: epochMsSchema.optional(),
});
export type Request = z.infer<typeof requestSchema>;
