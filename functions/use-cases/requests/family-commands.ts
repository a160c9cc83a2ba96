import type { TextCommand } from '#shared/conversation/commands/parse-command.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { progressParams } from '#shared/request/request-messages.ts';
import { heldPledge, pledgeStatus } from '../pledges/pledges.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { dropDraft } from './request-intake.ts';

type Follow = Extract<TextCommand, { type: 'status' | 'close' | 'more' }>;

/** STATUS, CLOSE, MORE 2 from the family. */
export const runFamilyCommand = async (
  turn: UnitOfWork,
  from: Person['phone'],
  command: Follow,
): Promise<void> => {
  const requests = await ownRequests(turn, from, command.code);
  if (command.type === 'status') return sayStatus(turn, from, requests);
  const isBareClose = command.type === 'close' && command.code === undefined;
  if (isBareClose && (await dropDraft(turn, from))) return;
  const [request] = requests;
  // A donor's "request cancel karo": what they have promised, and DROP.
  if (!request) return sayStatus(turn, from, []);
  if (requests.length > 1) {
    return turn.reply({ key: 'whichRequest', params: { codes: requests.map((r) => r.code) } });
  }
  await (command.type === 'close'
    ? closeRequest(turn, request)
    : addUnits(turn, request, command.units ?? 1));
};

/** Open requests of this family, as this turn leaves them. */
export const ownRequests = async (
  turn: UnitOfWork,
  from: Person['phone'],
  code?: string,
): Promise<Request[]> => {
  const person = await turn.person(from);
  const refs = person.requests.filter((r) => r.open && (code === undefined || r.code === code));
  const found = await Promise.all(refs.map((r) => turn.request(r.requestId)));
  return found.filter((r) => r !== undefined).filter((r) => !isClosed(r));
};

const closeRequest = async (turn: UnitOfWork, request: Request): Promise<void> => {
  await turn.decide(request, { type: 'close' });
};

const addUnits = async (turn: UnitOfWork, request: Request, units: number): Promise<void> => {
  const result = await turn.decide(request, { type: 'add-units', units });
  if (typeof result === 'string') {
    turn.reply({
      key: 'unitsNotAdded',
      params: { code: request.code, max: turn.services.config.policy.maxUnits },
    });
  }
};

const sayStatus = async (
  turn: UnitOfWork,
  from: Person['phone'],
  requests: Request[],
): Promise<void> => {
  for (const request of requests) turn.reply(await statusOf(turn, request));
  if (requests.length > 0) return;
  const pledged = await heldPledge(turn, await turn.person(from));
  turn.reply(pledged ? pledgeStatus(pledged) : { key: 'statusNone', params: {} });
};

/** How one open request stands, for its family. */
export const statusOf = async (turn: UnitOfWork, request: Request): Promise<Message> => {
  switch (request.phase.type) {
    case 'verifying':
      return { key: 'statusVerifying', params: { code: request.code } };
    case 'searching': {
      const file = await turn.services.store.requestFile(request.id);
      return {
        key: 'statusSearching',
        params: { ...progressParams(request), asked: file?.alerts.length ?? 0 },
      };
    }
    case 'covered':
    case 'fulfilled':
    case 'closed':
      return { key: 'statusCovered', params: progressParams(request) };
  }
};
