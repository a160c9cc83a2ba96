import { withoutDialogue } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import { placeParams, requestParams } from '#shared/request/request-messages.ts';
import { applyCorrection } from '../requests/correct-request.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/*
 * A request that was opened before its family had told everything. What the family tells afterwards stands in its
 * draft first, and reaches the request in few steps, so that volunteers get few texts about it.
 */

/** Adds what the draft says to its open request. `silent`: the sender gets no reply about it. */
export const fillRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  options: { silent: boolean },
): Promise<void> => {
  const { requestDraft } = await work.person(from);
  const request = requestDraft?.requestId && (await work.request(requestDraft.requestId));
  if (!requestDraft || !request || isClosed(request) || request.requester !== from) return;
  const { requestId: _, componentUnclear: __, spoken, ...changes } = requestDraft;
  await applyCorrection(work, request, changes, options);
  // A recording goes with the name it stood for.
  const { spoken: _before, ...filled } = work.pending(request);
  if (spoken ?? request.spoken) work.put({ ...filled, ...(spoken && { spoken }) });
};

/** Fills the request as soon as the family has said where: volunteers can then verify it. */
export const fillOncePlaced = async (work: UnitOfWork, from: Person['phone']): Promise<void> => {
  const { requestDraft } = await work.person(from);
  if (!requestDraft?.requestId || !requestDraft.hospital || !requestDraft.place) return;
  const request = await work.request(requestDraft.requestId);
  if (request?.unplaced) await fillRequest(work, from, { silent: true });
};

/** The family has told everything: its draft is done. */
export const finishFilling = async (
  work: UnitOfWork,
  from: Person['phone'],
  options: { silent: boolean },
): Promise<void> => {
  const { requestDraft } = await work.person(from);
  await fillRequest(work, from, { silent: true });
  const request = requestDraft?.requestId && (await work.request(requestDraft.requestId));
  if (request && !options.silent)
    work.reply({
      key: 'requestCorrected',
      params: { code: request.code, ...requestParams(request), ...placeParams(request) },
    });
  work.change(withoutDialogue(await work.person(from)));
};
