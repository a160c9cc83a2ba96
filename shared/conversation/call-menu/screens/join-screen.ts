import type { Sex } from '../../../people/donor.ts';
import type { JoinDraft } from '../../../people/drafts.ts';
import { pinSchema } from '../../../places/place.ts';
import { toCalendar } from '../../../terms/time.ts';
import { parseBirthYear } from '../../dialogues/parse-birth-year.ts';
import { parseDay } from '../../parse/parse-day.ts';
import type { CallContext } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { goTo, type MenuAction, run } from '../menu-action.ts';
import { askRh, bloodGroupFromKeys, groupUnknown, rhFromKey } from './blood-group-keys.ts';
import { ask, oneKey, record, type Screens, saveRecorded } from './define-screen.ts';
import { checkPin, pinUnknown } from './pin-keys.ts';

/* A new donor registers key by key. Consent comes first, as by text (DPDP Act, docs/facts.md#law). */

/** The next thing to ask; the last donation when all else is known. */

export const joinState = (draft: JoinDraft): CallState => {
  if (!draft.agreed) return { at: 'join-consent' };
  if (!draft.group) return { at: 'join-group' };
  if (!draft.pin) return { at: 'join-pin' };
  if (draft.name === undefined) return { at: 'join-name' };
  if (!draft.sex) return { at: 'join-sex' };
  return draft.birthYear ? { at: 'join-last' } : { at: 'join-born' };
};

const add = (more: JoinDraft, { caller }: CallContext): MenuAction =>
  run({ type: 'tell-join', draft: { ...caller.joinDraft, ...more } });

const sexes: readonly Sex[] = ['woman', 'man', 'other'];

export const joinScreens: Screens<
  | 'join-consent'
  | 'join-group'
  | 'join-rh'
  | 'join-pin'
  | 'join-pin-check'
  | 'join-name'
  | 'join-sex'
  | 'join-born'
  | 'join-last'
  | 'join-last-date'
> = {
  'join-consent': {
    // The notice is long: its keys are named before it too.
    render: () => ({
      say: [
        { key: 'joinFirst', params: {} },
        { key: 'joinNotice', params: {} },
      ],
      listen: oneKey,
    }),
    handleKey: (_, keys, context) => {
      if (keys === '1') return add({ agreed: true }, context);
      return keys === '2' ? run({ type: 'decline-join' }, { at: 'menu' }) : undefined;
    },
  },
  'join-group': {
    render: ask({ key: 'joinGroup', params: {} }),
    handleKey: (_, keys, context) => {
      const answer = bloodGroupFromKeys(keys);
      if (answer === 'unknown') return groupUnknown;
      if (!answer) return undefined;
      return 'group' in answer ? add(answer, context) : goTo({ at: 'join-rh', abo: answer.abo });
    },
  },
  'join-rh': {
    goBack: () => goTo({ at: 'join-group' }),
    render: ({ abo }) => askRh(abo),
    handleKey: ({ abo }, keys, context) => {
      const group = rhFromKey(abo, keys);
      return group && add({ group }, context);
    },
  },
  'join-pin': {
    render: ask({ key: 'joinPin', params: {} }, 6),
    takesNine: true,
    handleKey: (_, keys, { gazetteer }) => {
      const pin = pinSchema.safeParse(keys);
      return pin.success && gazetteer.placeOfPin(pin.data)
        ? goTo({ at: 'join-pin-check', pin: pin.data })
        : pinUnknown;
    },
  },
  'join-pin-check': {
    render: ({ pin }, { gazetteer }) => checkPin(pin, gazetteer),
    handleKey: ({ pin }, keys, context) => {
      if (keys === '1') return add({ pin }, context);
      return keys === '2' ? goTo({ at: 'join-pin' }) : undefined;
    },
  },
  'join-name': {
    render: record({ key: 'joinName', params: {} }, 'name'),
    handleRecording: saveRecorded,
  },
  'join-sex': {
    render: ask({ key: 'joinSex', params: {} }),
    handleKey: (_, keys, context) => {
      const sex = sexes[Number(keys) - 1];
      return sex && add({ sex }, context);
    },
  },
  'join-born': {
    render: ask({ key: 'joinBorn', params: {} }, 2),
    takesNine: true,
    // People know their age, and it is two keys. The year may be one too late: the doctor asks again.
    handleKey: (_, keys, context) => {
      const { year } = toCalendar(context.now);
      const birthYear = /^\d{2}$/.test(keys)
        ? parseBirthYear(String(year - Number(keys)), context.now)
        : undefined;
      return birthYear ? add({ birthYear }, context) : undefined;
    },
  },
  'join-last': {
    render: ask({ key: 'joinLast', params: {} }),
    handleKey: (_, keys, context) => {
      if (keys === '1') return add({ lastDonation: null }, context);
      return keys === '2' ? goTo({ at: 'join-last-date' }) : undefined;
    },
  },
  'join-last-date': {
    render: ask({ key: 'joinLastDate', params: {} }, 4),
    takesNine: true,
    handleKey: (_, keys, context) => {
      const day = dayFromKeys(keys, context);
      return day && add({ lastDonation: day }, context);
    },
  },
};

/** Day and month in four digits: 0510 is the last fifth of October. */
export const dayFromKeys = (keys: string, { now }: Pick<CallContext, 'now'>) =>
  /^\d{4}$/.test(keys) ? parseDay(`${keys.slice(0, 2)}/${keys.slice(2)}`, now) : undefined;
