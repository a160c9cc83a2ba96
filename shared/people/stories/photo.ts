import * as z from 'zod';
import { maxPhotoBytes, photoTypes } from '../../terms/after-gift/photo-rules.ts';
import { photoIdSchema, recordingIdSchema, storyIdSchema } from '../../terms/ids.ts';
import { epochMsSchema } from '../../terms/time.ts';

/**
 * The photograph of a story, as everyone may see it: without its metadata. It is stored once its family has agreed to
 * this very photograph and a coordinator shows it, and removed with its story.
 */
export const photoSchema = z.lazy(() =>
  z.object({
    kind: z.literal('photo'),
    id: photoIdSchema,
    version: z.number().int().nonnegative(),
    storyId: storyIdSchema,
    type: z.enum(photoTypes),
    /** Base64. */
    bytes: z.string().max(Math.ceil(maxPhotoBytes / 3) * 4),
  }),
);
export type Photo = z.infer<typeof photoSchema>;

/**
 * A story's photograph. `sent`: as it is kept by the carrier, until a coordinator has decided; its item is that of a
 * recording, so that it ends as one. `agreedAt`: when the family said that this photograph may be shown. `shown`: the
 * photograph on the page.
 */
export const storyPhotoSchema = z.object({
  sent: recordingIdSchema.optional(),
  agreedAt: epochMsSchema.optional(),
  shown: photoIdSchema.optional(),
});
