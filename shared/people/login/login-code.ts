import * as z from 'zod';
import { after, type EpochMs, epochMsSchema, hours, minutes } from '../../terms/time.ts';

/** A code that was texted, and the wrong codes typed since. */
const codeSchema = z.object({
  code: z.string(),
  until: epochMsSchema,
  tries: z.number().int().nonnegative(),
});
type LoginCode = z.infer<typeof codeSchema>;

/**
 * Login codes, texted to a coordinator, who types one in the browser. The last code is for a browser that keeps no
 * cookies; every other browser has its own, so that no stranger uses up its tries.
 */
export const loginSchema = codeSchema.extend({
  /** When codes were requested in the last hour, the newest last. */
  asked: z.array(epochMsSchema),
  /** The same, by browsers in which this coordinator has logged in. */
  askedByKnown: z.array(epochMsSchema).optional(),
  browsers: z.array(codeSchema.extend({ browser: z.string() })).optional(),
});
export type Login = z.infer<typeof loginSchema>;

/** Which browser asks or types; undefined when it keeps no cookies. `isKnown`: this coordinator has logged in there. */
export type LoginBrowser = { browser: string | undefined; isKnown: boolean };

const validFor = minutes(10);
const resendAfter = minutes(1);
/** With five tries each: guessing one of a million codes takes years, and each text warns the phone's owner. */
const maxPerHour = 5;
const maxTries = 5;

/**
 * The next code to text; undefined when one was requested a moment ago, or too many in this hour. Known browsers have
 * limits of their own, so that strangers who ask for codes keep no coordinator out.
 */
export const nextLogin = (
  before: Login | undefined,
  { code, browser, isKnown }: LoginBrowser & { code: string },
  now: EpochMs,
): Login | undefined => {
  const inLastHour = (times: readonly EpochMs[] = []): EpochMs[] =>
    times.filter((at) => now < at + hours(1));
  const asked = inLastHour(before?.asked);
  const askedByKnown = inLastHour(before?.askedByKnown);
  const own = isKnown ? askedByKnown : asked;
  const last = own.at(-1);
  const isTooSoon = last !== undefined && now < last + resendAfter;
  if (isTooSoon || own.length >= maxPerHour) return undefined;
  own.push(now);
  const texted = { code, until: after(now, validFor), tries: 0 };
  const others = (before?.browsers ?? []).filter(
    (other) => now < other.until && other.browser !== browser,
  );
  return {
    ...texted,
    asked,
    askedByKnown,
    browsers: browser === undefined ? others : [...others, { ...texted, browser }],
  };
};

/** Checks a typed code. 'over': no code is accepted any more. */
export const checkLogin = (
  login: Login,
  { typed, browser }: { typed: string; browser: string | undefined },
  now: EpochMs,
): 'right' | 'over' | { wrong: Login } => {
  const own = login.browsers?.find((one) => one.browser === browser);
  const { until, tries, code }: LoginCode = own ?? login;
  if (until <= now || tries >= maxTries) return 'over';
  if (typed.replace(/\s/g, '') === code) return 'right';
  if (!own) return { wrong: { ...login, tries: tries + 1 } };
  const browsers = login.browsers?.map((one) => (one === own ? { ...own, tries: tries + 1 } : one));
  return { wrong: { ...login, browsers } };
};
