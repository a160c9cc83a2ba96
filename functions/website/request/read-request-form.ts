import {
  addRequestAnswer,
  type CompleteDraft,
  completeDraft,
  type RequestField,
} from '#shared/conversation/dialogues/request-dialogue.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import type { Request } from '#shared/request/request.ts';
import { bloodGroupSchema } from '#shared/terms/blood-group.ts';
import { componentSchema } from '#shared/terms/component.ts';
import { type EpochMs, toCalendar } from '#shared/terms/time.ts';
import type { MemberVisit } from '../frame/visit.ts';
import type { WebsiteWords } from '../words/website-words.ts';

/** What is wrong, by the field's name on the page. */
export type FieldErrors = Readonly<Record<string, string>>;

type Read = { draft: CompleteDraft; errors?: never } | { errors: FieldErrors; draft?: never };

/** The fields that are typed, and the question each answers. */
const typedFields = {
  units: 'units',
  hospital: 'hospital',
  place: 'place',
  when: 'neededBy',
  patient: 'patient',
  attendant: 'attendant',
} as const satisfies Record<string, RequestField>;

/**
 * Reads the form with the parsers of texts, so that "kal shaam 6 baje" and "SRN" mean the same on every road. What is
 * missing or not understood is named at its field.
 */
export const readRequestForm = (
  { now, site, words }: MemberVisit,
  field: (name: string) => string,
  open?: Request,
): Read => {
  const { gazetteer, config } = site.services;
  const context = { gazetteer, now, policy: config.policy };
  let draft: RequestDraft = {
    group: bloodGroupSchema.safeParse(field('group')).data,
    component: componentSchema.safeParse(field('component')).data ?? 'whole-blood',
    attendant: '',
  };
  for (const [name, about] of Object.entries(typedFields)) {
    const text = field(name);
    // A digit here is what was typed, not a key that was pressed.
    if (text !== '') draft = addRequestAnswer(draft, about, { text, digit: 0 }, context);
  }
  if (open) draft = withUnchanged(draft, open, field);
  const known = gazetteer.find(field('hospital')).hospital?.value;
  if (known && draft.hospital) draft = { ...draft, hospital: known.hospital.name };
  if (!open && !draft.place && known) draft = { ...draft, place: known.place };
  const errors = findErrors(draft, { now, most: config.policy.maxUnits, words });
  const complete = completeDraft(draft);
  return Object.keys(errors).length === 0 && complete ? { draft: complete } : { errors };
};

const two = (n: number): string => String(n).padStart(2, '0');

/** 30-11-2026 18:00, as the field of the time shows it. */
const renderWhen = (at: EpochMs): string => {
  const { day, month, year, hour, minute } = toCalendar(at);
  return `${two(day)}-${two(month)}-${year} ${two(hour)}:${two(minute)}`;
};

/** The fields of an open request, as its family would type them. */
export const typedOf = (request: Request): Record<string, string> => ({
  group: request.group,
  component: request.component,
  units: String(request.units),
  hospital: request.hospital,
  place: request.place.name,
  when: renderWhen(request.neededBy),
  patient: request.patient,
  attendant: request.attendant,
});

/** A field that still reads as the page wrote it keeps its value: a place has a point, a time its seconds. */
const withUnchanged = (
  draft: RequestDraft,
  request: Request,
  field: (name: string) => string,
): RequestDraft => {
  const typed = typedOf(request);
  const isSame = (name: string): boolean => field(name) === typed[name];
  const { hospital, place, neededBy, urgency, patient, attendant } = request;
  return {
    ...draft,
    ...(isSame('hospital') && { hospital }),
    ...(isSame('place') && { place }),
    ...(isSame('when') && { neededBy, urgency }),
    ...(isSame('patient') && { patient }),
    ...(isSame('attendant') && { attendant }),
  };
};

const findErrors = (
  { group, units, hospital, place, neededBy, patient }: RequestDraft,
  { now, most, words: { request } }: { now: number; most: number; words: WebsiteWords },
): FieldErrors => ({
  ...(!group && { group: request.groupWrong }),
  ...((units === undefined || units < 1 || units > most) && { units: request.unitsWrong(most) }),
  ...(!hospital && { hospital: request.hospitalWrong }),
  ...(!place && { place: request.placeWrong }),
  ...((neededBy === undefined || neededBy <= now) && { when: request.whenWrong }),
  ...(!patient && { patient: request.patientWrong }),
});
