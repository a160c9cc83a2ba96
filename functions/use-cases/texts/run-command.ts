import type { TextCommandOf } from '#shared/conversation/commands/text-command.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { changeAvailability } from '../donors/change-availability.ts';
import { changeCallPreference, changeSharing } from '../donors/contact-preferences.ts';
import { startRegistration } from '../donors/register-donor.ts';
import { completePledge } from '../pledges/complete-pledge.ts';
import { findPledges } from '../pledges/find-pledges.ts';
import { confirmPledgedDonation } from '../pledges/handle-pledge-reply.ts';
import { withdrawPledge } from '../pledges/withdraw-pledge.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { exportMyData } from '../privacy/export-my-data.ts';
import { runFamilyCommand } from '../requests/family-commands.ts';
import { startIntake } from '../requests/request-intake.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { changeDuty, markTrusted } from '../volunteers/change-duty.ts';
import { replyHowToVerify, verifyRequest } from '../volunteers/verify-request.ts';
import { answerAsked } from './answer-asked.ts';
import { answerDigit } from './answer-question.ts';
import { replyMenu } from './fallback-reply.ts';
import { isAlertOver } from './text-answer.ts';

type Phone = Person['phone'];

type Handler<C> = (work: UnitOfWork, from: Phone, command: C, text: string) => Promise<void>;

/** One handler per command: a command without a handler does not compile. */
const handlers: { [T in keyof TextCommandOf]: Handler<TextCommandOf[T]> } = {
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
  pause: changeAvailability,
  on: async (work, from, command) => {
    if (!(await changeDuty(work, from, true))) await changeAvailability(work, from, command);
  },
  off: async (work, from) => {
    if (!(await changeDuty(work, from, false)))
      await changeAvailability(work, from, { type: 'pause' });
  },
  gave: async (work, from, command, text) => {
    if (!(await confirmPledgedDonation(work, from, text, command.day)))
      await changeAvailability(work, from, command);
  },
  status: runFamilyCommand,
  close: runFamilyCommand,
  more: runFamilyCommand,
  menu: replyMenu,
  mydata: exportMyData,
  forget: erasePerson,
  lang: (work, from, command) => changeLanguage(work, from, command),
  calls: async (work, from, _command, text) => {
    const isAsked = openAlert(await work.person(from), work.now) !== undefined;
    if (isAsked && (await answerAsked(work, from, text))) return;
    await preferCalls(work, from, true);
  },
  texts: (work, from) => preferCalls(work, from, false),
  hide: (work, from) => changeSharing(work, from, 'bridge'),
  show: (work, from) => changeSharing(work, from, 'share'),
  trust: markTrusted,
  untrust: markTrusted,
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
  return asked && !pledged
    ? answerAlert(work, from, { digit: 2, ...(code !== undefined && { code }) })
    : withdrawPledge(work, from, code);
};

const changeLanguage = async (
  work: UnitOfWork,
  from: Phone,
  { language }: TextCommandOf['lang'],
): Promise<void> => {
  if (!language) return work.reply({ key: 'languageUnknown', params: {} });
  work.change({ ...(await work.person(from)), language, languageChosen: true });
  work.reply({ key: 'languageSet', params: {} });
};

/** CALLS and TEXTS. "Call me" from a family gets the menu, which says which number to call. */
const preferCalls = async (work: UnitOfWork, from: Phone, calls: boolean): Promise<void> =>
  (await work.person(from)).donor ? changeCallPreference(work, from, calls) : replyMenu(work, from);
