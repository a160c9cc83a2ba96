import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { Place } from '#shared/places/place.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import { repeatQuestion } from '../pledges/answer-visit-question.ts';
import { replyMenu, replyWithOpenItems } from '../texts/fallback-reply.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { offerHospital } from './near-hospital.ts';

type SharedPlace = NonNullable<IncomingText['sharedPlace']>;

/** Hospitals are known by the middle of their PIN's area, up to 3 km off (docs/facts.md#tools). */
const nearKm = 10;

/**
 * A place that was sent: while a request is being told it becomes the hospital there, once the family says that it is
 * right. Anyone else hears what is open, because a place alone asks for nothing.
 */
export const hearPlace = async (
  work: UnitOfWork,
  from: Person['phone'],
  place: SharedPlace,
): Promise<void> => {
  const dialogue = dialogueOf(await work.person(from));
  const isTelling = dialogue !== undefined && dialogue.about !== 'join';
  const near = isTelling ? hospitalAt(work.services.gazetteer, place) : undefined;
  if (near) return offerHospital(work, from, near);
  if (await repeatQuestion(work, from, false)) return;
  if (!(await replyWithOpenItems(work, from))) await replyMenu(work, from);
};

/** The hospital that the map's name says, if it is there; else the nearest. */
const hospitalAt = (
  gazetteer: Gazetteer,
  { name, ...point }: SharedPlace,
): { hospital: string; place: Place } | undefined => {
  const near = gazetteer.hospitalsNear(point, nearKm);
  const named = gazetteer.find(name).hospital?.value.hospital.name;
  const hospital = near.find((one) => one.name === named) ?? near[0];
  const place = hospital && gazetteer.placeOfPin(hospital.pin);
  return place && { hospital: hospital.name, place };
};
