import * as z from 'zod';
import { zoneIdSchema } from '../places/place.ts';

export const volunteerRoles = ['verifier', 'coordinator'] as const;
export const volunteerSchema = z.object({
  zone: zoneIdSchema,
  role: z.enum(volunteerRoles),
  onDuty: z.boolean(),
});
export type Volunteer = z.infer<typeof volunteerSchema>;
