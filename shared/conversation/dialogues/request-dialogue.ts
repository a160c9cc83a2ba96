import type { Message } from '../../messages/message-keys.ts';
import type { RequestDraft } from '../../people/drafts.ts';
import type { Question } from '../../people/person.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { wholeTime } from '../../request/request-messages.ts';
import type { Policy } from '../../terms/policy.ts';
import type { EpochMs } from '../../terms/time.ts';
import { parseNameAnswer } from '../parse/contact/parse-name-answer.ts';
import { parseNeededBy } from '../parse/parse-needed-by.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { parseUnits } from '../replies/parse-unit-count.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { hasLinkEnd, luringWords } from '../words/lists/luring-words.ts';
import { requestWords } from '../words/request-words.ts';
import { asksBeforeSending } from './asks-before-sending.ts';
import { addRequestText, toDraft } from './draft-from-text.ts';

/* The questions to a family: what a draft still lacks, and what an answer adds to it. */

export type RequestField = Extract<Question, { about: 'request' }>['field'];
export type DraftContext = { gazetteer: Gazetteer; now: EpochMs; policy: Policy };

/** A draft with every field that is needed. Without a component it means whole blood. */
export type CompleteDraft = RequestDraft & {
  [F in Exclude<RequestField, 'component'> | 'urgency']: Exclude<RequestDraft[F], undefined>;
};

const isComplete = (draft: RequestDraft): draft is CompleteDraft => nextField(draft) === undefined;

/** The next field to ask for, in the order a worried person can answer; undefined when nothing is missing. */
export const nextField = (draft: RequestDraft): RequestField | undefined => {
  if (!draft.group) return 'group';
  // Of a request that is open already, donors need the place first.
  if (draft.requestId && !draft.hospital) return 'hospital';
  if (draft.componentUnclear && !draft.component) return 'component';
  if (!draft.units) return 'units';
  if (!draft.hospital) return 'hospital';
  if (!draft.place) return 'place';
  if (draft.neededBy === undefined || !draft.urgency) return 'neededBy';
  if (draft.patient === undefined) return 'patient';
  return draft.attendant === undefined ? 'attendant' : undefined;
};

export const completeDraft = (draft: RequestDraft): CompleteDraft | undefined =>
  isComplete(draft) ? draft : undefined;

const componentByKey = ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const;
const timeByKey = ['now', 'today', 'tomorrow'] as const;

/** The fields of a plain answer to `field`, which need the question to be understood. */
const parseAnswer = (
  field: RequestField,
  text: string,
  digit: number | undefined,
  context: DraftContext,
): RequestDraft => {
  const key = digit === undefined ? undefined : digit - 1;
  switch (field) {
    case 'group':
      return {};
    case 'component': {
      const component = key === undefined ? undefined : componentByKey[key];
      return component ? { component } : {};
    }
    case 'units': {
      const units = parseUnits(text);
      return units === undefined ? {} : { units };
    }
    case 'hospital':
      return parseHospitalAnswer(text, context);
    case 'place': {
      const place = findPlace(text, context);
      return place ? { place } : {};
    }
    case 'neededBy':
      return (
        parseNeededBy((key === undefined ? undefined : timeByKey[key]) ?? text, context.now) ?? {}
      );
    case 'patient': {
      const patient = parseNameAnswer(text);
      return patient ? { patient } : {};
    }
    case 'attendant': {
      const attendant = digit === 1 ? '' : parseNameAnswer(text);
      return attendant === undefined ? {} : { attendant };
    }
  }
};

const findPlace = (text: string, { gazetteer }: DraftContext) => {
  const pin = text.replaceAll(' ', '').match(/(?<!\d)[1-9]\d{5}(?!\d)/)?.[0];
  return (pin && gazetteer.placeOfPin(pin)) || gazetteer.find(text).town?.value;
};

/**
 * Any words are a hospital's name when the question was the hospital, but a link. A PIN alone stands for its area.
 */
const parseHospitalAnswer = (text: string, context: DraftContext): RequestDraft => {
  const place = findPlace(text, context);
  if (hasLinkEnd(text) || mentions(tokenize(text), luringWords)) return {};
  const name = text.trim().replaceAll(/\s+/g, ' ').slice(0, 40);
  if (/\p{L}{2}/u.test(name)) return { hospital: name, ...(place && { place }) };
  return place ? { hospital: `${place.name} ${place.pin ?? ''}`.trim(), place } : {};
};

/** The draft after an answer to `field`: all fields `parsed` from the text, and the plain answer itself. */
export const addRequestAnswer = (
  draft: RequestDraft,
  field: RequestField,
  answer: { text: string; parsed: ParsedRequest } | { text: string; digit: number },
  context: DraftContext,
): RequestDraft => {
  const everything = 'parsed' in answer ? toDraft(answer.parsed) : {};
  const digit = 'digit' in answer ? answer.digit : undefined;
  const plain = parseAnswer(field, answer.text, digit, context);
  const onlyNew = Object.fromEntries(
    Object.entries(plain).filter(([name]) => !(name in everything)),
  );
  // An answer that corrects may change every field. Any other changes the field in question and adds the rest.
  if ('parsed' in answer && (answer.parsed.corrects || answer.parsed.denied))
    return { ...addRequestText(draft, answer.parsed), ...onlyNew };
  // Units for each day answer both questions, how many and when.
  const { days, units, neededBy, urgency, asap } = everything;
  const byDay = days && { days, units, neededBy, urgency, asap: asap ?? false };
  return { ...everything, ...draft, ...pickField(everything, field), ...onlyNew, ...byDay };
};

const pickField = (from: RequestDraft, field: RequestField): RequestDraft => {
  switch (field) {
    case 'group':
      return from.group ? { group: from.group } : {};
    case 'component':
      return from.component ? { component: from.component } : {};
    case 'units':
      return from.units === undefined ? {} : { units: from.units };
    case 'hospital':
      return {
        ...(from.hospital && { hospital: from.hospital }),
        ...(from.place && { place: from.place }),
      };
    case 'place':
      return from.place ? { place: from.place } : {};
    case 'neededBy':
      return {
        ...(from.neededBy !== undefined && { neededBy: from.neededBy }),
        ...(from.urgency && { urgency: from.urgency }),
        ...(from.asap !== undefined && { asap: from.asap }),
      };
    case 'patient':
      return from.patient ? { patient: from.patient } : {};
    case 'attendant':
      return {
        ...(from.attendant !== undefined && { attendant: from.attendant }),
        ...(from.contact && { contact: from.contact }),
      };
  }
};

const questions = {
  group: 'askGroup',
  component: 'askComponent',
  units: 'askUnits',
  hospital: 'askHospital',
  place: 'askPlace',
  neededBy: 'askNeededBy',
  patient: 'askPatient',
  attendant: 'askAttendant',
} as const satisfies Record<RequestField, string>;

/** The next message about a draft: the question for a missing field, or the summary. */
export const nextQuestion = (draft: RequestDraft, again: boolean): Message => {
  const complete = completeDraft(draft);
  if (complete) return summaryOf(complete);
  const field = nextField(draft) ?? 'group';
  return { key: questions[field], params: again ? { again } : {} };
};

export const summaryOf = (draft: CompleteDraft): Message<'requestSummary'> => ({
  key: 'requestSummary',
  params: {
    group: draft.group,
    component: draft.component ?? 'whole-blood',
    units: draft.units,
    ...(draft.exchange && { exchange: true }),
    hospital: draft.hospital,
    place: draft.place.name,
    ...wholeTime(draft),
    patient: draft.patient,
    ...(draft.attendant && { attendant: draft.attendant }),
    ...(draft.patient === '' && draft.spoken?.patient && { said: true }),
  },
});

/** True when a text says that the summary is right: "sab sahi hai bhej do". A number or a "no" may be a correction. */
export const saysSendOff = (text: string): boolean => {
  const tokens = tokenize(text);
  // "Haan sahi hai, jaldi karo, bachchi ki haalat kharab hai": a yes comes first, and a plea follows.
  const first = tokens.slice(0, 4);
  const isPlea = tokens.length <= 25 && mentions(first, requestWords.sendOff);
  const isPlain =
    (tokens.length <= 8 || isPlea) && tokens.every((token) => token.kind !== 'number');
  return (
    isPlain &&
    mentions(tokens, requestWords.sendOff) &&
    !mentions(tokens, requestWords.correction) &&
    !asksBeforeSending(text)
  );
};
