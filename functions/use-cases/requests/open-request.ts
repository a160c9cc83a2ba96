import type { CompleteDraft } from '#shared/conversation/dialogues/request-dialogue.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { fittingDays } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import { waitsBehind } from '#shared/people/proof/family-record.ts';
import { withDue } from '#shared/request/decide.ts';
import type { Request } from '#shared/request/request.ts';
import { type RequestCode, requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { after } from '#shared/terms/time.ts';
import { auditEvery } from '../../ports/store.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { isFromRefusedRange } from './refused-range.ts';

/** Opens a request. Volunteers verify it next; a trusted phone's request skips that. */
export const openRequest = async (
  work: UnitOfWork,
  from: Person['phone'],
  draft: CompleteDraft & Pick<Request, 'unplaced'>,
): Promise<Request> => {
  const { requestDraft: _, question: __, draftCheck: ___, ...person } = await work.person(from);
  const code = await findFreeCode(work);
  const comesLast = waitsBehind(person.familyRecord) || (await isFromRefusedRange(work, person));
  const request = withDue(
    { ...newRequest(work, person, draft, code), ...(comesLast && { comesLast }) },
    work.now,
    work.services.config.policy,
  );
  work.put(request);
  const lookAt = after(work.now, auditEvery);
  work.write({
    take: { kind: 'code', code, requestId: request.id, freeFrom: null, lookAt },
    now: work.now,
  });
  work.timeline({
    kind: 'timeline',
    requestId: request.id,
    id: work.nextEntryId(request),
    at: work.now,
    what: person.trusted ? 'opened-by-trusted-phone' : 'opened',
    who: `family ${maskPhoneNumber(from)}`,
    facts: {
      group: request.group,
      component: request.component,
      units: request.units,
      urgency: request.urgency,
    },
  });
  work.change({
    ...person,
    requests: [...person.requests, { requestId: request.id, code, open: true }],
  });
  return request;
};

/** What the family hears of its request once it has told everything. */
export const openedMessage = (
  { trusted }: Pick<Person, 'trusted'>,
  { code, contact: phone }: Pick<Request, 'code' | 'contact'>,
): Message => {
  if (trusted) return { key: 'requestOpenedTrusted', params: { code } };
  return phone
    ? { key: 'requestOpenedContact', params: { code, phone } }
    : { key: 'requestOpened', params: { code } };
};

const newRequest = (
  work: UnitOfWork,
  person: Pick<Person, 'phone' | 'trusted'>,
  draft: CompleteDraft & Pick<Request, 'unplaced'>,
  code: RequestCode,
): Request => ({
  kind: 'request',
  id: requestIdSchema.parse(work.services.ids.next()),
  version: 0,
  code,
  requester: person.phone,
  group: draft.group,
  component: draft.component ?? 'whole-blood',
  exchange: draft.exchange ?? false,
  units: draft.units,
  hospital: draft.hospital,
  place: draft.place,
  neededBy: draft.neededBy,
  urgency: draft.urgency,
  ...(draft.asap && { asap: true }),
  ...daysOf(draft),
  ...(draft.unplaced && { unplaced: true }),
  patient: draft.patient,
  attendant: draft.attendant,
  ...(draft.contact && { contact: draft.contact }),
  ...(draft.ward && { ward: draft.ward }),
  ...(draft.spoken && { spoken: draft.spoken }),
  createdAt: work.now,
  stages: 0,
  phase: person.trusted
    ? { type: 'searching', reach: 0, nextStageAt: work.now, toReplace: 0, exhausted: false }
    : { type: 'verifying', round: 0, nextRoundAt: work.now, asked: [] },
  pledges: [],
  alertsToClose: false,
});

const daysOf = (draft: CompleteDraft): Pick<Request, 'days'> => {
  const days = fittingDays(draft);
  return days ? { days } : {};
};

/** A free code of four digits, longer when four-digit codes run out. The save claims it or conflicts. */
const findFreeCode = async (work: UnitOfWork): Promise<RequestCode> => {
  const { ids, store } = work.services;
  for (const digits of [4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7]) {
    const lowest = 10 ** (digits - 1);
    const code = requestCodeSchema.parse(String(lowest + ids.randomBelow(9 * lowest)));
    const pointer = await store.code(code);
    if (!pointer || (pointer.freeFrom !== null && pointer.freeFrom <= work.now)) return code;
  }
  throw new Error('no free request code was found');
};
