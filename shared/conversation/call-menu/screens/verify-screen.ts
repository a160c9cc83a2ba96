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
  'verify-code' | 'verify' | 'verify-reason' | 'verify-reason-said' | 'caller-waits'
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
          { key: 'verifyKeys', params: { more, unplaced: request.unplaced ?? false } },
        ],
        listen: oneKey,
      };
    },
    handleKey: (state, keys, { caller, request: { id: requestId, unplaced } }) => {
      const other = nextOpenItem(state, caller);
      const isLast = caller.waiting.length <= state.passed.length + 1;
      const talk = run({ type: 'connect', requestId, donor: 0 });
      return {
        // A family that has not said where is called first, and its answer keyed in.
        1: unplaced ? talk : run({ type: 'verify' }),
        2: goTo({ at: 'verify-reason', requestId }),
        3: unplaced ? goTo({ at: 'fill-pin', requestId }) : talk,
        4: goTo(
          nextVerification(caller, [...state.passed, requestId]) ?? other,
          isLast ? [{ key: 'verifyNoMore', params: {} }] : [],
        ),
        5: goTo(other),
      }[Number(keys)];
    },
  }),
  'caller-waits': {
    render: (_, { waiting }) => waiting && { say: [waiting], listen: oneKey },
    handleKey: ({ callId }, keys) =>
      ({ 1: run({ type: 'call-caller', callId }), 2: goTo('home') })[Number(keys)],
  },
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
