import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { heldPledge, pledgeStatus } from '../pledges/pledges.ts';
import { ownRequests, statusOf } from '../requests/family-commands.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Phone = Person['phone'];

/**
 * Words that we could not follow are most likely about what somebody has a part in: what they promised, with DROP, and
 * how their own request stands, with CLOSE. False: they have a part in nothing.
 */
export const replyWithOpenItems = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const isPledged = await sayPledge(work, from);
  for (const request of await ownRequests(work, from)) work.reply(await statusOf(work, request));
  return (await sayHowToClose(work, from)) || isPledged;
};

/** Somebody tells us of a death: a word of sympathy, and only what may have to be done now. */
export const replyCondolence = async (work: UnitOfWork, from: Phone): Promise<void> => {
  work.reply({ key: 'sorryForLoss', params: {} });
  await sayPledge(work, from);
  await sayHowToClose(work, from);
};

const sayPledge = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const held = await heldPledge(work, await work.person(from));
  if (held) work.reply(pledgeStatus(held));
  return held !== undefined;
};

const sayHowToClose = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const codes = (await ownRequests(work, from)).map((r) => r.code);
  const dialogue = dialogueOf(await work.person(from));
  // The bare word drops what is half told before it closes what was sent off.
  const isHalfTold = dialogue !== undefined && dialogue.about !== 'join';
  if (codes.length === 0 && !isHalfTold) return false;
  work.reply({ key: 'howToClose', params: { codes } });
  return true;
};
