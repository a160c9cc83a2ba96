import type { JoinDraft, Sex } from '../../../people/person.ts';
import { pinSchema } from '../../../places/place.ts';
import { parseBirthYear } from '../../dialogues/parse-birth-year.ts';
import { parseDay } from '../../parse/parse-day.ts';
import type { CallContext } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { goTo, type MenuAction, notUnderstood, run } from '../menu-action.ts';
import { bloodGroupFromKeys, rhFromKey } from './blood-group-keys.ts';

/* Somebody who wants to give registers key by key; consent first, as by text (DPDP Act, FACTS §4). */

export const joinState = (draft: JoinDraft): CallState => {
  if (!draft.agreed) return { at: 'join-consent' };
  if (!draft.group) return { at: 'join-group' };
  if (!draft.pin) return { at: 'join-pin' };
  if (draft.name === undefined) return { at: 'join-name' };
  if (!draft.sex) return { at: 'join-sex' };
  return draft.birthYear ? { at: 'join-last' } : { at: 'join-born' };
};

const tell = (draft: JoinDraft): MenuAction => run({ type: 'tell-join', draft });

const sexes: readonly Sex[] = ['woman', 'man', 'other'];

/** What a key means while somebody registers. Undefined: the state is none of these. */
export const handleJoinKey = (
  state: CallState,
  keys: string,
  scene: CallContext,
): MenuAction | undefined => {
  const { gazetteer, caller, now } = scene;
  const add = (more: JoinDraft): MenuAction => tell({ ...caller.joinDraft, ...more });
  switch (state.at) {
    case 'join-consent':
      if (keys === '1') return add({ agreed: true });
      return keys === '2' ? run({ type: 'decline-join' }, { at: 'menu' }) : notUnderstood;
    case 'join-group': {
      const heard = bloodGroupFromKeys(keys);
      if (heard === 'unknown')
        return { type: 'unclear', say: [{ key: 'needGroupUnknown', params: {} }] };
      if (!heard) return notUnderstood;
      return 'group' in heard ? add(heard) : goTo({ at: 'join-rh', abo: heard.abo });
    }
    case 'join-rh': {
      const group = rhFromKey(state.abo, keys);
      return group ? add({ group }) : notUnderstood;
    }
    case 'join-pin': {
      const pin = pinSchema.safeParse(keys);
      return pin.success && gazetteer.placeOfPin(pin.data)
        ? goTo({ at: 'join-pin-check', pin: pin.data })
        : { type: 'unclear', say: [{ key: 'pinUnknown', params: {} }] };
    }
    case 'join-pin-check':
      if (keys === '1') return add({ pin: state.pin });
      return keys === '2' ? goTo({ at: 'join-pin' }) : notUnderstood;
    case 'join-sex': {
      const sex = sexes[Number(keys) - 1];
      return sex ? add({ sex }) : notUnderstood;
    }
    case 'join-born': {
      const birthYear = /^\d{4}$/.test(keys) ? parseBirthYear(keys, now) : undefined;
      return birthYear ? add({ birthYear }) : notUnderstood;
    }
    case 'join-last':
      if (keys === '1') return add({ lastDonation: null });
      return keys === '2' ? goTo({ at: 'join-last-date' }) : notUnderstood;
    case 'join-last-date': {
      const day = dayFromKeys(keys, scene);
      return day ? add({ lastDonation: day }) : notUnderstood;
    }
    default:
      return undefined;
  }
};

/** Day and month in four digits: 0510 is the fifth of October that lies behind us. */
export const dayFromKeys = (keys: string, { now }: Pick<CallContext, 'now'>) =>
  /^\d{4}$/.test(keys) ? parseDay(`${keys.slice(0, 2)}/${keys.slice(2)}`, now) : undefined;
