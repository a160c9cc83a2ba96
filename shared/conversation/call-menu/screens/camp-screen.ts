import { type BackReason, backReasons } from '../../../camp/seat.ts';
import { seatNumberSchema } from '../../../terms/ids.ts';
import { nextOpenItem } from '../landing-screen.ts';
import { goTo, type MenuAction, run } from '../menu-action.ts';
import { ask, oneKey, type Screens } from './define-screen.ts';

/* Camps: the invitation and the half hour of a donor, and the door for its volunteers. */

const backBecause = (reason: BackReason | undefined): MenuAction | undefined =>
  reason && run({ type: 'door-record', what: 'back', reason });

export const campScreens: Screens<
  'camp-invite' | 'camp-times' | 'camp-seat' | 'door' | 'door-entry' | 'door-back'
> = {
  'camp-invite': {
    render: (_, { camp }) => camp && { say: [camp], listen: oneKey },
    handleKey: (state, keys, { caller }) =>
      ({
        1: run({ type: 'camp-answer', digit: 1 }),
        2: run({ type: 'camp-answer', digit: 2 }),
        5: goTo(nextOpenItem(state, caller)),
      })[Number(keys)],
  },
  'camp-times': {
    render: (_, { camp }) => camp && { say: [camp], listen: oneKey },
    handleKey: ({ times }, keys) => {
      const digit = Number(keys);
      const isOffered = digit >= 1 && digit <= times.length;
      return isOffered || digit === noneOfThem ? run({ type: 'camp-answer', digit }) : undefined;
    },
  },
  'camp-seat': {
    render: (_, { camp }) =>
      camp && { say: [camp, { key: 'campSeatKeys', params: {} }], listen: oneKey },
    handleKey: (state, keys, { caller }) =>
      ({ 2: run({ type: 'camp-leave' }), 5: goTo(nextOpenItem(state, caller)) })[Number(keys)],
  },
  door: {
    render: ask({ key: 'campDoorAsk', params: {} }, 4),
    handleKey: (state, keys, { caller }) => {
      if (keys === '5') return goTo(nextOpenItem(state, caller));
      const seat = seatNumberSchema.safeParse(keys).data;
      return seat && run({ type: 'door-find', seat });
    },
  },
  'door-entry': {
    render: (_, { camp }) => camp && { say: [camp], listen: oneKey },
    handleKey: ({ campId, seat }, keys) =>
      ({
        1: run({ type: 'door-record', what: 'in' }),
        2: run({ type: 'door-record', what: 'gave' }),
        3: goTo({ at: 'door-back', campId, seat }),
        5: goTo({ at: 'door' }),
      })[Number(keys)],
    goBack: () => goTo({ at: 'door' }),
  },
  'door-back': {
    render: (_, { camp }) =>
      camp && { say: [{ key: 'campBackReason', params: {} }], listen: oneKey },
    handleKey: (_, keys) => backBecause(backReasons[Number(keys) - 1]),
    goBack: () => goTo({ at: 'door' }),
  },
};

/** No half hour on offer fits: the donor waits for another. */
const noneOfThem = 4;
