import * as z from 'zod';
import { askingRulesSchema } from './asking-rules.ts';
import { sharingSchema } from './sharing.ts';
import { urgencySchema } from './urgency.ts';

const positive = z.number().positive();
const whole = z.number().int().nonnegative();
const some = z.number().int().positive();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const byUrgency = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ critical: schema, urgent: schema, planned: schema });

/** Closing writes two items for each promise and seven more in one transaction, which holds 100 (docs/scale.md). */
const maxPledges = 46;

/**
 * Everything an operator may turn without touching code. Durations carry their unit in the name; medical
 * values are FACTS §2 (sure A unless said); the blood centre's doctor always decides.
 */
export const policySchema = z
  .strictObject({
    maxOpenRequests: whole.min(1),
    maxUnits: whole.min(1),
    /** How long a half-written request or registration is kept. */
    draftHours: positive,
    verification: z.strictObject({
      /** How many verifiers on duty are asked first; the others on duty come in the second round. */
      firstRound: whole.min(1),
      nextRoundMinutes: byUrgency(positive),
    }),
    stages: byUrgency(
      z.strictObject({
        /** The longest wait until donors are looked for again; half of it is the shortest. */
        intervalMinutes: positive,
        /** Chance that those asked cover what is missing; a stage is the smallest that reaches it. */
        wantedChance: z.number().gt(0).lt(1),
        maxDonors: whole.min(1).max(30),
      }),
    ),
    /** Widening circles in km inside which a stage looks before the whole zone, the neighbours and everyone. */
    ringsKm: z.array(positive).min(1),
    /** How the engine judges whom to ask, and how many. */
    asking: askingRulesSchema,
    alertCaps: z.strictObject({
      perWeek: whole.min(1),
      perMonth: whole.min(1),
      /** Days without an alert for whoever said yes and was not needed. */
      restAfterYesDays: z.number().nonnegative(),
    }),
    /** An unanswered alert stops counting as open after this; a late yes is still heard. */
    alertOpenHours: positive,
    quietHours: z.strictObject({ from: clock, to: clock }),
    arrival: z.strictObject({
      travelMinutes: byUrgency(positive),
      reminderBeforeMinutes: positive,
      noShowAfterMinutes: positive,
      askGaveAfterMinutes: positive,
    }),
    stillNeeded: z.strictObject({ answerWithinHours: positive, extendHours: positive }),
    /** A covered request waits this long past its time for the word that blood was given. */
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
     * Days of rest after being turned away, and after what donors tell of themselves (shared/people/deferral-rules.ts).
     * FACTS §2 gives B or C or nothing for these: the doctor's word wins.
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
    /** A closed request's code is not given out again for this long, so a text from the drawer finds its request. */
    codeRestDays: whole,
    sending: z.strictObject({
      /** Wait before the 2nd, 3rd … try. When the list ends, the message has failed. */
      retryMinutes: z.array(positive).min(1),
      /** A claim older than this belongs to a dead process. */
      leaseSeconds: positive,
      /** Service messages older than this are not worth sending any more. */
      giveUpHours: positive,
    }),
    calls: z.strictObject({
      /** How long a phone rings before nobody is there. */
      ringSeconds: whole.min(5).max(60),
      /** Requests of these urgencies ring for whoever has not answered a text by half of the stage. */
      halfTime: z.array(urgencySchema),
      /** Volunteers who have not answered a text by half of their round are called. */
      volunteers: z.boolean(),
      /** How long two people may talk through us. */
      talkMinutes: positive,
      /** One call back for all the missed calls of a phone within this time. */
      callBackOnceMinutes: positive,
      /** A call that nobody has said has ended is taken for ended after this. */
      idleMinutes: positive,
      nameSeconds: whole.min(3),
      messageSeconds: whole.min(10),
      /** What callers have said is deleted after this. */
      recordingDays: positive,
    }),
    /** Do family and donor see each other's number? A woman's is bridged unless she chose otherwise. */
    sharing: sharingSchema,
    /** How long people are remembered whom nobody needs any more (FACTS §4: only the data needed). */
    retention: z.strictObject({
      /**
       * Days after its end for which a request keeps names and numbers; what happened, without them, stays. Donors
       * forget with it that they were asked, which the cap of a month has to know for 30 days.
       */
      requestDays: z.number().min(30),
      /** Days after their last text or call for which somebody is remembered who is no donor, no volunteer and has no request. */
      strangerDays: positive,
    }),
    /** More texts than this from one phone in an hour are answered once with a plea and then not at all. */
    textsPerHour: whole.min(1),
    /**
     * Phones that have told us nothing yet share a limit with their neighbours in number (SMS pumping). Never counted
     * and never silenced: a text that tells of a need, and whoever has begun a request or a registration.
     */
    strangers: z.strictObject({
      /** How many digits after the country make a range: 5 of ten are 100,000 numbers. */
      rangeDigits: whole.min(2).max(8),
      /** Texts of one range in an hour that are answered. */
      textsPerHour: whole.min(1),
      /** Missed calls of one range in an hour that are called back. */
      callsBackPerHour: whole.min(1),
    }),
  })
  .refine(
    ({ maxUnits, asking }) => Math.ceil(maxUnits * (1 + asking.standby.mostPerUnit)) <= maxPledges,
    {
      path: ['maxUnits'],
      error: `maxUnits × (1 + asking.standby.mostPerUnit) must be ${maxPledges} at most: a request with more promises could not be closed at once`,
    },
  );
export type Policy = z.infer<typeof policySchema>;
