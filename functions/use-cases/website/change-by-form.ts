import type { CompleteDraft } from '#shared/conversation/dialogues/request-dialogue.ts';
import { differingFields, isEmptyCorrection } from '#shared/request/corrections/correct-fields.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { applyDecision } from '../apply-decision.ts';
import { applyCorrection } from '../requests/correct-request.ts';
import { hearNews } from '../requests/hear-family.ts';
import { runTextCommand } from '../texts/run-command.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What the page of a family may ask for. The page itself asks again before it closes the request. */
export type FamilyChange =
  | { type: 'given' }
  | { type: 'nobody' }
  | { type: 'more'; units: number }
  | { type: 'correct'; draft: CompleteDraft }
  | { type: 'close' };

type ChangeOf = { [C in FamilyChange as C['type']]: C };
type Handlers = {
  [T in keyof ChangeOf]: (
    work: UnitOfWork,
    from: PhoneNumber,
    request: Request,
    change: ChangeOf[T],
  ) => Promise<unknown>;
};

const handlers: Handlers = {
  given: (work, from, { code }) => runTextCommand(work, from, { type: 'done', code }, ''),
  nobody: (work, from, request) => hearNews(work, from, request, { type: 'nobody-came' }),
  more: (work, from, { code }, { units }) =>
    // The page shows how many there are, and a form that comes twice counts once.
    runTextCommand(work, from, { type: 'more', code, units, again: true }, ''),
  correct: async (work, _from, request, { draft }) => {
    const changes = differingFields(request, draft);
    if (isEmptyCorrection(changes))
      work.reply({ key: 'requestKept', params: { code: request.code } });
    else await applyCorrection(work, request, changes);
  },
  close: (work, _from, request) => applyDecision(work, request, { type: 'close' }),
};

/** Changes a request of this family. Another person's request stays as it is, and so does one that is over. */
export const changeByForm = async <T extends keyof ChangeOf>(
  work: UnitOfWork,
  from: PhoneNumber,
  id: RequestId,
  change: ChangeOf[T] & { type: T },
): Promise<void> => {
  const request = await work.request(id);
  if (!request || request.requester !== from) return;
  if (isClosed(request))
    return work.reply({ key: 'requestClosed', params: { code: request.code } });
  await handlers[change.type](work, from, request, change);
};
