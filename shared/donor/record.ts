import * as z from 'zod';

/** What this donor's answers have taught us: a handful of counts, learnt one outcome at a time. */
export const recordSchema = z.object({
  /** Alerts that have had their answer or their silence, each weighed by how fair a question it was (0–1). */
  tries: z.number().nonnegative(),
  saidYes: z.number().int().nonnegative(),
  /** Came to the hospital after a yes, given or turned away. */
  came: z.number().int().nonnegative(),
  /** Said yes and did not come, or took the yes back. */
  missed: z.number().int().nonnegative(),
  /** Came, and the doctor said not today. */
  turnedAway: z.number().int().nonnegative(),
});
export type DonorRecord = z.infer<typeof recordSchema>;

export const noRecord: DonorRecord = { tries: 0, saidYes: 0, came: 0, missed: 0, turnedAway: 0 };
