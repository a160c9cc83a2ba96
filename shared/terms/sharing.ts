import * as z from 'zod';

/** How two people are connected: each gets the other's number, or they talk through ours and see neither. */
export const sharingSchema = z.enum(['share', 'bridge']);
export type Sharing = z.infer<typeof sharingSchema>;
