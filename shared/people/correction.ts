import type * as z from 'zod';
import { requestDraftSchema } from './drafts.ts';

/** The fields of an open request that its family corrects. Only what differs is present. */
export const correctionSchema = requestDraftSchema.omit({ componentUnclear: true, spoken: true });
export type Correction = z.infer<typeof correctionSchema>;
