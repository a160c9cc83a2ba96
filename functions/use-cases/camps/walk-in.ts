import type { Camp } from '#shared/camp/camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import { nextJoinQuestion } from '#shared/conversation/dialogues/join-dialogue.ts';
import { isDonor, type Person } from '#shared/people/person.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { saveJoinDraft } from '../donors/register-donor.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { loadSeat } from './load-camp.ts';
import { recordEntry } from './record-door.ts';
import { newSeat } from './take-half-hour.ts';

type Phone = Person['phone'];

/** A donor of ours at the door without a seat; the one with a seat keeps it. */
const seatNow = async (work: UnitOfWork, camp: Camp, phone: Phone): Promise<Seat | undefined> => {
  const person = await work.person(phone);
  if (!isDonor(person)) return undefined;
  const number = person.camps?.find(({ campId }) => campId === camp.id)?.seat;
  const held = number && (await loadSeat(work, camp.id, number));
  if (held) return recordEntry(work, camp, held, { what: 'in' });
  return newSeat(work, camp, person, { state: 'in', walkIn: true });
};

/**
 * NEW B+ 94150…: a person at the door. A donor of ours is let in at once. Anyone else gets the notice on their own
 * phone; the registration that they complete there brings the seat.
 */
export const walkIn = async (
  work: UnitOfWork,
  camp: Camp,
  { phone, group }: { phone: Phone; group: BloodGroup },
): Promise<Seat | undefined> => {
  const seat = await seatNow(work, camp, phone);
  if (seat) return seat;
  const person = await work.person(phone);
  const others = (person.camps ?? []).filter(({ campId }) => campId !== camp.id);
  work.change({
    ...person,
    camps: [...others, { campId: camp.id, at: work.now, walkIn: true }],
  });
  const draft = { ...person.joinDraft, group };
  if (await saveJoinDraft(work, phone, draft, 'text'))
    work.queueText(phone, nextJoinQuestion(draft, false));
  return undefined;
};
