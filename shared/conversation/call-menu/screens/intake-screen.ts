import type { RequestDraft } from '../../../people/drafts.ts';
import type { Gazetteer } from '../../../places/gazetteer.ts';
import { completeDraft, summaryOf } from '../../dialogues/request-dialogue.ts';
import { parseNeededBy } from '../../parse/parse-needed-by.ts';
import type { CallContext } from '../call-context.ts';
import {
  chosenHospital,
  hospitalChoices,
  intakeState,
  neededInDays,
  withoutAnswer,
} from '../intake-draft.ts';
import { goTo, type MenuAction, notUnderstood, run, runCommand } from '../menu-action.ts';
import { askRh, bloodGroupFromKeys, groupUnknown, rhFromKey } from './blood-group-keys.ts';
import { ask, oneKey, record, type Screens, saveRecorded } from './define-screen.ts';
import { checkPin, pinUnknown } from './pin-keys.ts';

/* A family gives the details of its request, key by key. Texts fill the same draft. */

const save = (draft: RequestDraft, gazetteer: Gazetteer): MenuAction =>
  run({ type: 'tell-need', draft }, intakeState(draft, gazetteer));

const add = (more: RequestDraft, { caller, gazetteer }: CallContext): MenuAction =>
  save({ ...caller.needDraft, ...more }, gazetteer);

type FoundHospital = NonNullable<ReturnType<Gazetteer['find']>['hospital']>['value'];
const addFound = ({ hospital: { name: hospital }, place }: FoundHospital, context: CallContext) =>
  add({ hospital, place }, context);

/** What this key names is asked again. */
const askAgain = (keys: string, { caller, gazetteer }: CallContext): MenuAction | undefined => {
  const draft = withoutAnswer(caller.needDraft, keys);
  return draft && save(draft, gazetteer);
};

const components = ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const;
const times = ['now', 'today', 'tomorrow'] as const;

export const intakeScreens: Screens<
  | 'need-group'
  | 'need-rh'
  | 'need-component'
  | 'need-units'
  | 'need-pin'
  | 'need-pin-check'
  | 'need-hospital'
  | 'need-hospital-name'
  | 'need-when'
  | 'need-days'
  | 'need-patient'
  | 'need-attendant'
  | 'need-summary'
  | 'need-change'
  | 'need-change-more'
> = {
  'need-group': {
    render: ask({ key: 'needGroup', params: {} }),
    handleKey: (_, keys, context) => {
      const answer = bloodGroupFromKeys(keys);
      if (answer === 'unknown') return groupUnknown;
      if (!answer) return undefined;
      return 'group' in answer ? add(answer, context) : goTo({ at: 'need-rh', abo: answer.abo });
    },
  },
  'need-rh': {
    goBack: () => goTo({ at: 'need-group' }),
    render: ({ abo }) => askRh(abo),
    handleKey: ({ abo }, keys, context) => {
      const group = rhFromKey(abo, keys);
      return group && add({ group }, context);
    },
  },
  'need-component': {
    render: ask({ key: 'needComponent', params: {} }),
    handleKey: (_, keys, context) => {
      const component = components[Number(keys) - 1];
      return component && add({ component }, context);
    },
  },
  'need-units': {
    render: ask({ key: 'needUnits', params: {} }),
    takesNine: true,
    handleKey: (_, keys, context) =>
      /^[1-9]$/.test(keys) ? add({ units: Number(keys) }, context) : undefined,
  },
  'need-pin': {
    render: (_, { gazetteer, caller }) => ({
      say: [{ key: 'needPin', params: {} }],
      listen: { type: 'keys', most: 6, hints: gazetteer.spokenHospitals(caller.language ?? 'hi') },
    }),
    takesNine: true,
    handleKey: (_, keys, { gazetteer }) => {
      const pin = gazetteer.placeOfPin(keys)?.pin;
      return pin ? goTo({ at: 'need-pin-check', pin }) : pinUnknown;
    },
    // The hospital or its town may be said instead.
    handleWords: (words, context) => {
      const { hospital, town } = context.gazetteer.find(words);
      if (hospital) return addFound(hospital.value, context);
      return town ? add({ place: town.value }, context) : notUnderstood;
    },
  },
  'need-pin-check': {
    render: ({ pin }, { gazetteer }) => checkPin(pin, gazetteer),
    handleKey: ({ pin }, keys, context) => {
      const place = context.gazetteer.placeOfPin(pin);
      if (keys === '1' && place) return add({ place }, context);
      return keys === '2' ? goTo({ at: 'need-pin' }) : undefined;
    },
  },
  'need-hospital': {
    render: (_, { caller, gazetteer }) => {
      const hospitals = hospitalChoices(caller.needDraft, gazetteer).map((h) => h.name);
      return {
        say: [{ key: 'needHospital', params: { hospitals } }],
        listen: {
          type: 'keys',
          most: 1,
          hints: gazetteer.spokenHospitals(caller.language ?? 'hi'),
        },
      };
    },
    handleKey: (_, keys, context) => {
      const choices = hospitalChoices(context.caller.needDraft, context.gazetteer);
      const key = Number(keys);
      const hospital = choices[key - 1];
      if (hospital) return add(chosenHospital(hospital, context.gazetteer), context);
      return key === choices.length + 1 ? goTo({ at: 'need-hospital-name' }) : undefined;
    },
    // The name of a hospital may be said instead. Only a hospital of the configuration is taken; noise is no answer.
    handleWords: (words, context) => {
      const found = context.gazetteer.find(words).hospital?.value;
      return found ? addFound(found, context) : notUnderstood;
    },
  },
  'need-hospital-name': {
    render: record({ key: 'needHospitalName', params: {} }, 'name'),
    handleRecording: saveRecorded,
  },
  'need-when': {
    // The group is read back, and may still be changed: with "now" the request exists.
    goBack: (context) => (context.caller.needDraft.requestId ? undefined : askAgain('1', context)),
    render: (_, { caller: { needDraft } }) => ({
      say: [{ key: 'needWhen', params: needDraft.group ? { group: needDraft.group } : {} }],
      listen: oneKey,
    }),
    handleKey: (_, keys, context) => {
      const time = times[Number(keys) - 1];
      if (time) return add({ asap: false, ...parseNeededBy(time, context.now) }, context);
      return keys === '4' ? goTo({ at: 'need-days' }) : undefined;
    },
  },
  'need-days': {
    render: ask({ key: 'needDays', params: {} }),
    takesNine: true,
    handleKey: (_, keys, context) =>
      /^[2-9]$/.test(keys) ? add(neededInDays(Number(keys), context.now), context) : undefined,
  },
  'need-patient': {
    render: record({ key: 'needPatient', params: {} }, 'name'),
    handleRecording: saveRecorded,
  },
  'need-attendant': {
    render: record({ key: 'needAttendant', params: {} }, 'name'),
    handleRecording: saveRecorded,
  },
  'need-summary': {
    render: (_, { caller }) => {
      const complete = completeDraft(caller.needDraft);
      return complete && { say: [summaryOf(complete)], listen: oneKey };
    },
    handleKey: (_, keys, { caller }) => {
      if (keys === '1') return run({ type: 'send-need' });
      if (keys === '2') return goTo({ at: 'need-change' });
      if (keys !== '3') return undefined;
      const { requestId } = caller.needDraft;
      return requestId
        ? goTo({ at: 'request-close', requestId })
        : runCommand({ type: 'close' }, { at: 'menu' });
    },
  },
  'need-change': {
    render: ask({ key: 'needChange', params: {} }),
    handleKey: (_, keys, context) =>
      keys === '8' ? goTo({ at: 'need-change-more' }) : askAgain(keys, context),
  },
  'need-change-more': {
    render: ask({ key: 'needChangeMore', params: {} }),
    handleKey: (_, keys, context) => askAgain(keys, context),
  },
};
