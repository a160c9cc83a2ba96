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
export const handleText = async (turn: UnitOfWork, incoming: IncomingText): Promise<void> => {
  const { from, text } = incoming;
  const { policy } = turn.services.config;
  turn.change(withoutStaleDialogue(await turn.person(from), turn.now, policy));
  const command = parseCommand(text, turn.now);
  if (command) {
    await runTextCommand(turn, from, command, text);
    if (answers.has(command.type)) await resumeDialogue(turn, from);
    return;
  }
  if (await answerInWords(turn, from, text)) return;
  const { isRequest } = parsedRequest(turn, text);
  if (!isRequest && (await handlePledgeReply(turn, from, text))) return resumeDialogue(turn, from);
  const talk = isRequest ? undefined : parseSmallTalk(text);
  if (talk && (await answerSmallTalk(turn, from, talk, text))) return;
  if (await answerQuestion(turn, from, text)) return;
  if (isRequest) return startIntake(turn, from, text);
  if (incoming.media > 0) return turn.reply({ key: 'pictureNotSeen', params: {} });
  return text.trim() === '' ? replyMenu(turn, from) : notUnderstood(turn, from);
};

/** "Pahunch gaya" where a digit was asked for. */
const answerInWords = async (turn: UnitOfWork, from: Sender, text: string): Promise<boolean> => {
  const digit = await digitFromText(turn, await turn.person(from), text);
  if (digit === undefined) return false;
  await answerDigit(turn, from, { digit }, text);
  await resumeDialogue(turn, from);
  return true;
};

/** A kind word about it, and then the question that is open. False: it may be the answer to that question. */
const answerSmallTalk = async (
  turn: UnitOfWork,
  from: Sender,
  talk: SmallTalk,
  text: string,
): Promise<boolean> => {
  const dialogue = dialogueOf(await turn.person(from));
  switch (talk) {
    case 'death':
      await replyCondolence(turn, from);
      return true;
    case 'money':
      turn.reply({ key: 'bloodIsFree', params: {} });
      await repeatQuestion(turn, from, false);
      return true;
    case 'wants-to-give':
      if (dialogue) return false;
      await startRegistration(turn, from, text);
      return true;
    case 'greeting':
      if (dialogue && !isOnlyGreeting(text)) return false;
      if (!(await repeatQuestion(turn, from, false))) await replyMenu(turn, from);
      return true;
    case 'thanks':
      if (dialogue) return false;
      turn.reply({ key: 'youAreWelcome', params: {} });
      return true;
  }
};

type CommandOf = { [C in TextCommand as C['type']]: C };
type Handler<C> = (turn: UnitOfWork, from: Sender, command: C, text: string) => Promise<void>;

/** One handler per command: a command without a handler does not compile. */
const handlers: { [T in keyof CommandOf]: Handler<CommandOf[T]> } = {
  answer: async (turn, from, command, text) => {
    if (command.code === undefined && (await replyHowToVerify(turn, from))) return;
    await answerDigit(turn, from, command, text);
  },
  ok: (turn, from, command, text) =>
    verifyRequest(turn, from, command, () => plainYesOrNo(turn, from, command, text)),
  no: (turn, from, command, text) =>
    verifyRequest(turn, from, command, () => plainYesOrNo(turn, from, command, text)),
  blood: (turn, from) => startIntake(turn, from, ''),
  join: (turn, from, { rest }) => startRegistration(turn, from, rest),
  done: (turn, from, { code }) => confirmDonation(turn, from, code),
  drop: (turn, from, { code }) => drop(turn, from, code),
  pause: (turn, from, command) => changeAvailability(turn, from, command),
  on: async (turn, from, command) => {
    if (!(await changeDuty(turn, from, true))) await changeAvailability(turn, from, command);
  },
  off: async (turn, from) => {
    if (!(await changeDuty(turn, from, false)))
      await changeAvailability(turn, from, { type: 'pause' });
  },
  gave: async (turn, from, command, text) => {
    if (!(await confirmPledgedDonation(turn, from, text, command.day)))
      await changeAvailability(turn, from, command);
  },
  status: runFamilyCommand,
  close: runFamilyCommand,
  more: runFamilyCommand,
  menu: replyMenu,
  mydata: exportMyData,
  forget: erasePerson,
  lang: (turn, from, command) => changeLanguage(turn, from, command),
  calls: (turn, from) => preferCalls(turn, from, true),
  texts: (turn, from) => preferCalls(turn, from, false),
  hide: (turn, from) => changeSharing(turn, from, 'bridge'),
  show: (turn, from) => changeSharing(turn, from, 'share'),
  trust: markTrusted,
  untrust: markTrusted,
};

/** Run a command, texted or pressed. */
export const runTextCommand = <T extends keyof CommandOf>(
  turn: UnitOfWork,
  from: Sender,
  command: CommandOf[T] & { type: T },
  text: string,
): Promise<void> => handlers[command.type](turn, from, command, text);

const changeLanguage = async (
  turn: UnitOfWork,
  from: Sender,
  { language }: CommandOf['lang'],
): Promise<void> => {
  if (!language) return turn.reply({ key: 'languageUnknown', params: {} });
  turn.change({ ...(await turn.person(from)), language, languageChosen: true });
  turn.reply({ key: 'languageSet', params: {} });
};

/** "Call me", from a family: the menu says which number to call. */
const preferCalls = async (turn: UnitOfWork, from: Sender, calls: boolean): Promise<void> =>
  (await turn.person(from)).donor ? changeCallPreference(turn, from, calls) : replyMenu(turn, from);

/** "Ok" and "no" that verify nothing; an "ok" to what has its answer already is only polite. */
const plainYesOrNo = async (
  turn: UnitOfWork,
  from: Sender,
  { type, code }: Extract<TextCommand, { type: 'ok' | 'no' }>,
  text: string,
): Promise<void> => {
  const isPolite =
    type === 'ok' && code === undefined && isAlertOver(turn, await turn.person(from));
  if (isPolite) return turn.reply({ key: 'youAreWelcome', params: {} });
  return answerDigit(turn, from, { digit: type === 'ok' ? 1 : 2, code }, text);
};

/** "I can't come": takes back a yes, or is the answer to an alert that has none yet. */
const drop = async (turn: UnitOfWork, from: Sender, code?: string): Promise<void> => {
  const person = await turn.person(from);
  const asked =
    code === undefined ? openAlert(person, turn.now) : person.alerts.some((a) => a.code === code);
  const pledged = (await pledgesOf(turn, person, code)).some(
    ({ pledge }) =>
      pledge.state === 'confirmed' ||
      pledge.state === 'standby' ||
      pledge.donatedBy === 'requester',
  );
  return asked && !pledged
    ? answerAlert(turn, from, { digit: 2, ...(code !== undefined && { code }) })
    : withdrawPledge(turn, from, code);
};

/** A bare digit answers the last thing the hotline asked; with a code it answers that alert. */
const answerDigit = async (
  turn: UnitOfWork,
  from: Sender,
  answer: { digit: number; code?: string | undefined },
  text: string,
): Promise<void> => {
  const person = await turn.person(from);
  const { question } = person;
  if (answer.code !== undefined) {
    // "2 4821" to "have you reached?" is an answer to that, not to the alert of long ago.
    const isOfVisit =
      question &&
      isAboutVisit(question) &&
      codesOf(person, question.requestId).includes(answer.code) &&
      (await answerVisitQuestion(turn, from, question, answer.digit));
    if (isOfVisit) return;
    return answerAlert(turn, from, answer);
  }
  const dialogue = dialogueOf(person);
  if (question?.about === 'alert') {
    // An alert that has not left yet cannot be what they answer.
    return dialogue && (await isUnsent(turn, person, question.requestId))
      ? void (await hearDialogue(turn, from, dialogue, text, answer.digit))
      : answerAlert(turn, from, answer);
  }
  if (question && (await answerQuestion(turn, from, text, answer.digit))) return;
  if (openAlert(person, turn.now)) return answerAlert(turn, from, answer);
  return turn.reply({ key: 'nothingToAnswer', params: {} });
};

type VisitQuestion = Exclude<Extract<Question, { requestId: unknown }>, { about: 'alert' }>;
const isAboutVisit = (question: Question): question is VisitQuestion =>
  'requestId' in question && question.about !== 'alert';

const codesOf = (person: Person, requestId: string): string[] =>
  [...person.alerts, ...person.requests]
    .filter((ref) => ref.requestId === requestId)
    .map((ref) => ref.code);

const isUnsent = async (turn: UnitOfWork, person: Person, requestId: string): Promise<boolean> => {
  const ref = person.alerts.findLast((a) => a.requestId === requestId);
  const alert = ref && (await turn.services.store.alert(ref.requestId, ref.alertId));
  return alert?.state === 'queued';
};

const hearDialogue = (
  turn: UnitOfWork,
  from: Sender,
  dialogue: Dialogue,
  text: string,
  digit?: number,
): Promise<boolean> =>
  dialogue.about === 'join'
    ? continueRegistration(turn, from, dialogue, text, digit)
    : continueIntake(turn, from, dialogue, text, digit);

/** Words or a digit for the last question; false when nothing open was asked. */
const answerQuestion = async (
  turn: UnitOfWork,
  from: Sender,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const person = await turn.person(from);
  // Only a digit can answer an alert or a visit: words go on with what was being told before.
  const question = digit === undefined ? dialogueOf(person) : person.question;
  if (!question) return false;
  switch (question.about) {
    case 'request':
    case 'request-summary':
    case 'join':
      return hearDialogue(turn, from, question, text, digit);
    case 'alert':
      return false;
    case 'arrived':
    case 'gave':
    case 'drop-reason':
    case 'still-coming':
    case 'still-needed':
      return digit === undefined ? false : answerVisitQuestion(turn, from, question, digit);
  }
};

/** What can be an answer to an alert or a visit. */
const answers = new Set<TextCommand['type']>(['answer', 'ok', 'no', 'done', 'drop', 'gave']);

/** A request or registration half told is asked for again, once what came between has its answer. */
const resumeDialogue = async (turn: UnitOfWork, from: Sender): Promise<void> => {
  const person = await turn.person(from);
  const { interrupted, question } = person;
  const isAnswered = !question || (question.about === 'alert' && !openAlert(person, turn.now));
  if (!interrupted || !isAnswered) return;
  turn.change(withQuestion(person, { ...interrupted, at: turn.now }));
  await repeatQuestion(turn, from, false);
};

/** Nothing is lost: whoever was asked something hears the question once more. */
const notUnderstood = async (turn: UnitOfWork, from: Sender): Promise<void> => {
  if (await repeatQuestion(turn, from, true)) return;
  if (await replyWithOpenItems(turn, from)) return;
  turn.reply({ key: 'notUnderstood', params: {} });
};
