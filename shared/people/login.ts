import * as z from 'zod';
import { after, type EpochMs, epochMsSchema, hours, minutes } from '../terms/time.ts';

/** A login code, texted to a coordinator, who types it in the browser. */
export const loginSchema = z.object({
  code: z.string(),
  until: epochMsSchema,
  /** Wrong codes typed since. */
  tries: z.number().int().nonnegative(),
  /** When codes were requested in the last hour, the newest last. */
  asked: z.array(epochMsSchema),
});
export type Login = z.infer<typeof loginSchema>;

const validFor = minutes(10);
const resendAfter = minutes(1);
/** With five tries each: guessing one of a million codes takes years, and each text warns the phone's owner. */
const maxPerHour = 5;
const maxTries = 5;

/** The next code to text; undefined when one was requested a moment ago, or too many in this hour. */
export const nextLogin = (
  before: Login | undefined,
  code: string,
  now: EpochMs,
): Login | undefined => {
  const asked = (before?.asked ?? []).filter((at) => now < at + hours(1));
  const last = asked.at(-1);
  const isTooSoon = last !== undefined && now < last + resendAfter;
  if (isTooSoon || asked.length >= maxPerHour) return undefined;
  return { code, until: after(now, validFor), tries: 0, asked: [...asked, now] };
};

/** Checks a typed code. 'over': no code is accepted any more. */
export const checkLogin = (
  login: Login,
  typed: string,
  now: EpochMs,
): 'right' | 'wrong' | 'over' => {
  if (login.until <= now || login.tries >= maxTries) return 'over';
  return typed.replace(/\s/g, '') === login.code ? 'right' : 'wrong';
};
