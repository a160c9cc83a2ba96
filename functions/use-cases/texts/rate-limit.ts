import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { isUnknownPhone, rangeOf } from '#shared/people/unknown-phone.ts';
import { epochMs, hours } from '#shared/terms/time.ts';
import type { IncomingText } from '../../ports/inbound.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { parseRequestOnce } from './parse-request-once.ts';

/* Rate limits per phone and number range. A first blood request is always answered. */

/** True for a text that asks for blood or continues such a request, from a phone without an open request. */
const isFirstRequest = (work: UnitOfWork, person: Person, text: string): boolean => {
  if (person.requests.some((r) => r.open)) return false;
  const dialogue = dialogueOf(person);
  if (dialogue && dialogue.about !== 'join') return true;
  if (parseCommand(text, work.now)?.type === 'blood') return true;
  return parseRequestOnce(work, text).isRequest;
};

/** Counts one more event of an unknown phone's number range. True when the range is over its hourly limit. */
const isRangeOver = async (
  { services, now }: UnitOfWork,
  { phone }: Person,
  { what, most }: { what: string; most: number },
): Promise<boolean> => {
  const { countries, policy } = services.config;
  const range = rangeOf(phone, { countries, digits: policy.strangers.rangeDigits });
  const hour = epochMs(now - (now % hours(1)));
  const count = await services.store.tally(`${what} ${range}`, hour);
  if (count === most + 1) services.log.error('range-rate-limited', { of: what, range, most });
  return count > most;
};

/**
 * True for a text of an unknown phone whose number range is over its limit: it gets no reply, and nothing is stored.
 * The carrier's key words and FORGET always work.
 */
export const isRangeLimited = async (
  work: UnitOfWork,
  before: Person,
  { optOut, text }: IncomingText,
): Promise<boolean> => {
  if (optOut || !isUnknownPhone(before) || isFirstRequest(work, before, text)) return false;
  if (parseCommand(text, work.now)?.type === 'forget') return false;
  const most = work.services.config.policy.strangers.textsPerHour;
  return isRangeOver(work, before, { what: 'texts', most });
};

/** True for a missed call of an unknown phone whose number range is over its limit: it is not called back. */
export const isCallbackLimited = async (work: UnitOfWork, before: Person): Promise<boolean> => {
  const most = work.services.config.policy.strangers.callsBackPerHour;
  return isUnknownPhone(before) && isRangeOver(work, before, { what: 'calls back', most });
};

/**
 * How to treat a text under the hourly limit of its phone. `warn` is the first text over the limit. A first request is
 * answered up to twice the limit, and ignored texts do not count against it.
 */
export const checkSenderLimit = (
  work: UnitOfWork,
  person: Person,
  text: string,
): 'answer' | 'warn' | 'ignore' => {
  const { textsPerHour } = work.services.config.policy;
  const { heard } = person;
  if (heard.count <= textsPerHour) return 'answer';
  if (heard.count <= 2 * textsPerHour && isFirstRequest(work, person, text)) return 'answer';
  work.change({
    ...person,
    heard: { ...heard, count: Math.max(textsPerHour + 1, heard.count - 1) },
  });
  return heard.count === textsPerHour + 1 ? 'warn' : 'ignore';
};
