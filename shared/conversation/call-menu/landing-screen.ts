import type { RequestId } from '../../terms/ids.ts';
import type { CallContext, Caller } from './call-context.ts';
import type { CallState } from './call-state.ts';
import { intakeState } from './intake-draft.ts';
import { joinState } from './screens/join-screen.ts';

/** Where a call begins and comes back to: the caller's most urgent open item, or the main menu. */
export const landingScreen = (context: Pick<CallContext, 'caller' | 'gazetteer'>): CallState => {
  const { caller } = context;
  if (!caller.language) return { at: 'language' };
  if (caller.alert) return { at: 'alert', ...caller.alert };
  if (caller.visit) return { at: 'visit', ...caller.visit };
  if (caller.pledge) return { at: 'pledge', requestId: caller.pledge.requestId };
  return (
    nextVerification(caller, []) ??
    draftState(context) ??
    ownRequest(caller, []) ??
    storyState(caller) ??
    campState(caller) ?? { at: 'menu' }
  );
};

/**
 * The first waiting request that this volunteer has not passed over. Caller ids are easily forged, so a caller says
 * a code of their own before hearing anything of a request.
 */
export const nextVerification = (caller: Caller, passed: RequestId[]): CallState | undefined => {
  const requestId = caller.waiting.find((id) => !passed.includes(id));
  if (requestId && !caller.isProven) return { at: 'verify-code' };
  return requestId && { at: 'verify', requestId, passed };
};

/** The first open request of this family that it has not passed over. */
export const ownRequest = (caller: Caller, passed: RequestId[]): CallState | undefined => {
  const requestId = caller.requests.find((id) => !passed.includes(id));
  return requestId && { at: 'request', requestId, passed };
};

const storyState = ({ story }: Caller): CallState | undefined => story && { at: story };

/** The door of today's camp for its volunteer; for a donor, the camp to which they are invited or expected. */
const campState = (caller: Caller): CallState | undefined =>
  caller.atDoor ? { at: 'door' } : ownCamp(caller);
const ownCamp = ({ camp }: Caller): CallState | undefined => camp;

/** Where 5 leads a caller with several roles (donor, volunteer, family): to the next of these, then to the main menu. */
export const nextOpenItem = ({ at }: CallState, caller: Caller): CallState => {
  if (at === 'camp-invite' || at === 'camp-seat') return { at: 'menu' };
  if (at === 'door') return ownCamp(caller) ?? { at: 'menu' };
  if (at === 'story-ask' || at === 'story-show') return campState(caller) ?? { at: 'menu' };
  if (at === 'request') return campState(caller) ?? { at: 'menu' };
  const isVerifying = at === 'verify' || at === 'verify-code';
  const verification = isVerifying ? undefined : nextVerification(caller, []);
  return verification ?? ownRequest(caller, []) ?? campState(caller) ?? { at: 'menu' };
};

const draftState = ({
  caller,
  gazetteer,
}: Pick<CallContext, 'caller' | 'gazetteer'>): CallState | undefined => {
  if (caller.drafting === 'need') return intakeState(caller.needDraft, gazetteer);
  return caller.drafting === 'join' ? joinState(caller.joinDraft) : undefined;
};
