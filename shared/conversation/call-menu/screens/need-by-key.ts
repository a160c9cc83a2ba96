import type { RequestDraft } from '../../../people/person.ts';
import type { Gazetteer } from '../../../places/gazetteer.ts';
import type { Hospital } from '../../../places/hospital.ts';
import type { Place } from '../../../places/place.ts';
import { type EpochMs, fromCalendar, toCalendar } from '../../../terms/time.ts';
import { nextField } from '../../dialogues/request-dialogue.ts';
import { parseNeededBy } from '../../parse/parse-needed-by.ts';
import type { CallContext } from '../call-context.ts';
import type { CallState } from '../call-state.ts';
import { goTo, type MenuAction, notUnderstood, run } from '../menu-action.ts';
import { bloodGroupFromKeys, rhFromKey } from './blood-group-keys.ts';

/* A family tells what it needs, key by key. The draft is the one that texts fill as well. */

/** Hospitals to choose from by key: those near the PIN, five at most and one key for another. */
const nearKm = 25;
const mostHospitals = 5;

export const hospitalChoices = (draft: RequestDraft, gazetteer: Gazetteer): Hospital[] =>
  draft.place ? gazetteer.hospitalsNear(draft.place, nearKm).slice(0, mostHospitals) : [];

const hospitalState = (draft: RequestDraft, gazetteer: Gazetteer): CallState =>
  hospitalChoices(draft, gazetteer).length > 0
    ? { at: 'need-hospital' }
    : { at: 'need-hospital-name' };

/** The next thing to ask by key; the summary when nothing is missing. Where, before what the place is called. */
export const intakeState = (draft: RequestDraft, gazetteer: Gazetteer): CallState => {
  if (!draft.group) return { at: 'need-group' };
  if (!draft.component) return { at: 'need-component' };
  if (!draft.units) return { at: 'need-units' };
  if (!draft.place) return { at: 'need-pin' };
  if (!draft.hospital) return hospitalState(draft, gazetteer);
  if (draft.neededBy === undefined || !draft.urgency) return { at: 'need-when' };
  if (draft.patient === undefined) return { at: 'need-patient' };
  if (draft.attendant === undefined) return { at: 'need-attendant' };
  // Whatever a text would still ask comes first there; by key nothing is left.
  return nextField(draft) === undefined ? { at: 'need-summary' } : { at: 'need-group' };
};

const tell = (draft: RequestDraft, gazetteer: Gazetteer): MenuAction =>
  run({ type: 'tell-need', draft }, intakeState(draft, gazetteer));

const components = ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const;
const times = ['now', 'today', 'tomorrow'] as const;

/** A hospital nobody could name: where it is, so that donors know the way and the volunteer asks for the rest. */
export const unnamedHospital = (place: Place): string => `${place.name} ${place.pin ?? ''}`.trim();

/** What a key means while a request is being told. Undefined: the state is none of these. */
export const handleIntakeKey = (
  state: CallState,
  keys: string,
  scene: CallContext,
): MenuAction | undefined => {
  const { gazetteer, caller, now } = scene;
  const draft = caller.needDraft;
  const key = Number(keys);
  const add = (more: RequestDraft): MenuAction => tell({ ...draft, ...more }, gazetteer);
  switch (state.at) {
    case 'need-group': {
      const heard = bloodGroupFromKeys(keys);
      if (heard === 'unknown')
        return { type: 'unclear', say: [{ key: 'needGroupUnknown', params: {} }] };
      if (!heard) return notUnderstood;
      return 'group' in heard ? add(heard) : goTo({ at: 'need-rh', abo: heard.abo });
    }
    case 'need-rh': {
      const group = rhFromKey(state.abo, keys);
      return group ? add({ group }) : notUnderstood;
    }
    case 'need-component': {
      const component = components[key - 1];
      return component ? add({ component }) : notUnderstood;
    }
    case 'need-units':
      return /^[1-9]$/.test(keys) ? add({ units: key }) : notUnderstood;
    case 'need-pin': {
      const place = gazetteer.placeOfPin(keys);
      return place?.pin
        ? goTo({ at: 'need-pin-check', pin: place.pin })
        : { type: 'unclear', say: [{ key: 'pinUnknown', params: {} }] };
    }
    case 'need-pin-check': {
      const place = gazetteer.placeOfPin(state.pin);
      if (keys === '1' && place) return add({ place });
      return keys === '2' ? goTo({ at: 'need-pin' }) : notUnderstood;
    }
    case 'need-hospital': {
      const choices = hospitalChoices(draft, gazetteer);
      const hospital = choices[key - 1];
      if (hospital) return add(knownHospital(hospital, gazetteer));
      return key === choices.length + 1 ? goTo({ at: 'need-hospital-name' }) : notUnderstood;
    }
    case 'need-when': {
      const time = times[key - 1];
      if (time) return add(parseNeededBy(time, now) ?? {});
      return keys === '4' ? goTo({ at: 'need-days' }) : notUnderstood;
    }
    case 'need-days':
      return /^[2-9]$/.test(keys) ? add(inDays(key, now)) : notUnderstood;
    case 'need-summary':
      return hearSummaryKey(keys);
    case 'need-change':
      return changed(draft, keys, gazetteer);
    default:
      return undefined;
  }
};

const knownHospital = ({ name, pin }: Hospital, gazetteer: Gazetteer): RequestDraft => {
  const place = gazetteer.placeOfPin(pin);
  return { hospital: name, ...(place && { place }) };
};

/** At nine in the morning, as a day without an hour means by text (parse-time.ts). */
const inDays = (count: number, now: EpochMs): RequestDraft => {
  const { year, month, day } = toCalendar(now);
  const neededBy = fromCalendar({ year, month, day: day + count, hour: 9 });
  return { neededBy, urgency: 'planned' };
};

const hearSummaryKey = (keys: string): MenuAction => {
  if (keys === '1') return run({ type: 'send-need' });
  if (keys === '2') return goTo({ at: 'need-change' });
  return keys === '3'
    ? run({ type: 'text', command: { type: 'close' } }, { at: 'menu' })
    : notUnderstood;
};

/** 1 group, 2 component, 3 units, 4 hospital, 5 when, 6 names: that is asked again, the rest stays. */
const changed = (draft: RequestDraft, keys: string, gazetteer: Gazetteer): MenuAction => {
  const {
    group,
    component,
    units,
    place,
    hospital,
    neededBy,
    urgency,
    patient,
    attendant,
    spoken,
    ...rest
  } = draft;
  const all = { group, component, units, place, hospital, neededBy, urgency, patient, attendant };
  const gone = changeable[Number(keys) - 1];
  if (!gone) return notUnderstood;
  const kept = <T>(fields: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => value !== undefined && !gone.includes(name)),
    );
  // What was said aloud goes with what it stood for: nobody hears the hospital of before.
  return tell({ ...rest, ...kept(all), ...(spoken && { spoken: kept(spoken) }) }, gazetteer);
};

const changeable: readonly (readonly string[])[] = [
  ['group'],
  ['component'],
  ['units'],
  ['place', 'hospital'],
  ['neededBy', 'urgency'],
  ['patient', 'attendant'],
];
