import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { isUnknownPhone, rangeOf } from '#shared/people/unknown-phone.ts';
import { epochMs, hours } from '#shared/terms/time.ts';
import type { IncomingText } from '../../ports/inbound.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { parseRequestOnce } from './parse-request-once.ts';

/* Limits that cost a flood its answers, and never a family its first request. */

/**
 * A text in which blood is asked for, or that goes on telling of it: what no limit may swallow. A phone that has an
 * open request already tells nothing for the first time.
 */
const tellsOfNeed = (work: UnitOfWork, person: Person, text: string): boolean => {
  if (person.requests.some((r) => r.open)) return false;
  const dialogue = dialogueOf(person);
  if (dialogue && dialogue.about !== 'join') return true;
  if (parseCommand(text, work.now)?.type === 'blood') return true;
  return parseRequestOnce(work, text).isRequest;
};

/** One more from a stranger's range: more than may be answered in an hour? */
const isRangeOver = async (
  { services, now }: UnitOfWork,
  { phone }: Person,
  { what, most }: { what: string; most: number },
): Promise<boolean> => {
  const { countries, policy } = services.config;
  const range = rangeOf(phone, { countries, digits: policy.strangers.rangeDigits });
  const hour = epochMs(now - (now % hours(1)));
  const count = await services.store.tally(`${what} ${range}`, hour);
  if (count === most + 1) services.log.error('range-silenced', { of: what, range, most });
  return count > most;
};

/**
 * A text of a stranger in whose range too many write: it is not answered, and nothing of it is kept. The carrier's
 * own words and FORGET are obeyed whoever sends them.
 */
export const isRangeLimited = async (
  work: UnitOfWork,
  before: Person,
  { optOut, text }: IncomingText,
): Promise<boolean> => {
  if (optOut || !isUnknownPhone(before) || tellsOfNeed(work, before, text)) return false;
  if (parseCommand(text, work.now)?.type === 'forget') return false;
  const most = work.services.config.policy.strangers.textsPerHour;
  return isRangeOver(work, before, { what: 'texts', most });
};

/** A missed call of a stranger in whose range too many ring: it is not called back. */
export const isCallbackLimited = async (work: UnitOfWork, before: Person): Promise<boolean> => {
  const most = work.services.config.policy.strangers.callsBackPerHour;
  return isUnknownPhone(before) && isRangeOver(work, before, { what: 'calls back', most });
};

/**
 * May this text of a phone be answered in this hour? 'plea': the first one too many. A need is still heard after
 * that, as often again, and what is not heard does not count against it.
 */
export const checkSenderLimit = (
  work: UnitOfWork,
  person: Person,
  text: string,
): 'yes' | 'plea' | 'no' => {
  const { textsPerHour } = work.services.config.policy;
  const { heard } = person;
  if (heard.count <= textsPerHour) return 'yes';
  if (heard.count <= 2 * textsPerHour && tellsOfNeed(work, person, text)) return 'yes';
  work.change({
    ...person,
    heard: { ...heard, count: Math.max(textsPerHour + 1, heard.count - 1) },
  });
  return heard.count === textsPerHour + 1 ? 'plea' : 'no';
};
