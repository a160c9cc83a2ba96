import * as z from 'zod';
import { placeSchema } from '../../places/place.ts';
import { campIdSchema, seatNumberSchema } from '../../terms/ids.ts';
import { daySchema, epochMsSchema } from '../../terms/time.ts';

/** A camp to which this person was invited, or at which they walked in. */
export const campRefSchema = z.object({
  campId: campIdSchema,
  /** When they were invited. */
  at: epochMsSchema,
  /** Their four digits at the door, once they have said yes. */
  seat: seatNumberSchema.optional(),
  /** They have said that they cannot come. A later yes counts. */
  declined: z.literal(true).optional(),
  /** The volunteer took down a walk-in who has yet to agree to the notice. */
  walkIn: z.literal(true).optional(),
});

/** What a coordinator says of a camp before it is opened. */
export const campPlanSchema = z.object({
  /** The blood centre that holds it: a licensed one (docs/facts.md#camps). */
  centre: z.string().min(1),
  venue: z.string().min(1),
  place: placeSchema,
  day: daySchema,
  /** The first moment and the end. */
  from: epochMsSchema,
  to: epochMsSchema,
  teams: z.number().int().min(1).max(9),
  /** Wanted units. */
  units: z.number().int().min(1).max(999),
  /** Rare groups are invited too. Otherwise they are spared: a gift locks them for months. */
  asksRare: z.boolean(),
});
export type CampPlan = z.infer<typeof campPlanSchema>;

/** The questions of the dialogue that opens a camp, in their order. */
export const campFields = ['centre', 'venue', 'day', 'hours', 'teams', 'units', 'summary'] as const;
export type CampField = (typeof campFields)[number];

export const campDraftSchema = campPlanSchema.omit({ asksRare: true }).partial();
export type CampDraft = z.infer<typeof campDraftSchema>;

/** A donation that another person than the donor has confirmed: at a camp, or a family. */
export const giftSchema = z.object({
  id: z.string().min(1),
  day: daySchema,
  at: z.enum(['camp', 'request']),
});
export type Gift = z.infer<typeof giftSchema>;
