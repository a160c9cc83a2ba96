import * as z from 'zod';
import { askingRulesSchema, gaveLatelySchema, usualGaveLately } from '../asking-rules.ts';

const positive = z.number().positive();
const whole = z.number().int().nonnegative();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How camps are filled. Figures are from docs/facts.md#camps; those marked "assumed" have no published source. */
export const campRulesSchema = z.strictObject({
  /** Invitations are promotional: they leave between these times (docs/facts.md#india). */
  invitations: z.strictObject({ from: clock, to: clock }),
  /** The hour of an evening's invitations, and of the reminder on the evening before. */
  eveningHour: whole.max(23),
  /** The first and the last evening of invitations, in days before the camp. */
  firstDaysBefore: whole,
  lastDaysBefore: whole,
  /** Donors who live farther away are not invited, in km (assumed). */
  nearKm: positive,
  /** Days without an alert, and days without another invitation to a camp (assumed). */
  restDays: whole,
  againDays: whole,
  /** Donors that one team takes in an hour. */
  donorsAnHour: positive,
  /**
   * Added to the logit of a yes: a week's notice is easier to follow than an alert (assumed; a thousand members filled
   * the camp of 247 units of docs/facts.md#group, twelve times what their answers to alerts would have brought).
   */
  noticeLogit: z.number(),
  /**
   * The share of yeses who come, by distance, and of those who are sent back: 58% and 24% in rural north India. The
   * weights are large: how a donor answers a patient's need says less of a camp (assumed).
   */
  comes: askingRulesSchema.shape.comes,
  turnedAway: askingRulesSchema.shape.turnedAway,
  /** A donor whose chance of giving is below this is not invited (assumed). */
  leastChance: z.number().min(0).max(1),
  /**
   * How many alerts without an answer an invitation without one says as much as: with a week's notice an active member
   * is rarely silent (assumed with `noticeLogit`: 0.32/0.96 is 0.65/0.99 to the power of 2.6).
   */
  silenceWeight: z.number().min(0).max(3),
  /** What a gift of late does to the odds of a yes. */
  gaveLately: gaveLatelySchema,
});
export type CampRules = z.infer<typeof campRulesSchema>;

export const usualCampRules: CampRules = {
  invitations: { from: '10:00', to: '21:00' },
  eveningHour: 18,
  firstDaysBefore: 7,
  lastDaysBefore: 2,
  nearKm: 25,
  restDays: 3,
  againDays: 60,
  donorsAnHour: 22,
  noticeLogit: 1.4,
  comes: { near: 0.62, perKm: 0.008, atLeast: 0.3, weight: 20 },
  turnedAway: { man: 0.21, woman: 0.35, weight: 30 },
  leastChance: 0.004,
  silenceWeight: 2.5,
  gaveLately: usualGaveLately,
};
