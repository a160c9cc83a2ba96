import * as z from 'zod';
import { requestCodeSchema, requestIdSchema, storyIdSchema } from '../../terms/ids.ts';
import { epochMsSchema } from '../../terms/time.ts';

/** The family's part: the request it may tell of. */
export const storyRefSchema = z.object({
  requestId: requestIdSchema,
  /** When it is asked; absent once it was. */
  askAt: epochMsSchema.optional(),
  /** Its story, while one is stored. */
  id: storyIdSchema.optional(),
});

/** A story that a coordinator reads. `own`: their own code for it, which only the text to their phone says. */
export const storyCheckSchema = z.object({ id: storyIdSchema, own: requestCodeSchema });
