import * as z from 'zod';
import { urgencySchema } from './urgency.ts';

const positive = z.number().positive();
const share = z.number().min(0).max(1);

/**
 * How many times the odds are those of a member at large when the last gift known is no older than so many days; steps
 * by age. Of donors of a mobile centre 37 % gave at its next visit within six months of a gift, 15 % within twelve, 9 %
 * later (docs/facts.md#return).
 */
export const gaveLatelySchema = z.array(
  z.strictObject({ withinDays: z.number().int().positive(), odds: positive }),
);
export const usualGaveLately: z.infer<typeof gaveLatelySchema> = [
  { withinDays: 183, odds: 6.3 },
  { withinDays: 366, odds: 1.9 },
];

/**
 * How matching decides which donors to ask, and how many. Averages of the group are from docs/facts.md#answers; figures
 * marked "assumed" have no published source and were chosen with `npm run simulate`.
 */
export const askingRulesSchema = z.strictObject({
  /**
   * The kinds of members: their share, and how they answer as a Beta prior, yes/(yes+no). One in ten is active
   * (docs/facts.md#group, docs/facts.md#answers).
   */
  kinds: z.array(z.strictObject({ share: positive, yes: positive, no: positive })).min(1),
  /**
   * After so many days two thirds of what is known of whether a donor is active is forgotten. Absent: nothing is
   * forgotten (chosen with `npm run simulate -- --worlds all`).
   */
  forgetDays: positive.optional(),
  /** What a gift of late does to the odds that a donor who has not said yes yet is active. */
  gaveLately: gaveLatelySchema.default(usualGaveLately),
  /** Logit lost for each alert of the last seven days (docs/facts.md#answers). */
  fatigueLogit: z.number().nonnegative(),
  /** Logit lost at night, in the quiet hours (assumed). */
  nightLogit: z.number().nonnegative(),
  /** When answers come: log-normal (docs/facts.md#answers). */
  reply: z.strictObject({ medianMinutes: positive, sigma: positive, atNight: z.number().min(1) }),
  /**
   * The share of donors who come after a yes, by distance (docs/facts.md#answers). `weight`: so many own visits count as
   * much as the average.
   */
  comes: z.strictObject({
    near: share,
    perKm: z.number().nonnegative(),
    atLeast: share,
    weight: positive,
  }),
  /** The share of arrived donors that the doctor sends home (docs/facts.md#answers). */
  turnedAway: z.strictObject({ man: share, woman: share, weight: positive }),
  /** From a yes to the given unit: getting ready and giving, and the road (assumed). A yes too late does not count. */
  road: z.strictObject({
    readyMinutes: z.record(urgencySchema, positive),
    minutesPerKm: z.number().nonnegative(),
  }),
  /** No donor further away is asked while nearer ones are left (assumed). */
  farthestKm: z.record(urgencySchema, positive),
  /**
   * The widest search, for donors who can still come in time: for the usual groups, and for the scarce ones, which are
   * Rh-negative and Bombay (assumed).
   */
  beyondKm: z
    .strictObject({ usual: positive, scarce: positive })
    .default({ usual: 200, scarce: 200 }),
  /** The worth of a donor of another compatible group, relative to one of the patient's own group (assumed). */
  otherGroup: share,
  /** A donor whose probability to give is below this is not asked: too many would be woken for one unit (assumed). */
  leastChance: z.record(urgencySchema, share),
  /** Standby donors are accepted until the units are given with this probability (assumed); at most so many a unit. */
  standby: z.strictObject({ wantedChance: share, mostPerUnit: positive }),
  /** A stage is reviewed when silence would leave less than this share of its coverage probability (assumed). */
  lookAgainBelow: share,
});
export type AskingRules = z.infer<typeof askingRulesSchema>;
