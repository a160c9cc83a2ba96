import * as z from 'zod';
import { recordingIdSchema } from '../../terms/ids.ts';
import { spokenLanguageSchema } from '../../terms/language.ts';
import { phoneNumberSchema } from '../../terms/phone-number.ts';

/** What is said in a call: words in a language, or a recording. */
export const spokenLineSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    /** `file`: a person has recorded exactly these words. */
    z.object({
      type: z.literal('words'),
      words: z.string(),
      language: spokenLanguageSchema,
      file: z.string().optional(),
    }),
    z.object({ type: z.literal('recording'), id: recordingIdSchema }),
  ]),
);
export type SpokenLine = z.infer<typeof spokenLineSchema>;

/** What the call waits for after that. */
export const nextSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    /** At most `most` keys. `words`: speech in that language may answer too; keys always suffice. */
    z.object({
      type: z.literal('keys'),
      most: z.number().int().min(1).max(10),
      words: spokenLanguageSchema.optional(),
      /** Names that are likely to be said. */
      hints: z.array(z.string()).optional(),
    }),
    /** After a tone; any key ends it. */
    z.object({ type: z.literal('record'), maxSeconds: z.number().int().positive() }),
    /** These phones ring at the same time. The person who presses 1 talks with the caller through our number (edge: legs by position). */
    z.object({
      type: z.literal('ring'),
      phones: z.array(phoneNumberSchema).min(1),
      ringSeconds: z.number().int().positive(),
      talkSeconds: z.number().int().positive(),
    }),
    z.object({ type: z.literal('hang-up') }),
    /** Not picked up: free for the caller. */
    z.object({ type: z.literal('reject') }),
    /** On the leg of a person who was rung: the talk begins. */
    z.object({ type: z.literal('talk') }),
  ]),
);

/** The reply to one webhook of a call, in words: the same webhook again gets the same words. */
export const callReplySchema = z.lazy(() =>
  z.object({
    say: z.array(spokenLineSchema),
    next: nextSchema,
    /** The webhook that answers this reply brings this number back. */
    step: z.number().int().nonnegative(),
  }),
);
export type CallReply = z.infer<typeof callReplySchema>;
