import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import type { TextCommand } from '#shared/conversation/commands/text-command.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { minutes } from '#shared/terms/time.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { digitFromText } from '../texts/text-answer.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* Texts that met an outage and come minutes or hours after they were written (docs/adr/0025). */

/** Commands that mean whatever is open at the moment, unless they name a code. */
const meansWhatIsOpen = new Set<TextCommand['type']>([
  'answer',
  'ok',
  'no',
  'done',
  'drop',
  'gave',
  'close',
  'more',
]);

const namesNothing = async (work: UnitOfWork, person: Person, text: string): Promise<boolean> => {
  const command = parseCommand(text, work.now);
  if (!command) return (await digitFromText(work, person, text)) !== undefined;
  return meansWhatIsOpen.has(command.type) && !('code' in command && command.code !== undefined);
};

/** A volunteer may be asked about several requests, and no question to a volunteer is stored. */
const volunteersLimit = minutes(2);

/**
 * True for a late text that means whatever is open, when something else may be open now than when it was written: the
 * phone was asked or has written since. "1" must not answer a question that its sender had not seen.
 */
export const isOvertaken = async (
  work: UnitOfWork,
  before: Person,
  { text, late }: IncomingText,
): Promise<boolean> => {
  if (!late) return false;
  const { question, lastHeard, volunteer } = before;
  const since = [question?.at, openAlert(before, work.now)?.at, lastHeard];
  const isOld = volunteer !== undefined && work.now > late.writtenAt + volunteersLimit;
  const hasMovedOn = isOld || since.some((at) => at !== undefined && at > late.writtenAt);
  return hasMovedOn && namesNothing(work, before, text);
};

/** Says that the text came late, and asks the open question again. */
export const replyCameLate = async (work: UnitOfWork, { from, late }: IncomingText) => {
  work.reply({ key: 'textCameLate', params: { writtenAt: late?.writtenAt ?? work.now } });
  await repeatQuestion(work, from, false);
};

/**
 * Queues the stored reply of a text whose answer the carrier did not get. False when there is no such reply, or when it
 * is queued already.
 */
export const queueUnanswered = async (
  work: UnitOfWork,
  { id, from, late }: IncomingText,
  reply: string | null,
): Promise<boolean> => {
  const rowId = `${id}-0`;
  if (!late?.unanswered || reply === null) return false;
  if (await work.services.store.outboxRow(rowId)) return false;
  const { message: _, ...row } = work.outboxRow(rowId, from, { key: 'menu', params: {} });
  work.put({ ...row, text: reply });
  return true;
};
