import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { isUnknownPhone } from '#shared/people/unknown-phone.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import { isRangeOver } from '../range-limit.ts';
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

/** At the door of a camp one volunteer may record a hundred donors in an hour. */
const doorCommands: readonly string[] = ['campIn', 'campGave', 'back', 'new'];

const isAtDoor = (work: UnitOfWork, { volunteer }: Person, text: string): boolean =>
  volunteer !== undefined && doorCommands.includes(parseCommand(text, work.now)?.type ?? '');

/**
 * How to treat a text under the hourly limit of its phone. `warn` is the first text over the limit. A first request is
 * answered up to twice the limit, and ignored texts do not count against it. What a volunteer records at the door of a
 * camp does not count.
 */
export const checkSenderLimit = (
  work: UnitOfWork,
  person: Person,
  text: string,
): 'answer' | 'warn' | 'ignore' => {
  const { textsPerHour } = work.services.config.policy;
  const { heard } = person;
  if (isAtDoor(work, person, text)) {
    work.change({ ...person, heard: { ...heard, count: Math.max(0, heard.count - 1) } });
    return 'answer';
  }
  if (heard.count <= textsPerHour) return 'answer';
  if (heard.count <= 2 * textsPerHour && isFirstRequest(work, person, text)) return 'answer';
  work.change({
    ...person,
    heard: { ...heard, count: Math.max(textsPerHour + 1, heard.count - 1) },
  });
  return heard.count === textsPerHour + 1 ? 'warn' : 'ignore';
};
