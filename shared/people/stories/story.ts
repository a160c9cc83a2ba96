import * as z from 'zod';
import { zoneIdSchema } from '../../places/place.ts';
import { longestStory } from '../../terms/after-gift/story-rules.ts';
import { recordingIdSchema, requestIdSchema, storyIdSchema } from '../../terms/ids.ts';
import { languageSchema } from '../../terms/language.ts';
import { phoneNumberSchema } from '../../terms/phone-number.ts';
import { epochMsSchema } from '../../terms/time.ts';
import { storyPhotoSchema } from './photo.ts';

/**
 * What a family tells of its request. spoken: a coordinator is to write down what was recorded; told: the family is asked to approve the words; waits: a coordinator is; shown: on
 * the page. A story that is taken down, refused, too old or whose teller is erased is removed whole.
 */
export const storySchema = z.lazy(() =>
  z.object({
    kind: z.literal('story'),
    id: storyIdSchema,
    version: z.number().int().nonnegative(),
    requestId: requestIdSchema,
    /** The teller. */
    by: phoneNumberSchema,
    state: z.enum(['spoken', 'told', 'waits', 'shown']),
    /** Empty while it is only spoken. */
    text: z.string().max(longestStory),
    /** What the family said in a call; deleted once it has approved the words, and with the story. */
    recording: recordingIdSchema.optional(),
    photo: storyPhotoSchema.optional(),
    language: languageSchema,
    /** Absent unless the teller wants it shown. */
    name: z.string().optional(),
    /** Town and zone of the request. */
    town: z.string(),
    zone: zoneIdSchema,
    shownAt: epochMsSchema.optional(),
    /** When it is removed: an unfinished one soon, the others with the names of their request. */
    dueAt: epochMsSchema,
  }),
);
export type Story = z.infer<typeof storySchema>;
