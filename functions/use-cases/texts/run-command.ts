import type { TextCommandOf } from '#shared/conversation/commands/text-command.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { campHandlers } from '../camps/camp-handlers.ts';
import { cannotCome } from '../camps/take-half-hour.ts';
import { availabilityHandlers } from '../donors/availability-handlers.ts';
import { startRegistration } from '../donors/register-donor.ts';
import { completePledge } from '../pledges/complete-pledge.ts';
import { findPledges } from '../pledges/find-pledges.ts';
import { withdrawPledge } from '../pledges/withdraw-pledge.ts';
import { runFamilyCommand } from '../requests/family-commands.ts';
import { startIntake } from '../requests/request-intake.ts';
import { storyHandlers } from '../stories/story-handlers.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { markTrusted } from '../volunteers/change-duty.ts';
import { replyTrail } from '../volunteers/reply-trail.ts';
import { replyHowToVerify, verifyRequest } from '../volunteers/verify-request.ts';
import { answerDigit } from './answer-question.ts';
import type { CommandHandlers } from './command-handler.ts';
import { proposeTrust } from './confirm-by-number.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { isAlertOver } from './text-answer.ts';

type Phone = Person['phone'];

/**
 * One handler per command: a command without a handler does not compile. Larger groups of commands have a record of
 * their own.
 */
const handlers: CommandHandlers = {
  ...campHandlers,
  ...availabilityHandlers,
  ...settingsHandlers,
  ...storyHandlers,
  answer: async (work, from, command, text) => {
    if (command.code === undefined && (await replyHowToVerify(work, from))) return;
    await answerDigit(work, from, command, text);
  },
  ok: (work, from, command, text) =>
    verifyRequest(work, from, command, () => answerYesOrNo(work, from, command, text)),
  no: (work, from, command, text) =>
    verifyRequest(work, from, command, () => answerYesOrNo(work, from, command, text)),
  blood: (work, from) => startIntake(work, from, ''),
  join: (work, from, { rest }) => startRegistration(work, from, rest),
  done: (work, from, { code }) => completePledge(work, from, code),
  drop: (work, from, { code }) => drop(work, from, code),
  status: runFamilyCommand,
  close: runFamilyCommand,
  more: runFamilyCommand,
  trust: (work, from, command) =>
    markTrusted(work, from, command, (phone) => proposeTrust(work, from, phone)),
  untrust: (work, from, command) =>
    markTrusted(work, from, command, (phone) => proposeTrust(work, from, phone)),
  audit: replyTrail,
};

/** Runs a command that was texted or chosen by a key. `text`: the whole text, empty for a key. */
export const runTextCommand = <T extends keyof TextCommandOf>(
  work: UnitOfWork,
  from: Phone,
  command: TextCommandOf[T] & { type: T },
  text: string,
): Promise<void> => handlers[command.type](work, from, command, text);

/** OK and NO that verify no request. OK after an answered alert is only polite. */
const answerYesOrNo = async (
  work: UnitOfWork,
  from: Phone,
  { type, code }: TextCommandOf['ok' | 'no'],
  text: string,
): Promise<void> => {
  const isPolite =
    type === 'ok' && code === undefined && isAlertOver(work, await work.person(from));
  if (isPolite) return work.reply({ key: 'youAreWelcome', params: {} });
  return answerDigit(work, from, { digit: type === 'ok' ? 1 : 2, code }, text);
};

/** DROP withdraws a pledge, or declines an alert that has no answer yet. */
const drop = async (work: UnitOfWork, from: Phone, code?: string): Promise<void> => {
  const person = await work.person(from);
  const asked =
    code === undefined ? openAlert(person, work.now) : person.alerts.some((a) => a.code === code);
  const pledged = (await findPledges(work, person, code)).some(
    ({ pledge }) => holdsPlace(pledge.state) || pledge.donatedBy === 'requester',
  );
  if (!asked && !pledged && (await cannotCome(work, from, code))) return;
  return asked && !pledged
    ? answerAlert(work, from, { digit: 2, ...(code !== undefined && { code }) })
    : withdrawPledge(work, from, code);
};
