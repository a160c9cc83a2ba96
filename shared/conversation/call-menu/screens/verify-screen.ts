import { verificationMessage } from '../../../request/request-messages.ts';
import { nextOpenItem, nextVerification } from '../landing-screen.ts';
import { goTo, type MenuAction, run } from '../menu-action.ts';
import { aboutRequest, ask, oneKey, record, type Screens } from './define-screen.ts';
import { hospitalLines } from './donor-screen.ts';

/* The screens of a volunteer: the requests that wait for verification, one by one. */

/** Hangs up first: a forger's own phone does not ring. */
const callMe: MenuAction = {
  ...run({ type: 'call-me' }, { at: 'ended' }),
  say: [{ key: 'callBackSoon', params: {} }],
};

const refusals = ['no-paper', 'not-needed', 'not-true'] as const;

export const verifyScreens: Screens<
  'verify-code' | 'verify' | 'verify-reason' | 'verify-reason-said'
> = {
  'verify-code': {
    render: (_, { caller }) => ({
      say: [{ key: 'verifyCode', params: {} }],
      listen: { type: 'keys', most: caller.codeLength },
    }),
    handleKey: (state, keys, { caller }) => {
      if (keys === '1') return callMe;
      if (keys === '5') return goTo(nextOpenItem(state, caller));
      return keys.length >= 4 ? run({ type: 'prove', code: keys }) : undefined;
    },
  },
  verify: aboutRequest({
    // What is needed, then the names as the family said them, then the keys.
    render: ({ passed }, { request, caller }) => {
      if (!request.requester) return undefined;
      const { patient, attendant } = request.spoken ?? {};
      const names = [patient, attendant].filter((id) => id !== undefined);
      const more = nextVerification(caller, [...passed, request.id]) !== undefined;
      return {
        say: [
          verificationMessage(request, request.requester),
          ...hospitalLines(request),
          ...(names.length > 0 ? [{ key: 'hearNames' as const, params: {} }] : []),
          ...names.map((recording) => ({ recording })),
          { key: 'verifyKeys', params: { more } },
        ],
        listen: oneKey,
      };
    },
    handleKey: (state, keys, { caller, request: { id: requestId } }) => {
      const other = nextOpenItem(state, caller);
      const isLast = caller.waiting.length <= state.passed.length + 1;
      return {
        1: run({ type: 'verify' }),
        2: goTo({ at: 'verify-reason', requestId }),
        3: run({ type: 'connect', requestId, donor: 0 }),
        4: goTo(
          nextVerification(caller, [...state.passed, requestId]) ?? other,
          isLast ? [{ key: 'verifyNoMore', params: {} }] : [],
        ),
        5: goTo(other),
      }[Number(keys)];
    },
  }),
  'verify-reason': aboutRequest({
    render: ask({ key: 'verifyReason', params: {} }),
    handleKey: (_, keys, { request: { id: requestId } }) => {
      if (Number(keys) === 4) return goTo({ at: 'verify-reason-said', requestId });
      const why = refusals[Number(keys) - 1];
      return why && run({ type: 'refuse', why });
    },
  }),
  'verify-reason-said': {
    render: (_, { request }) =>
      request && record({ key: 'verifyReasonSay', params: {} }, 'message')(),
    handleRecording: ({ requestId }, isRecorded, { request }) => {
      if (isRecorded) return run({ type: 'keep-recording' });
      return goTo(request ? { at: 'verify-reason', requestId } : 'home');
    },
  },
};
