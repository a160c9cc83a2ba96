import * as z from 'zod';

/** critical: a life within hours, donors are asked at any hour of the night; urgent: today; planned: later. */
export const urgencies = ['critical', 'urgent', 'planned'] as const;
export const urgencySchema = z.enum(urgencies);
export type Urgency = z.infer<typeof urgencySchema>;
