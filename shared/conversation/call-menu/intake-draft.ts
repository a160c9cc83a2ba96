import type { RequestDraft } from '../../people/drafts.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Hospital } from '../../places/hospital.ts';
import type { Place } from '../../places/place.ts';
import { type EpochMs, fromCalendar, toCalendar } from '../../terms/time.ts';
import { nextField } from '../dialogues/request-dialogue.ts';
import type { CallState } from './call-state.ts';

/* The draft of a request, as keys fill it. */

/** Hospitals to choose from by key: at most three of those near the PIN, so that four keys are named, and one key for another hospital. */
const nearKm = 25;
const mostHospitals = 3;

export const nearHospitals = (place: Place | undefined, gazetteer: Gazetteer): Hospital[] =>
  place ? gazetteer.hospitalsNear(place, nearKm).slice(0, mostHospitals) : [];

export const hospitalChoices = (draft: RequestDraft, gazetteer: Gazetteer): Hospital[] =>
  nearHospitals(draft.place, gazetteer);

const hospitalState = (draft: RequestDraft, gazetteer: Gazetteer): CallState =>
  hospitalChoices(draft, gazetteer).length > 0
    ? { at: 'need-hospital' }
    : { at: 'need-hospital-name' };

/**
 * The next thing to ask by key; the summary when nothing is missing. With the group and "now" the request is opened
 * (open-early.ts). The PIN comes before the hospital's name.
 */
export const intakeState = (draft: RequestDraft, gazetteer: Gazetteer): CallState => {
  if (!draft.group) return { at: 'need-group' };
  if (draft.neededBy === undefined || !draft.urgency) return { at: 'need-when' };
  if (!draft.place) return { at: 'need-pin' };
  if (!draft.hospital) return hospitalState(draft, gazetteer);
  if (!draft.component) return { at: 'need-component' };
  if (!draft.units) return { at: 'need-units' };
  if (draft.patient === undefined) return { at: 'need-patient' };
  if (draft.attendant === undefined) return { at: 'need-attendant' };
  // By key nothing is left to ask that a text would still ask.
  return nextField(draft) === undefined ? { at: 'need-summary' } : { at: 'need-group' };
};

/** A hospital without a written name: its town, so that donors know the way and the volunteer asks for the rest. */
export const unnamedHospital = ({ name }: Place): string => name;

/** A hospital of the configuration, with its place. */
export const chosenHospital = ({ name, pin }: Hospital, gazetteer: Gazetteer): RequestDraft => {
  const place = gazetteer.placeOfPin(pin);
  return { hospital: name, ...(place && { place }) };
};

/** At nine in the morning, as a day without an hour means in a text (parse-needed-by.ts). */
export const neededInDays = (count: number, now: EpochMs): RequestDraft => {
  const { year, month, day } = toCalendar(now);
  const neededBy = fromCalendar({ year, month, day: day + count, hour: 9 });
  return { neededBy, urgency: 'planned', asap: false };
};

/** 1 group, 2 component, 3 units, 4 hospital, 5 when, 6 names: that is asked again and the rest stays. */
export const withoutAnswer = (draft: RequestDraft, keys: string): RequestDraft | undefined => {
  const {
    group,
    component,
    units,
    place,
    hospital,
    neededBy,
    urgency,
    asap,
    patient,
    attendant,
    spoken,
    ...rest
  } = draft;
  const time = { neededBy, urgency, asap };
  const all = { group, component, units, place, hospital, ...time, patient, attendant };
  const gone = changeable[Number(keys) - 1];
  if (!gone) return undefined;
  const kept = <T>(fields: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => value !== undefined && !gone.includes(name)),
    );
  // A recording goes with the field it stood for: no donor hears the hospital of before.
  return { ...rest, ...kept(all), ...(spoken && { spoken: kept(spoken) }) };
};

const changeable: readonly (readonly string[])[] = [
  ['group'],
  ['component'],
  ['units'],
  ['place', 'hospital'],
  ['neededBy', 'urgency', 'asap'],
  ['patient', 'attendant'],
];
