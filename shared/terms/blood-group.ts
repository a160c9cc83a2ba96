import * as z from 'zod';

/** ABO and Rh groups, and Bombay (Oh), which receives only its own (docs/facts.md#compatibility). */
export const bloodGroups = ['O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'Oh'] as const;
export const bloodGroupSchema = z.enum(bloodGroups);
export type BloodGroup = z.infer<typeof bloodGroupSchema>;
