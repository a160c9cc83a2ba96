import type { FamilyNews } from '#shared/conversation/replies/parse-family-news.ts';
import { hasPledged } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { countDonated } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { proposeCorrection } from '../requests/correct-request.ts';
import { findOwnRequests, runFamilyCommand } from '../requests/family-commands.ts';
import { hearNews, meantRequest } from '../requests/hear-family.ts';
import { startIntake } from '../requests/request-intake.ts';
import { replyCondolence, replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import type { ActHandlers, HeardText } from './act-handler.ts';

/* What a family's words do: a request, its corrections, and news of it. */

/** The one open request that a text of its family is about. A donor with a pledge speaks of the visit. */
const ownRequest = async (
  work: UnitOfWork,
  { from, text }: HeardText,
): Promise<Request | undefined> => {
  const person: Person = await work.person(from);
  return hasPledged(person) ? undefined : meantRequest(await findOwnRequests(work, from), text);
};

const tellNews = async (
  work: UnitOfWork,
  heard: HeardText,
  newsOf: (request: Request) => FamilyNews,
): Promise<boolean> => {
  const request = await ownRequest(work, heard);
  return request !== undefined && hearNews(work, heard.from, request, newsOf(request));
};

export const familyActs: ActHandlers<
  'request' | 'correct' | 'nobody-came' | 'found-elsewhere' | 'died' | 'status' | 'close' | 'more'
> = {
  request: async (work, _act, { from, text }) => {
    await startIntake(work, from, text);
    return true;
  },
  correct: async (work, { changes }, heard) => {
    const request = await ownRequest(work, heard);
    return request !== undefined && proposeCorrection(work, heard.from, request, changes);
  },
  'nobody-came': (work, _act, heard) => tellNews(work, heard, () => ({ type: 'nobody-came' })),
  'found-elsewhere': (work, _act, heard) => tellNews(work, heard, () => ({ type: 'found' })),
  died: async (work, _act, heard) => {
    if (await tellNews(work, heard, () => ({ type: 'died' }))) return true;
    await replyCondolence(work, heard.from);
    return true;
  },
  // In words it may mean more than a question, so the reply says how to close, too.
  status: async (work, _act, { from }) => {
    if (!(await replyWithOpenItems(work, from)))
      await runFamilyCommand(work, from, { type: 'status' });
    return true;
  },
  close: async (work, _act, { from }) => {
    const { requests, requestDraft } = await work.person(from);
    if (!requestDraft && !requests.some(({ open }) => open)) return false;
    await runFamilyCommand(work, from, { type: 'close' });
    return true;
  },
  // In words more units are read back, as every change of whom we ask.
  more: async (work, { units }, heard) => {
    const request = units === undefined ? undefined : await ownRequest(work, heard);
    return (
      request !== undefined &&
      proposeCorrection(work, heard.from, request, { units: request.units + (units ?? 0) })
    );
  },
};

/** A family says that the blood was given: by how many it is fewer, it is asked. */
export const hearGiven = (work: UnitOfWork, heard: HeardText): Promise<boolean> =>
  tellNews(work, heard, (request) => ({
    type: 'received',
    units: Math.max(1, request.units - countDonated(request)),
    elsewhere: false,
  }));
