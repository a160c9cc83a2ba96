import { parseCommand, type TextCommand } from '#shared/conversation/commands/parse-command.ts';
import {
  isOnlyGreeting,
  parseSmallTalk,
  type SmallTalk,
} from '#shared/conversation/replies/small-talk.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import { dialogueOf, withoutStaleDialogue, withQuestion } from '#shared/people/pending-question.ts';
import type { Dialogue, Person, Question } from '#shared/people/person.ts';
import type { IncomingText } from '../../ports/inbound.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { changeAvailability } from '../donors/change-availability.ts';
import { changeCallPreference, changeSharing } from '../donors/contact-preferences.ts';
import { continueRegistration, startRegistration } from '../donors/register-donor.ts';
import { answerVisitQuestion, repeatQuestion } from '../pledges/answer-visit-question.ts';
import { confirmPledgedDonation, handlePledgeReply } from '../pledges/handle-pledge-reply.ts';
import { confirmDonation, pledgesOf, withdrawPledge } from '../pledges/pledges.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { exportMyData } from '../privacy/export-my-data.ts';
import { runFamilyCommand } from '../requests/family-commands.ts';
import { continueIntake, startIntake } from '../requests/request-intake.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { changeDuty, markTrusted } from '../volunteers/change-duty.ts';
import { replyHowToVerify, verifyRequest } from '../volunteers/verify-request.ts';
import { parsedRequest } from '../what-it-says.ts';
import { replyCondolence, replyWithOpenItems } from './fallback-reply.ts';
import { replyMenu } from './say-menu.ts';
import { digitFromText, isAlertOver } from './text-answer.ts';

type Sender = Person['phone'];

/** Understand the text and do what it asks. A command word first, then an answer to the last question, then free text. */
export const handleText = async (work: UnitOfWork, incoming: IncomingText): Promise<void> => {
  const { from, text } = incoming;
  const { policy } = work.services.config;
  work.change(withoutStaleDialogue(await work.person(from), work.now, policy));
  const command = parseCommand(text, work.now);
  if (command) {
    await runTextCommand(work, from, command, text);
    if (answers.has(command.type)) await resumeDialogue(work, from);
    return;
  }
  if (await answerInWords(work, from, text)) return;
  const { isRequest } = parsedRequest(work, text);
  if (!isRequest && (await handlePledgeReply(work, from, text))) return resumeDialogue(work, from);
  const talk = isRequest ? undefined : parseSmallTalk(text);
  if (talk && (await answerSmallTalk(work, from, talk, text))) return;
  if (await answerQuestion(work, from, text)) return;
  if (isRequest) return startIntake(work, from, text);
  if (incoming.media > 0) return work.reply({ key: 'pictureNotSeen', params: {} });
  return text.trim() === '' ? replyMenu(work, from) : notUnderstood(work, from);
};

/** "Pahunch gaya" where a digit was asked for. */
const answerInWords = async (work: UnitOfWork, from: Sender, text: string): Promise<boolean> => {
  const digit = await digitFromText(work, await work.person(from), text);
  if (digit === undefined) return false;
  await answerDigit(work, from, { digit }, text);
  await resumeDialogue(work, from);
  return true;
};

/** A kind word about it, and then the question that is open. False: it may be the answer to that question. */
const answerSmallTalk = async (
  work: UnitOfWork,
  from: Sender,
  talk: SmallTalk,
  text: string,
): Promise<boolean> => {
  const dialogue = dialogueOf(await work.person(from));
  switch (talk) {
    case 'death':
      await replyCondolence(work, from);
      return true;
    case 'money':
      work.reply({ key: 'bloodIsFree', params: {} });
      await repeatQuestion(work, from, false);
      return true;
    case 'wants-to-give':
      if (dialogue) return false;
      await startRegistration(work, from, text);
      return true;
    case 'greeting':
      if (dialogue && !isOnlyGreeting(text)) return false;
      if (!(await repeatQuestion(work, from, false))) await replyMenu(work, from);
      return true;
    case 'thanks':
      if (dialogue) return false;
      work.reply({ key: 'youAreWelcome', params: {} });
      return true;
  }
};

type CommandOf = { [C in TextCommand as C['type']]: C };
type Handler<C> = (work: UnitOfWork, from: Sender, command: C, text: string) => Promise<void>;

/** One handler per command: a command without a handler does not compile. */
const handlers: { [T in keyof CommandOf]: Handler<CommandOf[T]> } = {
  answer: async (work, from, command, text) => {
    if (command.code === undefined && (await replyHowToVerify(work, from))) return;
    await answerDigit(work, from, command, text);
  },
  ok: (work, from, command, text) =>
    verifyRequest(work, from, command, () => plainYesOrNo(work, from, command, text)),
  no: (work, from, command, text) =>
    verifyRequest(work, from, command, () => plainYesOrNo(work, from, command, text)),
  blood: (work, from) => startIntake(work, from, ''),
  join: (work, from, { rest }) => startRegistration(work, from, rest),
  done: (work, from, { code }) => confirmDonation(work, from, code),
  drop: (work, from, { code }) => drop(work, from, code),
  pause: (work, from, command) => changeAvailability(work, from, command),
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
  calls: (work, from) => preferCalls(work, from, true),
  texts: (work, from) => preferCalls(work, from, false),
  hide: (work, from) => changeSharing(work, from, 'bridge'),
  show: (work, from) => changeSharing(work, from, 'share'),
  trust: markTrusted,
  untrust: markTrusted,
};

/** Run a command, texted or pressed. */
export const runTextCommand = <T extends keyof CommandOf>(
  work: UnitOfWork,
  from: Sender,
  command: CommandOf[T] & { type: T },
  text: string,
): Promise<void> => handlers[command.type](work, from, command, text);

const changeLanguage = async (
  work: UnitOfWork,
  from: Sender,
  { language }: CommandOf['lang'],
): Promise<void> => {
  if (!language) return work.reply({ key: 'languageUnknown', params: {} });
  work.change({ ...(await work.person(from)), language, languageChosen: true });
  work.reply({ key: 'languageSet', params: {} });
};

/** "Call me", from a family: the menu says which number to call. */
const preferCalls = async (work: UnitOfWork, from: Sender, calls: boolean): Promise<void> =>
  (await work.person(from)).donor ? changeCallPreference(work, from, calls) : replyMenu(work, from);

/** "Ok" and "no" that verify nothing; an "ok" to what has its answer already is only polite. */
const plainYesOrNo = async (
  work: UnitOfWork,
  from: Sender,
  { type, code }: Extract<TextCommand, { type: 'ok' | 'no' }>,
  text: string,
): Promise<void> => {
  const isPolite =
    type === 'ok' && code === undefined && isAlertOver(work, await work.person(from));
  if (isPolite) return work.reply({ key: 'youAreWelcome', params: {} });
  return answerDigit(work, from, { digit: type === 'ok' ? 1 : 2, code }, text);
};

/** "I can't come": takes back a yes, or is the answer to an alert that has none yet. */
const drop = async (work: UnitOfWork, from: Sender, code?: string): Promise<void> => {
  const person = await work.person(from);
  const asked =
    code === undefined ? openAlert(person, work.now) : person.alerts.some((a) => a.code === code);
  const pledged = (await pledgesOf(work, person, code)).some(
    ({ pledge }) =>
      pledge.state === 'confirmed' ||
      pledge.state === 'standby' ||
      pledge.donatedBy === 'requester',
  );
  return asked && !pledged
    ? answerAlert(work, from, { digit: 2, ...(code !== undefined && { code }) })
    : withdrawPledge(work, from, code);
};

/** A bare digit answers the last thing the hotline asked; with a code it answers that alert. */
const answerDigit = async (
  work: UnitOfWork,
  from: Sender,
  answer: { digit: number; code?: string | undefined },
  text: string,
): Promise<void> => {
  const person = await work.person(from);
  const { question } = person;
  if (answer.code !== undefined) {
    // "2 4821" to "have you reached?" is an answer to that, not to the alert of long ago.
    const isOfVisit =
      question &&
      isAboutVisit(question) &&
      codesOf(person, question.requestId).includes(answer.code) &&
      (await answerVisitQuestion(work, from, question, answer.digit));
    if (isOfVisit) return;
    return answerAlert(work, from, answer);
  }
  const dialogue = dialogueOf(person);
  if (question?.about === 'alert') {
    // An alert that has not left yet cannot be what they answer.
    return dialogue && (await isUnsent(work, person, question.requestId))
      ? void (await hearDialogue(work, from, dialogue, text, answer.digit))
      : answerAlert(work, from, answer);
  }
  if (question && (await answerQuestion(work, from, text, answer.digit))) return;
  if (openAlert(person, work.now)) return answerAlert(work, from, answer);
  return work.reply({ key: 'nothingToAnswer', params: {} });
};

type VisitQuestion = Exclude<Extract<Question, { requestId: unknown }>, { about: 'alert' }>;
const isAboutVisit = (question: Question): question is VisitQuestion =>
  'requestId' in question && question.about !== 'alert';

const codesOf = (person: Person, requestId: string): string[] =>
  [...person.alerts, ...person.requests]
    .filter((ref) => ref.requestId === requestId)
    .map((ref) => ref.code);

const isUnsent = async (work: UnitOfWork, person: Person, requestId: string): Promise<boolean> => {
  const ref = person.alerts.findLast((a) => a.requestId === requestId);
  const alert = ref && (await work.services.store.alert(ref.requestId, ref.alertId));
  return alert?.state === 'queued';
};

const hearDialogue = (
  work: UnitOfWork,
  from: Sender,
  dialogue: Dialogue,
  text: string,
  digit?: number,
): Promise<boolean> =>
  dialogue.about === 'join'
    ? continueRegistration(work, from, dialogue, text, digit)
    : continueIntake(work, from, dialogue, text, digit);

/** Words or a digit for the last question; false when nothing open was asked. */
const answerQuestion = async (
  work: UnitOfWork,
  from: Sender,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const person = await work.person(from);
  // Only a digit can answer an alert or a visit: words go on with what was being told before.
  const question = digit === undefined ? dialogueOf(person) : person.question;
  if (!question) return false;
  switch (question.about) {
    case 'request':
    case 'request-summary':
    case 'join':
      return hearDialogue(work, from, question, text, digit);
    case 'alert':
      return false;
    case 'arrived':
    case 'gave':
    case 'drop-reason':
    case 'still-coming':
    case 'still-needed':
      return digit === undefined ? false : answerVisitQuestion(work, from, question, digit);
  }
};

/** What can be an answer to an alert or a visit. */
const answers = new Set<TextCommand['type']>(['answer', 'ok', 'no', 'done', 'drop', 'gave']);

/** A request or registration half told is asked for again, once what came between has its answer. */
const resumeDialogue = async (work: UnitOfWork, from: Sender): Promise<void> => {
  const person = await work.person(from);
  const { interrupted, question } = person;
  const isAnswered = !question || (question.about === 'alert' && !openAlert(person, work.now));
  if (!interrupted || !isAnswered) return;
  work.change(withQuestion(person, { ...interrupted, at: work.now }));
  await repeatQuestion(work, from, false);
};

/** Nothing is lost: whoever was asked something hears the question once more. */
const notUnderstood = async (work: UnitOfWork, from: Sender): Promise<void> => {
  if (await repeatQuestion(work, from, true)) return;
  if (await replyWithOpenItems(work, from)) return;
  work.reply({ key: 'notUnderstood', params: {} });
};
