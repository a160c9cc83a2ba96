import * as z from 'zod';
import { phoneNumberSchema } from '../../terms/phone-number.ts';
import { after, type EpochMs, epochMsSchema, minutes } from '../../terms/time.ts';

/*
 * What waits for the number that was texted back. A person who forges the sender does not read it.
 */

export const confirmableSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('trust'), phone: phoneNumberSchema }),
  z.object({ type: z.literal('forget') }),
]);
export type Confirmable = z.infer<typeof confirmableSchema>;

export const confirmationSchema = z.object({
  what: confirmableSchema,
  number: z.string(),
  until: epochMsSchema,
  /** Wrong numbers texted since. */
  tries: z.number().int().nonnegative(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

const validFor = minutes(30);
const maxTries = 3;
const digits = 6;

export const newConfirmation = (
  what: Confirmable,
  random: (below: number) => number,
  now: EpochMs,
): Confirmation => ({
  what,
  number: String(random(10 ** digits)).padStart(digits, '0'),
  until: after(now, validFor),
  tries: 0,
});

/** 'none': the text is no number, or nothing waits for one. 'over': too late, or after too many wrong numbers. */
export const checkConfirmation = (
  waiting: Confirmation | undefined,
  text: string,
  now: EpochMs,
): 'right' | 'wrong' | 'over' | 'none' => {
  const typed = text.match(/^\D{0,12}(\d{6})\D{0,4}$/u)?.[1];
  if (!waiting || typed === undefined) return 'none';
  if (waiting.until <= now || waiting.tries >= maxTries) return 'over';
  return typed === waiting.number ? 'right' : 'wrong';
};
