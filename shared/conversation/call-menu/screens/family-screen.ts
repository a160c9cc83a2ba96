import { sameMoreAt } from '../../../request/corrections/more-again.ts';
import type { Request } from '../../../request/request.ts';
import type { RequestId } from '../../../terms/ids.ts';
import type { EpochMs } from '../../../terms/time.ts';
import type { Caller } from '../call-context.ts';
import { nextOpenItem, ownRequest } from '../landing-screen.ts';
import { goTo, type MenuAction, notUnderstood, run, runCommand } from '../menu-action.ts';
import { aboutRequest, ask, oneKey, type Screens } from './define-screen.ts';

/* The screens of a family with an open request. */

/** Both screens of an open request take all of them. */
const requestFromKey = (
  { passed }: { passed: RequestId[] },
  keys: string,
  { caller, request }: { caller: Caller; request: Request },
): MenuAction | undefined => {
  const { code, id: requestId } = request;
  return {
    1: connectDonor(request),
    2: goTo({ at: 'request-more', requestId }),
    3: runCommand({ type: 'done', code }),
    4: goTo({ at: 'request-close', requestId }),
    5: goTo(nextOpenItem({ at: 'request', requestId, passed }, caller)),
    6: goTo(ownRequest(caller, [...passed, requestId]) ?? 'home'),
    8: goTo({ at: 'request-other', requestId, passed }),
  }[Number(keys)];
};

export const familyScreens: Screens<
  | 'request'
  | 'request-other'
  | 'request-more'
  | 'request-more-again'
  | 'request-close'
  | 'request-donor'
> = {
  request: aboutRequest({
    render: ({ passed }, { caller, request, status }) => {
      const more = ownRequest(caller, [...passed, request.id]) !== undefined;
      return {
        say: [
          ...(status ? [status] : []),
          { key: 'requestKeys', params: { donors: donorNames(request).length, more } },
        ],
        listen: oneKey,
      };
    },
    handleKey: requestFromKey,
  }),
  'request-other': aboutRequest({
    render: ({ passed }, { caller, request }) => {
      const more = ownRequest(caller, [...passed, request.id]) !== undefined;
      return { say: [{ key: 'requestOther', params: { more } }], listen: oneKey };
    },
    handleKey: requestFromKey,
  }),
  'request-more': {
    ...aboutRequest({
      render: ask({ key: 'requestMore', params: {} }),
      handleKey: (_, keys, { request, now }) =>
        /^[1-9]$/.test(keys) ? askForMore(request, Number(keys), now) : undefined,
    }),
    takesNine: true,
  },
  'request-more-again': aboutRequest({
    render: ({ units: more }, { request: { units } }) => ({
      say: [{ key: 'requestMoreAgain', params: { more, units: units + more } }],
      listen: oneKey,
    }),
    handleKey: ({ units }, keys, { request: { code } }) =>
      ({
        1: runCommand({ type: 'more', units, code, again: true }),
        2: goTo('home'),
      })[Number(keys)],
  }),
  'request-close': aboutRequest({
    render: ask({ key: 'requestClose', params: {} }),
    handleKey: (_, keys) => ({ 1: run({ type: 'close' }), 2: goTo('home') })[Number(keys)],
  }),
  'request-donor': aboutRequest({
    render: (_, { request }) => ({
      say: [{ key: 'chooseDonor', params: { donors: donorNames(request) } }],
      listen: oneKey,
    }),
    handleKey: (_, keys, { request }) => {
      const key = Number(keys);
      return key >= 1 && key <= donorNames(request).length
        ? run({ type: 'connect', requestId: request.id, donor: key - 1 })
        : undefined;
    },
  }),
};

/** The same number of units again may be a repetition, so it is asked. */
const askForMore = (request: Request, units: number, now: EpochMs): MenuAction =>
  sameMoreAt(request, units, now) === undefined
    ? runCommand({ type: 'more', units, code: request.code })
    : goTo({ at: 'request-more-again', requestId: request.id, units });

/** The donors who are coming, in the order of the keys. */
const donorNames = ({ pledges }: Request): string[] =>
  pledges.filter((p) => p.state === 'confirmed').flatMap((p) => (p.donor ? [p.donor.name] : []));

/** One donor is connected at once; of several the family chooses one. */
const connectDonor = (request: Request): MenuAction => {
  const { id: requestId } = request;
  const count = donorNames(request).length;
  if (count === 0) return notUnderstood;
  return count === 1
    ? run({ type: 'connect', requestId, donor: 0 })
    : goTo({ at: 'request-donor', requestId });
};
