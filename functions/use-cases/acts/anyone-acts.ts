import type { AskedAbout } from '#shared/conversation/replies/parse-question.ts';
import type { AskedSubject } from '#shared/conversation/understand/acts/act.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import { handleLeavingAs } from '../donors/end-alerts.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { findOwnRequests, replyStatusOf } from '../requests/family-commands.ts';
import { answerAbout } from '../texts/answer-asked.ts';
import { replyMenu } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { ActHandlers, HeardText } from './act-handler.ts';

/* What anyone may say: a question, courtesy, a wish to be left alone. */

const abouts: Partial<Record<AskedSubject, AskedAbout>> = {
  'who-are-you': 'who',
  'how-far': 'far',
  'what-to-bring': 'bring',
  'may-i-give': 'may-give',
  'other-group': 'other-group',
  'time-needed': 'how-long',
};

const answerSubject = async (
  work: UnitOfWork,
  subject: AskedSubject,
  { from }: HeardText,
): Promise<boolean> => {
  const about = abouts[subject];
  if (about) return answerAbout(work, from, about);
  if (subject === 'cost') {
    work.reply({ key: 'bloodIsFree', params: {} });
    return true;
  }
  const [request] = await findOwnRequests(work, from);
  if (subject === 'where-is-donor' && request) {
    await replyStatusOf(work, request);
    return true;
  }
  if (subject !== 'how-it-works' || dialogueOf(await work.person(from))) return false;
  await replyMenu(work, from);
  return true;
};

export const anyoneActs: ActHandlers<
  'ask' | 'thanks' | 'greeting' | 'stop-messages' | 'wrong-person' | 'unclear'
> = {
  ask: (work, { about }, heard) => answerSubject(work, about, heard),
  thanks: async (work, _act, { from }) => {
    if (dialogueOf(await work.person(from))) return false;
    work.reply({ key: 'youAreWelcome', params: {} });
    return true;
  },
  greeting: async (work, _act, { from }) => {
    if (!(await repeatQuestion(work, from, false))) await replyMenu(work, from);
    return true;
  },
  'stop-messages': (work, _act, { from }) => handleLeavingAs(work, from, 'stop-messages'),
  'wrong-person': (work, _act, { from }) => handleLeavingAs(work, from, 'wrong-person'),
  unclear: async () => false,
};
