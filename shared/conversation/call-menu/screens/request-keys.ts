import type { Scene } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { ownRequest, toVerify } from '../landing-screen.ts';
import { act, go, type Meant, obey, unclear } from '../menu-action.ts';

const refusals = { 1: 'no-paper', 2: 'not-needed', 3: 'not-true' } as const;

/** Screens about one request: donors, families, volunteers. What is over meanwhile is looked at anew. */
export const hearRequestKey = (state: CallState, keys: string, scene: Scene): Meant | undefined => {
  if (!('requestId' in state)) return undefined;
  const { request, caller } = scene;
  if (!request) return go('home');
  const { code, id: requestId } = request;
  const key = Number(keys);
  const connect: Meant = act({ type: 'connect', requestId, donor: 0 });
  const other = go(whatElse(state, scene));
  switch (state.at) {
    case 'alert':
      return {
        1: obey({ type: 'answer', digit: 1, code }),
        2: obey({ type: 'answer', digit: 2, code }),
        5: other,
      }[key];
    case 'visit':
      return key === 5 && state.about !== 'drop-reason'
        ? other
        : act({ type: 'visit', digit: key });
    case 'pledge': {
      const drop = obey({ type: 'drop', code });
      if (caller.pledge?.state === 'standby') return { 2: drop, 5: other }[key];
      return { 1: connect, 2: drop, 3: obey({ type: 'done', code }), 5: other }[key];
    }
    case 'request':
      return {
        1: [unclear, connect][donorsComing(scene)] ?? go({ at: 'request-donor', requestId }),
        2: go({ at: 'request-more', requestId }),
        3: obey({ type: 'done', code }),
        4: go({ at: 'request-close', requestId }),
        5: other,
        6: go(ownRequest(caller, [...state.passed, requestId]) ?? 'home'),
      }[key];
    case 'request-more':
      return /^[1-9]$/.test(keys) ? obey({ type: 'more', units: key, code }) : undefined;
    case 'request-close':
      return { 1: obey({ type: 'close', code }), 2: go('home') }[key];
    case 'request-donor':
      return key >= 1 && key <= donorsComing(scene)
        ? act({ type: 'connect', requestId, donor: key - 1 })
        : undefined;
    case 'verify':
      return {
        1: obey({ type: 'ok', code }),
        2: go({ at: 'verify-reason', requestId }),
        3: connect,
        4: go(toVerify(caller, [...state.passed, requestId]) ?? whatElse(state, scene), [
          ...(caller.waiting.length > state.passed.length + 1
            ? []
            : [{ key: 'verifyNoMore' as const, params: {} }]),
        ]),
        5: other,
      }[key];
    case 'verify-reason': {
      const why =
        key === 1 ? refusals[1] : key === 2 ? refusals[2] : key === 3 ? refusals[3] : undefined;
      if (key === 4) return go({ at: 'verify-reason-said', requestId });
      return why ? act({ type: 'refuse', why }) : undefined;
    }
    default:
      return undefined;
  }
};

/** 5: whoever is several at once (donor, volunteer, family) comes to the next of these, then to the main menu. */
const whatElse = (state: CallState, { caller }: Scene): CallState => {
  const waits = state.at === 'verify' ? undefined : toVerify(caller, []);
  const own = ownRequest(caller, []);
  return (state.at === 'request' ? undefined : (waits ?? own)) ?? { at: 'menu' };
};

export const donorsComing = ({ request }: Pick<Scene, 'request'>): number =>
  request?.pledges.filter((p) => p.state === 'confirmed' && p.donor).length ?? 0;
