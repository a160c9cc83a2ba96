import { toDraft } from '#shared/conversation/dialogues/draft-from-text.ts';
import { saysFurtherNeed } from '#shared/conversation/parse/several/says-further-need.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import { askNextNeed } from '../requests/request-intake.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What a further need takes from the open request: the place, the time and the person to ask for. */
const sharedWith = (request: Request, now: number): RequestDraft => ({
  group: request.group,
  hospital: request.hospital,
  place: request.place,
  patient: request.patient,
  attendant: request.attendant,
  ...(request.contact && { contact: request.contact }),
  ...(request.ward && { ward: request.ward }),
  ...(request.neededBy > now && {
    neededBy: request.neededBy,
    urgency: request.urgency,
    asap: request.asap ?? false,
  }),
});

/** "Plasma bhi chahiye, 4 unit": beside the open request its family needs something else. False: it says no such thing. */
export const hearFurtherNeed = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  text: string,
): Promise<boolean> => {
  const said = parseRequestOnce(work, text);
  if (request.unplaced || !saysFurtherNeed(text, said, request)) return false;
  const { also: _, days: __, ...need } = toDraft(said);
  await askNextNeed(work, from, { ...sharedWith(request, work.now), also: [need] });
  return true;
};
