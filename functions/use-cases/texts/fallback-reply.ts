import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { after, days } from '#shared/terms/time.ts';
import { withoutReachedAsk } from '../after-gift/ask-reached.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { findHeldPledge, pledgeStatus } from '../pledges/find-pledges.ts';
import { findOwnRequests, replyStatusOf, replyToContact } from '../requests/family-commands.ts';
import { withoutStoryAsk } from '../stories/ask-for-story.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findAssigned } from '../volunteers/find-meant-request.ts';
import { howToVerify } from '../volunteers/tell-own-code.ts';

type Phone = Person['phone'];

/** Replies with what this phone can text: the commands for its open request, then for a volunteer, donor or newcomer. */
export const replyMenu = async (work: UnitOfWork, from: Phone): Promise<void> => {
  const { requests, volunteer, donor } = await work.person(from);
  const open = requests.findLast((r) => r.open);
  if (open) work.reply({ key: 'menuRequester', params: { code: open.code } });
  if (volunteer) {
    const coordinator = volunteer.role === 'coordinator';
    work.reply({ key: 'menuVolunteer', params: { coordinator } });
  } else if (donor) work.reply({ key: 'menuDonor', params: {} });
  else if (!open) work.reply({ key: 'menu', params: {} });
};

/**
 * Replies to a text we cannot parse: the sender's pledge with DROP, and their open requests with CLOSE. Returns false
 * when they have neither.
 */
export const replyWithOpenItems = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const isPledged = await replyPledge(work, from);
  const own = await findOwnRequests(work, from);
  for (const request of own) await replyStatusOf(work, request);
  if (own.length === 0 && !isPledged && (await replyToContact(work, from))) return true;
  return (await replyHowToClose(work, from)) || isPledged;
};

const lately = days(2);
/** A family whose request was refused lately goes on writing: it hears the way to a person again. */
const replyToRefused = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const last = (await work.person(from)).requests.at(-1);
  const request = last && !last.open ? await work.request(last.requestId) : undefined;
  if (request?.phase.type !== 'closed' || request.phase.reason !== 'refused') return false;
  if (work.now > after(request.phase.at, lately)) return false;
  work.reply({ key: 'requestRefused', params: { code: request.code } });
  return true;
};

/** Repeats the open question; without one, replies with the sender's open items. */
export const replyNotUnderstood = async (work: UnitOfWork, from: Phone): Promise<void> => {
  if (await repeatQuestion(work, from, true)) return;
  if (await replyWithOpenItems(work, from)) return;
  if (await replyHowToVerify(work, from)) return;
  if (await replyToRefused(work, from)) return;
  work.reply({ key: 'notUnderstood', params: {} });
};

/** A volunteer with a request to check hears how to answer it. */
const replyHowToVerify = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const { volunteer } = await work.person(from);
  const waiting = volunteer?.onDuty ? await findAssigned(work, from) : [];
  const [first, ...others] = waiting;
  if (!first) return false;
  work.reply(
    others.length === 0
      ? await howToVerify(work, from, first)
      : { key: 'verifyWhich', params: { codes: waiting.map(({ code }) => code) } },
  );
  return true;
};

/** Repeats the open question after a reaction to our message, or after our own words alone. A reaction needs no other reply. */
export const replyToOwnWords = async (
  work: UnitOfWork,
  from: Phone,
  kind: 'reaction' | 'echo',
): Promise<void> => {
  if (kind === 'reaction') await repeatQuestion(work, from, false);
  else await replyNotUnderstood(work, from);
};

/** Replies to the news of a death: condolence, and only what may have to be done now. */
export const replyCondolence = async (work: UnitOfWork, from: Phone): Promise<void> => {
  work.reply({ key: 'sorryForLoss', params: {} });
  work.change(withoutReachedAsk(withoutStoryAsk(await work.person(from))));
  await replyPledge(work, from);
  await replyHowToClose(work, from);
};

const replyPledge = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const held = await findHeldPledge(work, await work.person(from));
  if (held) work.reply(pledgeStatus(held));
  return held !== undefined;
};

const replyHowToClose = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const codes = (await findOwnRequests(work, from)).map((r) => r.code);
  const dialogue = dialogueOf(await work.person(from));
  // CLOSE without a code drops a draft before it closes an open request.
  const hasDraft = dialogue !== undefined && dialogue.about !== 'join';
  if (codes.length === 0 && !hasDraft) return false;
  work.reply({ key: 'howToClose', params: { codes } });
  return true;
};
