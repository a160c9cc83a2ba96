import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import type { Log } from '../../ports/system.ts';

type Fact = string | number | boolean;

/** A plus and digits, or ten to fifteen digits in a row or in groups as people write them; not inside an id. */
const phoneLike =
  /(?<![\p{L}\p{Nd}])(?:\+\p{Nd}(?:[\s().-]{0,2}\p{Nd}){6,14}|\p{Nd}(?:[\s().-]{0,2}\p{Nd}){9,14})(?![\p{L}\p{Nd}])/gu;

/** True for a number in the range of Indian phones; times (13 digits) and amounts are outside it. */
const isPhoneLikeNumber = (fact: number): boolean => /^(91)?[6-9]\d{9}$/.test(String(fact));

const maskFact = (fact: Fact): Fact => {
  if (typeof fact === 'string') return fact.replace(phoneLike, (found) => maskPhoneNumber(found));
  return typeof fact === 'number' && isPhoneLikeNumber(fact) ? maskPhoneNumber(String(fact)) : fact;
};

const maskFacts = (facts: Record<string, Fact>): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [String(maskFact(name)), maskFact(fact)]),
  );

/**
 * Logs one JSON line for each entry: at (real time), level, what, then the facts. Callers mask phone numbers; anything
 * that still looks like one is masked here. `extra`: what every line of a function has, such as its release.
 */
export const createJsonLog = (
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
  now: () => number = Date.now,
  extra: () => Record<string, string> = () => ({}),
): Log => {
  const line =
    (level: 'info' | 'error'): Log['info'] =>
    (what, facts = {}) => {
      const head = { at: new Date(now()).toISOString(), level, what: maskFact(what) };
      write(JSON.stringify({ ...head, ...maskFacts(facts), ...head, ...extra() }));
    };
  return { info: line('info'), error: line('error') };
};
