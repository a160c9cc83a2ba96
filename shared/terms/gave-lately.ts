import * as z from 'zod';

/**
 * How many times the odds are those of a member at large when the last gift known is no older than so many days; steps
 * by age. Of donors of a mobile centre 37 % gave at its next visit within six months of a gift, 15 % within twelve, 9 %
 * later (docs/facts.md#return).
 */
export const gaveLatelySchema = z.array(
  z.strictObject({ withinDays: z.number().int().positive(), odds: z.number().positive() }),
);
export type GaveLately = z.infer<typeof gaveLatelySchema>;

export const usualGaveLately: GaveLately = [
  { withinDays: 183, odds: 6.3 },
  { withinDays: 366, odds: 1.9 },
];
