import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { commandTraits, type TextCommand } from '#shared/conversation/commands/text-command.ts';
import {
  isOnlyGreeting,
  parseSmallTalk,
  type SmallTalk,
} from '#shared/conversation/replies/small-talk.ts';
import { withoutSignature } from '#shared/conversation/text/first-line.ts';
import { dialogueOf, withoutStaleDialogue } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import { hearGiver, hearMeaning } from '../acts/hear-meaning.ts';
import { handleLeaving } from '../donors/end-alerts.ts';
import { startRegistration } from '../donors/register-donor.ts';
import { hearPlace } from '../intake/hear-place.ts';
import { answerTap } from '../pledges/answer-tap.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { handlePledgeReply } from '../pledges/handle-pledge-reply.ts';
import { hearOwnTime } from '../pledges/hear-own-time.ts';
import { hearFamily } from '../requests/hear-family.ts';
import { startIntake } from '../requests/request-intake.ts';
import { hearPhoto } from '../stories/send-photo.ts';
import { hearStory, tellsStory } from '../stories/tell-story.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { correctWhileChecking } from '../volunteers/correct-while-checking.ts';
import { hearDeath } from '../volunteers/hear-death.ts';
import { hearVerdict } from '../volunteers/hear-verdict.ts';
import { isCommandOf } from '../volunteers/reply-trail.ts';
import { answerAsked } from './answer-asked.ts';
import { answerDigit, answerQuestion, resumeDialogue } from './answer-question.ts';
import { confirmByNumber } from './confirm-by-number.ts';
import { replyMenu, replyNotUnderstood } from './fallback-reply.ts';
import { parseRequestOnce } from './parse-request-once.ts';
import { runTextCommand } from './run-command.ts';
import { digitFromText } from './text-answer.ts';

type Phone = Person['phone'];

/**
 * Interprets a text and acts on it. The order: a tap on a button, a place, a file without words, a number that confirms, a command, a volunteer's verdict in words, a
 * donor's own time, a wish to get no more messages, what a donor means who is asked or expected, an answer in words, news
 * or a correction of a family, a reply about a pledge, a question to the hotline, small talk, what the models read, an
 * answer to the last question, a new request.
 */
export const handleText = async (work: UnitOfWork, incoming: IncomingText): Promise<void> => {
  const { from, text } = incoming;
  const { policy } = work.services.config;
  if (await hearAppMessage(work, incoming)) return;
  if (await confirmByNumber(work, from, text)) return;
  work.change(withoutStaleDialogue(await work.person(from), work.now, policy));
  if (await answerReachedInWords(work, from, text)) return;
  const command = findCommand(await work.person(from), text, work.now);
  if (command) {
    await runTextCommand(work, from, command, text);
    if (commandTraits[command.type].answersQuestion) await resumeDialogue(work, from);
    return;
  }
  if (await hearOwnWords(work, from, text)) return;
  if (await correctWhileChecking(work, from, text)) return;
  if (await hearVerdict(work, from, text)) return;
  if (await hearOwnTime(work, from, text)) return resumeDialogue(work, from);
  const { isRequest } = parseRequestOnce(work, text);
  if (!isRequest && (await handleLeaving(work, from, text))) return;
  if (await hearGiver(work, incoming)) return resumeDialogue(work, from);
  if (await answerInWords(work, from, text)) return;
  if (await hearFamily(work, from, text)) return;
  if (!isRequest && (await handlePledgeReply(work, from, text))) return resumeDialogue(work, from);
  if (!isRequest && (await answerAsked(work, from, text))) return resumeDialogue(work, from);
  const talk = isRequest ? undefined : parseSmallTalk(text);
  if (talk && (await answerSmallTalk(work, from, talk, text))) return;
  if (await hearMeaning(work, incoming)) return resumeDialogue(work, from);
  if (await answerQuestion(work, from, text)) return;
  if (isRequest) return startIntake(work, from, text);
  if (incoming.media > 0) return work.reply({ key: 'pictureNotSeen', params: {} });
  return text.trim() === '' ? replyMenu(work, from) : replyNotUnderstood(work, from);
};

/** Handles what only an app can send: a tap, a place, a picture or a voice note without words. The open question stays. */
const hearAppMessage = async (
  work: UnitOfWork,
  { from, text, media, voice, photo, tap, sharedPlace }: IncomingText,
): Promise<boolean> => {
  // A photograph for a story may have words below it; other words with a picture are read as words.
  const isForStory = photo !== undefined && (await work.person(from)).story?.id !== undefined;
  const isFile = media > 0 && (text.trim() === '' || isForStory);
  if (!tap && !sharedPlace && !isFile) return false;
  work.change(withoutStaleDialogue(await work.person(from), work.now, work.services.config.policy));
  if (tap) await answerTap(work, from, tap);
  else if (sharedPlace) await hearPlace(work, from, sharedPlace);
  else if (!photo || !(await hearPhoto(work, from, photo))) {
    work.reply({ key: voice ? 'voiceNotHeard' : 'pictureNotSeen', params: {} });
    await repeatQuestion(work, from, false);
  }
  if (tap) await resumeDialogue(work, from);
  return true;
};

/** "Mil gaya" to "did the blood reach your patient?", which else means DONE. */
const answerReachedInWords = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<boolean> =>
  (await work.person(from)).question?.about === 'reached' && answerInWords(work, from, text);

/** A coordinator's plan of a camp, and a family's story, are in the person's own words. */
const hearOwnWords = async (work: UnitOfWork, from: Phone, text: string): Promise<boolean> => {
  const person = await work.person(from);
  if (person.question?.about === 'camp-open') return answerQuestion(work, from, text);
  if (person.question?.about !== 'story') return false;
  const { isRequest } = parseRequestOnce(work, text);
  return tellsStory(work, person, { text, isRequest }) && hearStory(work, from, text);
};

/** "Pahunch gaya" where the question asks for a digit. */
const answerInWords = async (work: UnitOfWork, from: Phone, text: string): Promise<boolean> => {
  const digit = await digitFromText(work, await work.person(from), text);
  if (digit === undefined) return false;
  await answerDigit(work, from, { digit }, text);
  await resumeDialogue(work, from);
  return true;
};

/** Replies to small talk, then repeats the open question. False: the text may answer that question. */
const answerSmallTalk = async (
  work: UnitOfWork,
  from: Phone,
  talk: SmallTalk,
  text: string,
): Promise<boolean> => {
  const dialogue = dialogueOf(await work.person(from));
  switch (talk) {
    case 'death':
      return hearDeath(work, from, text);
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

/** A command, also above a signature: "1⏎Ravi Kumar, Constable". In a dialogue a name below may be an answer. */
const findCommand = (person: Person, text: string, now: EpochMs): TextCommand | undefined => {
  const { question, name } = person;
  const parse = (words: string): TextCommand | undefined => {
    const command = parseCommand(words, now);
    return command && isCommandOf(person, command) ? command : undefined;
  };
  const command = parse(text);
  if (command || (question && !('requestId' in question))) return command;
  const first = withoutSignature(text, name);
  return first === undefined ? undefined : parse(first);
};
