import type { CallContext } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { nextVerification, ownRequest } from '../landing-screen.ts';
import { goTo, type MenuAction, notUnderstood, run, runCommand } from '../menu-action.ts';

const refusals = { 1: 'no-paper', 2: 'not-needed', 3: 'not-true' } as const;

/** Screens about one request: donors, families, volunteers. What is over meanwhile is looked at anew. */
export const handleRequestKey = (
  state: CallState,
  keys: string,
  scene: CallContext,
): MenuAction | undefined => {
  if (!('requestId' in state)) return undefined;
  const { request, caller } = scene;
  if (!request) return goTo('home');
  const { code, id: requestId } = request;
  const key = Number(keys);
  const connect: MenuAction = run({ type: 'connect', requestId, donor: 0 });
  const other = goTo(whatElse(state, scene));
  switch (state.at) {
    case 'alert':
      return {
        1: runCommand({ type: 'answer', digit: 1, code }),
        2: runCommand({ type: 'answer', digit: 2, code }),
        5: other,
      }[key];
    case 'visit':
      return key === 5 && state.about !== 'drop-reason'
        ? other
        : run({ type: 'visit', digit: key });
    case 'pledge': {
      const drop = runCommand({ type: 'drop', code });
      if (caller.pledge?.state === 'standby') return { 2: drop, 5: other }[key];
      return { 1: connect, 2: drop, 3: runCommand({ type: 'done', code }), 5: other }[key];
    }
    case 'request':
      return {
        1:
          [notUnderstood, connect][countConfirmed(scene)] ??
          goTo({ at: 'request-donor', requestId }),
        2: goTo({ at: 'request-more', requestId }),
        3: runCommand({ type: 'done', code }),
        4: goTo({ at: 'request-close', requestId }),
        5: other,
        6: goTo(ownRequest(caller, [...state.passed, requestId]) ?? 'home'),
      }[key];
    case 'request-more':
      return /^[1-9]$/.test(keys) ? runCommand({ type: 'more', units: key, code }) : undefined;
    case 'request-close':
      return { 1: runCommand({ type: 'close', code }), 2: goTo('home') }[key];
    case 'request-donor':
      return key >= 1 && key <= countConfirmed(scene)
        ? run({ type: 'connect', requestId, donor: key - 1 })
        : undefined;
    case 'verify':
      return {
        1: runCommand({ type: 'ok', code }),
        2: goTo({ at: 'verify-reason', requestId }),
        3: connect,
        4: goTo(nextVerification(caller, [...state.passed, requestId]) ?? whatElse(state, scene), [
          ...(caller.waiting.length > state.passed.length + 1
            ? []
            : [{ key: 'verifyNoMore' as const, params: {} }]),
        ]),
        5: other,
      }[key];
    case 'verify-reason': {
      const why =
        key === 1 ? refusals[1] : key === 2 ? refusals[2] : key === 3 ? refusals[3] : undefined;
      if (key === 4) return goTo({ at: 'verify-reason-said', requestId });
      return why ? run({ type: 'refuse', why }) : undefined;
    }
    default:
      return undefined;
  }
};

/** 5: whoever is several at once (donor, volunteer, family) comes to the next of these, then to the main menu. */
const whatElse = (state: CallState, { caller }: CallContext): CallState => {
  const waits = state.at === 'verify' ? undefined : nextVerification(caller, []);
  const own = ownRequest(caller, []);
  return (state.at === 'request' ? undefined : (waits ?? own)) ?? { at: 'menu' };
};

export const countConfirmed = ({ request }: Pick<CallContext, 'request'>): number =>
  request?.pledges.filter((p) => p.state === 'confirmed' && p.donor).length ?? 0;
