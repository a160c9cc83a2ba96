import type { TextCommand } from '#shared/conversation/commands/text-command.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { sameMoreAt } from '#shared/request/corrections/more-again.ts';
import { nextDay } from '#shared/request/lifecycle/needed-days.ts';
import { countAsked } from '#shared/request/lifecycle/sent-home.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { agreedTime, progressParams } from '#shared/request/request-messages.ts';
import { applyDecision } from '../apply-decision.ts';
import { dropDraft } from '../intake/drop-draft.ts';
import { findHeldPledge, pledgeStatus } from '../pledges/find-pledges.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { askToClose } from './ask-to-close.ts';
import { proposeCorrection } from './correct-request.ts';
import { listOpenRequests } from './list-open-requests.ts';

type FamilyCommand = Extract<TextCommand, { type: 'status' | 'close' | 'more' }>;

/** Runs STATUS, CLOSE and MORE 2 from the family. */
export const runFamilyCommand = async (
  work: UnitOfWork,
  from: Person['phone'],
  command: FamilyCommand,
): Promise<void> => {
  const requests = await findOwnRequests(work, from, command.code);
  if (command.type === 'status') return replyStatus(work, from, requests);
  const isBareClose = command.type === 'close' && command.code === undefined;
  if (isBareClose && (await dropDraft(work, from))) return;
  const [request] = requests;
  // "Request cancel karo" from a donor: reply with their pledge and DROP.
  if (!request) return replyStatus(work, from, []);
  if (requests.length > 1) {
    return work.reply({ key: 'whichRequest', params: { codes: requests.map((r) => r.code) } });
  }
  await (command.type === 'close'
    ? askToClose(work, from, request)
    : addMore(work, from, request, command));
};

/** MORE 2. The same number again within minutes may be a repetition, so it is asked. */
const addMore = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  { units = 1, again }: Extract<FamilyCommand, { type: 'more' }>,
): Promise<void> => {
  const total = request.units + units;
  const isAsked =
    !again &&
    total <= work.services.config.policy.maxUnits &&
    sameMoreAt(request, units, work.now) !== undefined;
  if (isAsked) await proposeCorrection(work, from, request, { units: total });
  else await addUnits(work, request, units);
};

/** The open requests of this family, with this unit's changes. */
export const findOwnRequests = async (
  work: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<Request[]> => {
  const person = await work.person(from);
  const refs = person.requests.filter((r) => r.open && (code === undefined || r.code === code));
  const found = await Promise.all(refs.map((r) => work.request(r.requestId)));
  return found.filter((r) => r !== undefined).filter((r) => !isClosed(r));
};

/** More units for an open request, up to the policy's most. */
export const addUnits = async (
  work: UnitOfWork,
  request: Request,
  units: number,
): Promise<void> => {
  const result = await applyDecision(work, request, { type: 'add-units', units });
  if (typeof result === 'string') {
    work.reply({
      key: 'unitsNotAdded',
      params: { code: request.code, max: work.services.config.policy.maxUnits },
    });
  }
};

const replyStatus = async (
  work: UnitOfWork,
  from: Person['phone'],
  requests: Request[],
): Promise<void> => {
  for (const request of requests) await replyStatusOf(work, request);
  if (requests.length > 0) return;
  const pledged = await findHeldPledge(work, await work.person(from));
  if (!pledged && (await replyToContact(work, from, { asks: true }))) return;
  work.reply(pledged ? pledgeStatus(pledged) : { key: 'statusNone', params: {} });
};

/**
 * The person whose number a family gave us hears how it stands. One who asks for that (`asks`) has to do with it, and
 * hears of the donors too.
 */
export const replyToContact = async (
  work: UnitOfWork,
  from: Person['phone'],
  { asks = false } = {},
): Promise<boolean> => {
  const requests = (await listOpenRequests(work)).filter(({ contact }) => contact === from);
  for (const request of requests) {
    work.reply(await statusMessage(work, request));
    if (asks && !request.contactAsked) work.put({ ...request, contactAsked: true });
  }
  return requests.length > 0;
};

/** How it stands, and who is on the way: for the family alone. */
export const replyStatusOf = async (work: UnitOfWork, request: Request): Promise<void> => {
  work.reply(await statusMessage(work, request));
  for (const { donor, state, arriveBy, ownTime, arrivedAt } of request.pledges) {
    if (state !== 'confirmed' || !donor || arriveBy === undefined || arrivedAt !== undefined)
      continue;
    const phone = donor.sharing !== 'bridge' && { phone: donor.phone };
    const params = {
      code: request.code,
      donor: donor.name,
      ...agreedTime(request, { arriveBy, ownTime }),
      ...phone,
    };
    work.reply({ key: 'statusDonor', params });
  }
};

/** The status message of one open request, for its family. */
export const statusMessage = async (work: UnitOfWork, request: Request): Promise<Message> => {
  switch (request.phase.type) {
    case 'verifying':
      return {
        key: (request.phase.repeats ?? 0) > 0 ? 'requestUnchecked' : 'statusVerifying',
        params: { code: request.code },
      };
    case 'searching': {
      const file = await work.services.store.alertedRequest(request.id);
      const { asked } = countAsked(file?.alerts ?? []);
      // "We are about to ask" is not true when there was no one to ask.
      const nobody = asked === 0 && request.phase.exhausted && ({ nobody: true } as const);
      return { key: 'statusSearching', params: { ...progressParams(request), asked, ...nobody } };
    }
    case 'covered': {
      const next = nextDay(request);
      const params = progressParams(request);
      return next
        ? { key: 'dayAhead', params: { ...params, neededBy: next.neededBy } }
        : { key: 'statusCovered', params };
    }
    case 'fulfilled':
    case 'closed':
      return { key: 'statusCovered', params: progressParams(request) };
  }
};
