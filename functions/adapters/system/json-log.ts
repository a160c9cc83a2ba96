import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import type { Log } from '../../ports/system.ts';

type Fact = string | number | boolean;

/** With a plus, or ten to fifteen digits in a row or in groups as people write them; not the inside of an id. */
const phoneLike =
  /(?<![\p{L}\p{Nd}])(?:\+\p{Nd}(?:[\s().-]{0,2}\p{Nd}){6,14}|\p{Nd}(?:[\s().-]{0,2}\p{Nd}){9,14})(?![\p{L}\p{Nd}])/gu;

/** A number in an Indian phone's range; moments (13 digits) and amounts are none. */
const isPhoneLikeNumber = (fact: number): boolean => /^(91)?[6-9]\d{9}$/.test(String(fact));

const masked = (fact: Fact): Fact => {
  if (typeof fact === 'string') return fact.replace(phoneLike, (found) => maskPhoneNumber(found));
  return typeof fact === 'number' && isPhoneLikeNumber(fact) ? maskPhoneNumber(String(fact)) : fact;
};

const maskedFacts = (facts: Record<string, Fact>): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [String(masked(name)), masked(fact)]),
  );

/**
 * One JSON line each: at (real time), level, what, then the facts. Callers mask; whatever still looks like a phone
 * number is masked here once more.
 */
export const createJsonLog = (
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
  now: () => number = Date.now,
): Log => {
  const line =
    (level: 'info' | 'error'): Log['info'] =>
    (what, facts = {}) => {
      const head = { at: new Date(now()).toISOString(), level, what: masked(what) };
      write(JSON.stringify({ ...head, ...maskedFacts(facts), ...head }));
    };
  return { info: line('info'), error: line('error') };
};
