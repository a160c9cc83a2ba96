import * as z from 'zod';

const whole = z.number().int().nonnegative();

/** The most that a story has, in UTF-16 units: a few segments, and a screen on a small phone. */
export const longestStory = 200;

/** The longest recording of a family that tells by voice. */
export const toldSeconds = 90;

/** When a family is asked to tell how it went, and how long it has for its words. */
export const storyRulesSchema = z.strictObject({
  on: z.boolean(),
  /** Days after its request was closed as given. Asked once, between the hours of `policy.afterGift.evening`. */
  askAfterDays: whole,
  /** Days for which an unfinished story is kept, and the question waits for words. */
  draftDays: whole.min(1),
});
export type StoryRules = z.infer<typeof storyRulesSchema>;

export const usualStoryRules: StoryRules = { on: true, askAfterDays: 3, draftDays: 2 };
