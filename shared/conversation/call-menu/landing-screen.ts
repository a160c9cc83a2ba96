import type { RequestId } from '../../terms/request-code.ts';
import type { CallContext, Caller } from './call-context.ts';
import type { CallState } from './call-state.ts';
import { joinState } from './screens/join-by-key.ts';
import { intakeState } from './screens/need-by-key.ts';

/** Where a call begins and comes back to: what is open for this caller, the most urgent first, else the main menu. */
export const landingScreen = (scene: Pick<CallContext, 'caller' | 'gazetteer'>): CallState => {
  const { caller } = scene;
  if (!caller.language) return { at: 'language' };
  if (caller.alert) return { at: 'alert', ...caller.alert };
  if (caller.visit) return { at: 'visit', ...caller.visit };
  if (caller.pledge) return { at: 'pledge', requestId: caller.pledge.requestId };
  return (
    nextVerification(caller, []) ?? halfTold(scene) ?? ownRequest(caller, []) ?? { at: 'menu' }
  );
};

/** The first request this volunteer has not gone on from. */
export const nextVerification = (caller: Caller, passed: RequestId[]): CallState | undefined => {
  const requestId = caller.waiting.find((id) => !passed.includes(id));
  return requestId && { at: 'verify', requestId, passed };
};

export const ownRequest = (caller: Caller, passed: RequestId[]): CallState | undefined => {
  const requestId = caller.requests.find((id) => !passed.includes(id));
  return requestId && { at: 'request', requestId, passed };
};

const halfTold = ({
  caller,
  gazetteer,
}: Pick<CallContext, 'caller' | 'gazetteer'>): CallState | undefined => {
  if (caller.telling === 'need') return intakeState(caller.needDraft, gazetteer);
  return caller.telling === 'join' ? joinState(caller.joinDraft) : undefined;
};
