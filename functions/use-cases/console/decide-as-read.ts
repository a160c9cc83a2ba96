import type { Person } from '#shared/people/person.ts';
import type { RefusalReason } from '#shared/request/commands.ts';
import { isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { AlertId, RequestId } from '#shared/terms/ids.ts';
import { mayRing, queueRing } from '../calls/rings/ring-for-volunteer.ts';
import { addUnits } from '../requests/family-commands.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { verifyByProof } from '../volunteers/verify-request.ts';

/* What a volunteer decides in the console: the same commands as by text, for the request as it was read. */

export type ConsoleAct =
  | { type: 'verify' }
  | { type: 'refuse'; why?: RefusalReason | undefined }
  | { type: 'unreachable' }
  /** A verified request turns out to be untrue. */
  | { type: 'stop'; why?: RefusalReason | undefined }
  | { type: 'more'; units: number }
  /** The volunteer's phone rings, and is connected with the family or the donor of this alert. */
  | { type: 'ring'; alertId?: AlertId | undefined };

/** The request as its reader saw it. */
export type ReadRequest = { requestId: RequestId; version: number };

/**
 * Why nothing was done. `settled`: another person decided first. `changed`: something else has happened since the page
 * was loaded.
 */
export type NotDone = 'settled' | 'changed' | 'off-duty' | 'not-yours' | 'not-callable';

/** Whose requests a volunteer sees: those of the own zone and those they were asked for or checked; a coordinator all. */
export const maySeeRequest = (
  { volunteer, phone }: Person,
  { place, phase, verifiedBy }: Request,
): boolean =>
  volunteer !== undefined &&
  (volunteer.role === 'coordinator' ||
    volunteer.zone === place.zone ||
    verifiedBy === phone ||
    (phase.type === 'verifying' && phase.asked.includes(phone)));

/** True while this volunteer may stop a verified request or add units to one. */
export const mayChangeVerified = (
  { volunteer, phone }: Person,
  { phase, verifiedBy, requester }: Request,
): boolean =>
  (phase.type === 'searching' || phase.type === 'covered') &&
  phone !== requester &&
  (volunteer?.role === 'coordinator' || verifiedBy === phone);

type ActOf = { [A in ConsoleAct as A['type']]: A };
type Acts = {
  [T in keyof ActOf]: {
    /** False once another decision has made the act pointless. */
    isOpen(request: Request): boolean;
    may(person: Person, request: Request): boolean;
    /** A call decides nothing, so it may also follow from an older page. */
    decidesNothing?: true;
    run(
      work: UnitOfWork,
      from: Person['phone'],
      request: Request,
      act: ActOf[T],
    ): Promise<NotDone | undefined>;
  };
};

const giveVerdict = async (...given: Parameters<typeof verifyByProof>): Promise<undefined> => {
  await verifyByProof(...given);
  return undefined;
};

/** As the same need it is refused only while another request for that need is open. */
const refuse = async (
  work: UnitOfWork,
  from: Person['phone'],
  request: Request,
  { why }: { why?: RefusalReason | undefined },
): Promise<NotDone | undefined> => {
  await giveVerdict(work, from, request, { type: 'no', why });
  return why === 'same' && work.pending(request) === request ? 'changed' : undefined;
};

const isWaiting = ({ phase }: Request): boolean => phase.type === 'verifying';
const anyReader = (): boolean => true;

const acts: Acts = {
  verify: {
    isOpen: isWaiting,
    may: anyReader,
    run: (work, from, request) => giveVerdict(work, from, request, { type: 'ok' }),
  },
  refuse: {
    isOpen: isWaiting,
    may: anyReader,
    run: refuse,
  },
  unreachable: {
    isOpen: isWaiting,
    may: anyReader,
    run: (work, from, request) =>
      giveVerdict(work, from, request, { type: 'no', notReached: true, missed: true }),
  },
  stop: {
    isOpen: (request) => !isClosed(request),
    may: mayChangeVerified,
    run: refuse,
  },
  more: {
    isOpen: (request) => !isClosed(request),
    may: mayChangeVerified,
    run: async (work, from, request, { units }) => {
      await addUnits(work, request, units);
      if (work.pending(request) !== request)
        work.audit({ what: 'units-added', who: from, facts: { code: request.code, units } });
      return undefined;
    },
  },
  ring: {
    isOpen: (request) => !isClosed(request),
    may: mayRing,
    decidesNothing: true,
    run: async (work, from, request, act) =>
      (await queueRing(work, await work.person(from), request, act)) ? undefined : 'not-callable',
  },
};

/**
 * Runs an act on a request as it was read. The first of two who decide at the same moment is obeyed; for the other the
 * version has moved on, whether the first came from the console, by text or by a call.
 */
export const decideAsRead = async <T extends keyof ActOf>(
  work: UnitOfWork,
  from: Person['phone'],
  { requestId, version }: ReadRequest,
  act: ActOf[T] & { type: T },
): Promise<NotDone | undefined> => {
  const [person, request] = await Promise.all([work.person(from), work.request(requestId)]);
  if (!request || !maySeeRequest(person, request)) return 'not-yours';
  const { isOpen, may, run, decidesNothing = false } = acts[act.type];
  if (!isOpen(request)) return 'settled';
  if (!decidesNothing && request.version !== version) return 'changed';
  if (!person.volunteer?.onDuty) return 'off-duty';
  if (!may(person, request)) return 'not-yours';
  return run(work, from, request, act);
};
