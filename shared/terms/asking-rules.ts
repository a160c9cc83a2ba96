import * as z from 'zod';
import { urgencySchema } from './urgency.ts';

const positive = z.number().positive();
const share = z.number().min(0).max(1);

/**
 * How the engine judges whom to ask, and how many. The figures of the group's average are FACTS §8; what is marked
 * assumed has no published source and was chosen with `npm run simulate`.
 */
export const askingRulesSchema = z.strictObject({
  /** The kinds of members there are: what share, and how they answer as a Beta prior, yes/(yes+no). One in ten is active (FACTS §1, §8). */
  kinds: z.array(z.strictObject({ share: positive, yes: positive, no: positive })).min(1),
  /** Logit lost for each alert of the last seven days (FACTS §8). */
  fatigueLogit: z.number().nonnegative(),
  /** Logit lost at night, in the quiet hours (assumed). */
  nightLogit: z.number().nonnegative(),
  /** When answers come: log-normal (FACTS §8). */
  reply: z.strictObject({ medianMinutes: positive, sigma: positive, atNight: z.number().min(1) }),
  /** Who comes of those who said yes, by distance (FACTS §8); `weight`: so many own visits count as much as the average. */
  comes: z.strictObject({
    near: share,
    perKm: z.number().nonnegative(),
    atLeast: share,
    weight: positive,
  }),
  /** Who is sent home by the doctor of those who came (FACTS §8). */
  turnedAway: z.strictObject({ man: share, woman: share, weight: positive }),
  /** From a yes to the unit given: getting ready and giving, and the road (assumed). A yes that comes too late is none. */
  road: z.strictObject({
    readyMinutes: z.record(urgencySchema, positive),
    minutesPerKm: z.number().nonnegative(),
  }),
  /** Within the zone nobody further away is asked (assumed). */
  farthestKm: z.record(urgencySchema, positive),
  /** What a donor of another compatible group counts, against one of the patient's own (assumed). */
  otherGroup: share,
  /** Whose chance to give is below this is not asked: so many would be woken for one unit (assumed). */
  leastChance: z.record(urgencySchema, share),
  /** Standby is taken until the units are given with this chance (assumed), at most so many a unit. */
  standby: z.strictObject({ wantedChance: share, mostPerUnit: positive }),
  /** Looked at again when silence would leave less than this share of the chance to be covered (assumed). */
  lookAgainBelow: share,
});
export type AskingRules = z.infer<typeof askingRulesSchema>;
