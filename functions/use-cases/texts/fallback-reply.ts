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
export const replyWithOpenItems = async (turn: UnitOfWork, from: Phone): Promise<boolean> => {
  const isPledged = await sayPledge(turn, from);
  for (const request of await ownRequests(turn, from)) turn.reply(await statusOf(turn, request));
  return (await sayHowToClose(turn, from)) || isPledged;
};

/** Somebody tells us of a death: a word of sympathy, and only what may have to be done now. */
export const replyCondolence = async (turn: UnitOfWork, from: Phone): Promise<void> => {
  turn.reply({ key: 'sorryForLoss', params: {} });
  await sayPledge(turn, from);
  await sayHowToClose(turn, from);
};

const sayPledge = async (turn: UnitOfWork, from: Phone): Promise<boolean> => {
  const held = await heldPledge(turn, await turn.person(from));
  if (held) turn.reply(pledgeStatus(held));
  return held !== undefined;
};

const sayHowToClose = async (turn: UnitOfWork, from: Phone): Promise<boolean> => {
  const codes = (await ownRequests(turn, from)).map((r) => r.code);
  const dialogue = dialogueOf(await turn.person(from));
  // The bare word drops what is half told before it closes what was sent off.
  const isHalfTold = dialogue !== undefined && dialogue.about !== 'join';
  if (codes.length === 0 && !isHalfTold) return false;
  turn.reply({ key: 'howToClose', params: { codes } });
  return true;
};
