import * as z from 'zod';
import { afterGiftRulesSchema, usualAfterGiftRules } from './after-gift/after-gift-rules.ts';
import { storyRulesSchema, usualStoryRules } from './after-gift/story-rules.ts';
import { askingRulesSchema } from './asking-rules.ts';
import { campRulesSchema, usualCampRules } from './camps/camp-rules.ts';
import { sharingSchema } from './sharing.ts';
import { urgencySchema } from './urgency.ts';

const positive = z.number().positive();
const whole = z.number().int().nonnegative();
const some = z.number().int().positive();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const byUrgency = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ critical: schema, urgent: schema, planned: schema });

/** Closing writes two items for each pledge and seven more in one transaction, which holds 100 (docs/scale.md). */
const maxPledges = 46;

/**
 * Everything an operator may change without touching code. Durations have their unit in the name; medical values are from
 * docs/facts.md#eligibility (sure A unless stated); the blood centre's doctor always decides.
 */
export const policySchema = z
  .strictObject({
    maxOpenRequests: whole.min(1),
    maxUnits: whole.min(1),
    /** How long an unfinished request or registration is kept. */
    draftHours: positive,
    verification: z.strictObject({
      /** How many verifiers on duty are asked first; the others on duty come in the second round. */
      firstRound: whole.min(1),
      nextRoundMinutes: byUrgency(positive),
      /** A volunteer who could not reach the family is asked to call again after this. */
      callAgainMinutes: byUrgency(positive).default({ critical: 4, urgent: 10, planned: 30 }),
    }),
    stages: byUrgency(
      z.strictObject({
        /** The longest wait until the search looks for donors again; half of it is the shortest. */
        intervalMinutes: positive,
        /** Target probability that the asked donors cover what is missing; a stage is the smallest that reaches it. */
        wantedChance: z.number().gt(0).lt(1),
        maxDonors: whole.min(1).max(30),
      }),
    ),
    /** Radii in km, growing: a stage searches inside them before the whole zone, the neighbours and everyone. */
    ringsKm: z.array(positive).min(1),
    /** How matching decides which donors to ask, and how many. */
    asking: askingRulesSchema,
    alertCaps: z.strictObject({
      perWeek: whole.min(1),
      perMonth: whole.min(1),
      /** Days without an alert for a donor who said yes and was not needed. */
      restAfterYesDays: z.number().nonnegative(),
    }),
    /** An unanswered alert stops counting as open after this; a late yes still counts. */
    alertOpenHours: positive,
    quietHours: z.strictObject({ from: clock, to: clock }),
    arrival: z.strictObject({
      travelMinutes: byUrgency(positive),
      reminderBeforeMinutes: positive,
      noShowAfterMinutes: positive,
      askGaveAfterMinutes: positive,
    }),
    stillNeeded: z.strictObject({ answerWithinHours: positive, extendHours: positive }),
    /** A covered request waits this long past its time for the report that blood was given. */
    coveredGraceHours: positive,
    donation: z.strictObject({
      minAge: whole,
      maxAge: whole,
      maxFirstAge: whole,
      maxApheresisAge: whole,
      minWeightKg: positive,
      minApheresisWeightKg: positive,
      wholeBloodIntervalDays: z.strictObject({ man: whole, woman: whole }),
      apheresisIntervalDays: whole,
      apheresisPerWeek: some,
      apheresisPerYear: some,
      apheresisAfterWholeBloodDays: whole,
      wholeBloodAfterApheresisDays: whole,
    }),
    /**
     * Days of rest after being turned away, and after what donors report themselves (shared/people/deferral-rules.ts).
     * docs/facts.md#eligibility gives B or C or nothing for these: the doctor's decision counts.
     */
    deferralDays: z.strictObject({
      own: whole,
      haemoglobin: whole,
      'weight-or-pressure': whole,
      illness: whole,
      other: whole,
      alcohol: whole,
      aspirin: whole,
      antibiotics: whole,
      vaccine: whole,
      'live-vaccine': whole,
      rabies: whole,
      malaria: whole,
      typhoid: whole,
      dengue: whole,
      tattoo: whole,
      surgery: whole,
      birth: whole,
      /** Until the birth, and the days after it. */
      pregnancy: whole,
      miscarriage: whole,
    }),
    /** A closed request's code is not reused for this long, so that a late text still finds its request. */
    codeRestDays: whole,
    sending: z.strictObject({
      /** Wait before the 2nd, 3rd … try. When the list ends, the message has failed. */
      retryMinutes: z.array(positive).min(1),
      /** A claim older than this belongs to a dead process. */
      leaseSeconds: positive,
      /** Service messages older than this are no longer sent. */
      giveUpHours: positive,
    }),
    calls: z.strictObject({
      /** How long a phone rings before the call counts as unanswered. */
      ringSeconds: whole.min(5).max(60),
      /** For requests of these urgencies, donors who have not answered a text by half of the stage are called. */
      halfTime: z.array(urgencySchema),
      /** Volunteers who have not answered a text by half of their round are called. */
      volunteers: z.boolean(),
      /** How long a bridged call may last. */
      talkMinutes: positive,
      /** One callback for all missed calls of a phone within this time. */
      callBackOnceMinutes: positive,
      /** The pause after the second call back without a key, and after each later one. */
      restWithoutKeyHours: z
        .strictObject({ second: positive, later: positive })
        .default({ second: 1, later: 24 }),
      /** How often one phone may have volunteers rung in an hour. Then its caller leaves a message. */
      ringsPerHour: whole.min(1).default(3),
      /** A call without an end report counts as ended after this. */
      idleMinutes: positive,
      nameSeconds: whole.min(3),
      messageSeconds: whole.min(10),
      /** Recordings are deleted after this. */
      recordingDays: positive,
    }),
    /** Donation camps (docs/facts.md#camps). */
    camps: campRulesSchema.default(usualCampRules),
    /** What donors are told after a gift (docs/facts.md#return). */
    afterGift: afterGiftRulesSchema.default(usualAfterGiftRules),
    /** Families' stories (docs/stories.md). */
    stories: storyRulesSchema.default(usualStoryRules),
    /** Do family and donor see each other's number? A woman's is bridged unless she chose otherwise. */
    sharing: sharingSchema,
    /** Donors' numbers that a family gets to know. */
    numbers: z
      .strictObject({
        /** In 24 hours; further donors and the family talk through our number. */
        perDay: whole,
        /** A family for which no donor of ours has given yet, and that no coordinator trusts: `bridge` shows it no number. */
        newRequester: sharingSchema,
      })
      .default({ perDay: 10, newRequester: 'bridge' }),
    /** How long data is stored that is no longer needed (docs/facts.md#law: only needed data). */
    retention: z.strictObject({
      /**
       * Days after its end for which a request keeps names and numbers; the rest of it stays. Its donors' references to
       * its alerts are deleted with them; the monthly alert cap needs these for 30 days.
       */
      requestDays: z.number().min(30),
      /**
       * Days after the last text or call for which a person is stored who is no donor, no volunteer and has no request.
       */
      strangerDays: positive,
      /** Days for which the trail says who changed whose role, trust, block or duty. */
      auditDays: z.number().min(30).default(365),
    }),
    /** More texts than this from one phone in an hour get one reply asking to stop, then no reply. */
    textsPerHour: whole.min(1),
    /**
     * Unknown phones share a limit with the other phones of their number range (SMS pumping). Never counted and never
     * limited: a text with a blood request, and a phone that has begun a request or a registration.
     */
    strangers: z.strictObject({
      /** How many digits after the country define a range: 5 of ten are 100,000 numbers. */
      rangeDigits: whole.min(2).max(8),
      /** Texts of one range that are answered in an hour. */
      textsPerHour: whole.min(1),
      /** Missed calls of one range that are called back in an hour. */
      callsBackPerHour: whole.min(1),
      /** Missed calls of all unknown phones that are called back in an hour. */
      callsBackInAll: whole.min(1).default(60),
      /** How often all unknown phones together may have volunteers rung in an hour. */
      ringsInAll: whole.min(1).default(30),
    }),
  })
  .refine(
    ({ maxUnits, asking }) => Math.ceil(maxUnits * (1 + asking.standby.mostPerUnit)) <= maxPledges,
    {
      path: ['maxUnits'],
      error: `maxUnits × (1 + asking.standby.mostPerUnit) must be ${maxPledges} at most: a request with more pledges could not be closed at once`,
    },
  );
export type Policy = z.infer<typeof policySchema>;
