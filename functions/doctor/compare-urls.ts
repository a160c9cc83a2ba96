import { readWebhookPolicy } from '../carriers/twilio/webhook-policy.ts';
import { type CheckResult, fail, pass } from './check-result.ts';

/** `wants`: the URL, with the overrides in its fragment. */
export type WantedUrl = { field: string; has: string; method: string; wants: string };

const troubles = ['ct', 'rt', 'cut', '4xx', '5xx'] as const;

/** True when the carrier repeats a webhook to this URL at least as often as the wanted URL asks for. */
const repeatsEnough = (has: string, wants: string): boolean => {
  const [given, wanted] = [readWebhookPolicy(has), readWebhookPolicy(wants)];
  const covers = troubles.every((trouble) => given.repeats(trouble) || !wanted.repeats(trouble));
  return covers && given.retries >= wanted.retries && given.answerMs <= wanted.answerMs;
};

const faultsOf = ({ field, has, method, wants }: WantedUrl): string[] => {
  const [hasUrl, wantsUrl = ''] = [has.split('#')[0], wants.split('#')[0]];
  if (hasUrl !== wantsUrl) return [`${field} is ${has === '' ? 'empty' : has}, not ${wants}`];
  if (method.toUpperCase() !== 'POST') return [`${field} is called by ${method}, not POST`];
  if (repeatsEnough(has, wants)) return [];
  return [`${field} lacks its overrides ${wants.slice(wantsUrl.length)}: a failed try is final`];
};

/** Compares the carrier's settings with ours: the URLs without their fragments, and what the fragments ask for. */
export const compareUrls = (
  check: string,
  wanted: readonly WantedUrl[],
  others: readonly string[],
): CheckResult => {
  const faults = [...others, ...wanted.flatMap(faultsOf)];
  return faults.length === 0
    ? pass(check, `${wanted.map(({ field }) => field).join(', ')} are ours`)
    : fail(check, faults.join('; '), 'Correct it in the carrier’s console, at the number itself.');
};
