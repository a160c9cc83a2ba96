import type { FamilyNews } from '#shared/conversation/replies/parse-family-news.ts';
import { hasPledged } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import { applyDecision } from '../apply-decision.ts';
import { proposeCorrection } from '../requests/correct-request.ts';
import { findOwnRequests, runFamilyCommand, statusMessage } from '../requests/family-commands.ts';
import { hearNews, meantRequest } from '../requests/hear-family.ts';
import { startIntake } from '../requests/request-intake.ts';
import { replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { hearDeath } from '../volunteers/hear-death.ts';
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

const tellNews = async (work: UnitOfWork, heard: HeardText, news: FamilyNews): Promise<boolean> => {
  const request = await ownRequest(work, heard);
  return request !== undefined && hearNews(work, heard.from, request, news);
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
  'nobody-came': (work, _act, heard) => tellNews(work, heard, { type: 'nobody-came' }),
  'found-elsewhere': (work, _act, heard) => tellNews(work, heard, { type: 'found' }),
  died: async (work, _act, heard) =>
    (await tellNews(work, heard, { type: 'died' })) || hearDeath(work, heard.from, heard.text),
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
  // More units in words are read back, as every change of which donors are asked.
  more: async (work, { units }, heard) => {
    const request = units === undefined ? undefined : await ownRequest(work, heard);
    return (
      request !== undefined &&
      proposeCorrection(work, heard.from, request, { units: request.units + (units ?? 0) })
    );
  },
};

/** A family says that blood was given, without a number: of several donors who are coming, each is asked. */
export const hearGiven = (work: UnitOfWork, heard: HeardText): Promise<boolean> =>
  tellNews(work, heard, { type: 'received', units: 1, elsewhere: false });

/** A family says that its donor is there. The only one who is expected has then arrived, and is not missed later. */
export const hearDonorThere = async (work: UnitOfWork, heard: HeardText): Promise<boolean> => {
  const request = await ownRequest(work, heard);
  if (!request) return false;
  const [only, ...others] = request.pledges.filter(({ state }) => state === 'confirmed');
  // Of two, the one who is there may be the one who has said so already.
  if (only && others.length === 0 && only.arrivedAt === undefined)
    await applyDecision(work, request, { type: 'arrive', alertId: only.alertId }, { silent: true });
  work.reply(await statusMessage(work, work.pending(request)));
  return true;
};
