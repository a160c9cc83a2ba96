import * as z from 'zod';
import { askingRulesSchema } from '../asking-rules.ts';

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
  /** Donors whom one team takes in an hour. */
  donorsAnHour: positive,
  /** Added to the logit of a yes: a week's notice is easier to follow than an alert (assumed). */
  noticeLogit: z.number(),
  /** The share of yeses who come, by distance, and of those who are sent back: 58% and 24% in rural north India. */
  comes: askingRulesSchema.shape.comes,
  turnedAway: askingRulesSchema.shape.turnedAway,
  /** A donor whose chance of giving is below this is not invited (assumed). */
  leastChance: z.number().min(0).max(1),
  /** The weight (0–1) of an invitation without an answer, beside an alert without one (assumed). */
  silenceWeight: z.number().min(0).max(1),
});
export type CampRules = z.infer<typeof campRulesSchema>;

export const usualCampRules: CampRules = {
  invitations: { from: '10:00', to: '21:00' },
  eveningHour: 18,
  firstDaysBefore: 7,
  lastDaysBefore: 2,
  nearKm: 25,
  restDays: 7,
  againDays: 60,
  donorsAnHour: 22,
  noticeLogit: 0.7,
  comes: { near: 0.62, perKm: 0.008, atLeast: 0.3, weight: 8 },
  turnedAway: { man: 0.2, woman: 0.34, weight: 12 },
  leastChance: 0.004,
  silenceWeight: 0.5,
};
