import type { RequestDraft } from '../../people/drafts.ts';
import type { MentionKind } from '../parse/corrections/find-mentions.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';

/** The draft fields in a text. Later words correct earlier ones. */
export const toDraft = (parsed: ParsedRequest): RequestDraft => ({
  ...toNeed(parsed),
  ...(parsed.others && { also: parsed.others.map(toNeed) }),
});

const toNeed = (parsed: ParsedRequest): Omit<RequestDraft, 'also'> => ({
  ...(parsed.group && { group: parsed.group }),
  ...(parsed.component && { component: parsed.component }),
  ...(parsed.componentUnclear && { componentUnclear: true }),
  ...(parsed.exchange !== undefined && { exchange: parsed.exchange }),
  ...(parsed.units !== undefined && { units: parsed.units }),
  ...(parsed.place && { place: parsed.place }),
  ...(parsed.hospitalName && { hospital: parsed.hospitalName }),
  ...(parsed.hospital && { hospital: parsed.hospital.name, place: parsed.hospital.place }),
  // A time replaces "as soon as can be".
  ...(parsed.neededBy !== undefined && { neededBy: parsed.neededBy, asap: parsed.asap ?? false }),
  ...(parsed.days && { days: parsed.days }),
  ...(parsed.urgency && { urgency: parsed.urgency }),
  ...(parsed.patient && { patient: parsed.patient }),
  ...(parsed.attendant && { attendant: parsed.attendant }),
  ...(parsed.ward && { ward: parsed.ward }),
  ...(parsed.contact && { contact: parsed.contact }),
});

/** The draft without what a text takes back: "B+ nahi". It is asked again. */
const withoutDenied = (draft: RequestDraft, { denied = [] }: ParsedRequest): RequestDraft =>
  denied.reduce((rest, kind) => {
    const fields: readonly string[] = deniedFields[kind];
    return Object.fromEntries(Object.entries(rest).filter(([name]) => !fields.includes(name)));
  }, draft);

const deniedFields: Record<MentionKind, readonly (keyof RequestDraft)[]> = {
  group: ['group'],
  component: ['component'],
  units: ['units'],
  hospital: ['hospital'],
  town: ['place'],
  day: ['neededBy', 'urgency', 'asap'],
  clock: ['neededBy', 'urgency', 'asap'],
  patient: ['patient'],
  attendant: ['attendant', 'contact'],
};

/** A corrected hospital without a town is asked for its town: the earlier town may belong to the earlier hospital. */
const withoutOldPlace = (draft: RequestDraft, parsed: ParsedRequest): RequestDraft => {
  if (!parsed.hospitalName || !parsed.corrects || parsed.place || !draft.hospital) return draft;
  const { place: _, ...rest } = draft;
  return rest;
};

/** A number belongs to the name it came with: with another name it is dropped. */
const withoutOldContact = (draft: RequestDraft, { attendant }: ParsedRequest): RequestDraft => {
  if (!attendant || !draft.attendant || attendant === draft.attendant) return draft;
  const { contact: _, ...rest } = draft;
  return rest;
};

/** The draft after a free text, or after a correction at the summary. */
export const addRequestText = (draft: RequestDraft, parsed: ParsedRequest): RequestDraft => ({
  ...withoutOldContact(withoutOldPlace(withoutDenied(draft, parsed), parsed), parsed),
  ...toDraft(parsed),
});
