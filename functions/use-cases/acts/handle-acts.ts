import type { Act, ActName, ActOf } from '#shared/conversation/understand/acts/act.ts';
import { hearNotNeeded } from '../pledges/hear-not-needed.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { ActHandlers, HeardText } from './act-handler.ts';
import { anyoneActs } from './anyone-acts.ts';
import { donorActs } from './donor-acts.ts';
import { familyActs, hearDonorThere, hearGiven } from './family-acts.ts';
import { checkLater, volunteerActs } from './volunteer-acts.ts';

/** One handler per act: an act without a handler does not compile. */
const handlers: ActHandlers<ActName> = {
  ...donorActs,
  ...familyActs,
  ...volunteerActs,
  ...anyoneActs,
  // The same words of a donor and of a family, of a donor and of a volunteer.
  yes: async (work, act, heard) =>
    (await donorActs.yes(work, act, heard)) || checkLater(work, { act: 'later' }, heard),
  arrived: async (work, act, heard) =>
    (await donorActs.arrived(work, act, heard)) || hearDonorThere(work, heard),
  'found-elsewhere': async (work, act, heard) =>
    (await hearNotNeeded(work, heard.from)) || familyActs['found-elsewhere'](work, act, heard),
  gave: async (work, act, heard) =>
    (await donorActs.gave(work, act, heard)) || hearGiven(work, heard),
  later: async (work, act, heard) =>
    (await donorActs.later(work, act, heard)) || checkLater(work, act, heard),
};

const handle = <A extends ActName>(
  work: UnitOfWork,
  act: ActOf[A] & { act: A },
  heard: HeardText,
): Promise<boolean> => handlers[act.act](work, act, heard);

/** A verdict counts alone: what a volunteer changes beside it is asked with the code. */
const needsQuestion = (acts: readonly Act[]): boolean =>
  acts.length > 1 && acts.some(({ act }) => act === 'verified');

/** Does what a text says, act by act. False: the first act fits nothing that is open, and nothing was done. */
export const handleActs = async (
  work: UnitOfWork,
  acts: readonly Act[],
  heard: HeardText,
): Promise<boolean> => {
  const [first, ...others] = acts;
  if (!first || needsQuestion(acts) || !(await handle(work, first, heard))) return false;
  for (const act of others) await handle(work, act, heard);
  return true;
};
