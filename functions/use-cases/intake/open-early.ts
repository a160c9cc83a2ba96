import type { Person } from '#shared/people/person.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { Place } from '#shared/places/place.ts';
import { openRequest } from '../requests/open-request.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { saveDraft } from './save-draft.ts';

/**
 * Opens the request of a caller who has said "now" and which group, so that a volunteer calls while the caller goes on.
 * The rest is asked afterwards. A trusted phone tells everything first: no volunteer would complete its request.
 * Returns false when it is not yet, or no longer, the time.
 */
export const openEarly = async (work: UnitOfWork, from: Person['phone']): Promise<boolean> => {
  const { requestDraft: draft, ...person } = await work.person(from);
  if (!draft?.group || !draft.asap || draft.requestId || person.trusted) return false;
  const { neededBy, urgency, hospital, place, ...said } = draft;
  if (neededBy === undefined || neededBy <= work.now || !urgency) return false;
  const isPlaced = hospital !== undefined && place !== undefined;
  const opened = await openRequest(work, from, {
    ...said,
    group: draft.group,
    units: said.units ?? 1,
    patient: said.patient ?? '',
    attendant: said.attendant ?? '',
    neededBy,
    urgency,
    hospital: isPlaced ? hospital : '',
    place: place ?? likelyPlace(person, work.services.gazetteer),
    ...(!isPlaced && { unplaced: true }),
  });
  await saveDraft(work, from, { ...draft, requestId: opened.id });
  work.reply({ key: 'requestStarted', params: { code: opened.code } });
  return true;
};

/** Only to choose whose volunteers are asked first, so it has no name and no PIN. */
const likelyPlace = ({ donor }: Pick<Person, 'donor'>, gazetteer: Gazetteer): Place => {
  const [zone] = gazetteer.zones;
  const known = donor?.place ?? (zone && gazetteer.find(zone.names.en).town?.value);
  if (!known) throw new Error('no zone has a town');
  const { pin: _, ...place } = known;
  return { ...place, name: '' };
};
