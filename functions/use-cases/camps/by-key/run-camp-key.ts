import type { DoorEntry } from '#shared/camp/door.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import type { CallCommand } from '#shared/conversation/call-menu/menu-action.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { UnitOfWork } from '../../unit-of-work.ts';
import { answerInvitation } from '../answer-invitation.ts';
import { doorCode } from '../camp-messages.ts';
import { campsToday } from '../list-camps.ts';
import { loadCamp } from '../load-camp.ts';
import { findAtDoor, recordEntry } from '../record-door.ts';
import { cannotCome, ownSeat } from '../take-half-hour.ts';

/* What keys do at a camp: the same use cases as by text. */

type Next = CallState | 'home' | 'unclear';
type Where = { state: CallState };
type KeyOf<T> = Extract<CallCommand, { type: T }>;

/** 1 or 2 to an invitation; 1 to 3 for a half hour, 4 when no half hour fits. */
const answerCampByKey = async (
  work: UnitOfWork,
  from: PhoneNumber,
  { digit }: KeyOf<'camp-answer'>,
  { state }: Where,
): Promise<Next> => {
  if (state.at !== 'camp-invite' && state.at !== 'camp-times') return 'home';
  const { campId } = state;
  const asked = { about: 'camp', campId, at: work.now } as const;
  const question =
    state.at === 'camp-invite'
      ? ({ ...asked, ask: 'invite' } as const)
      : ({ ...asked, ask: 'time', times: state.times } as const);
  const camp = await loadCamp(work, campId);
  const held = camp && (await ownSeat(work, await work.person(from), camp));
  // The yes has come by text meanwhile: it is not said twice.
  if (state.at === 'camp-invite' && held) return { at: 'camp-seat', campId };
  if (!(await answerInvitation(work, from, question, digit))) return 'unclear';
  const { question: next } = await work.person(from);
  const times = next?.about === 'camp' && next.ask === 'time' ? next.times : undefined;
  if (times && times.length > 0) return { at: 'camp-times', campId, times };
  return digit === 2 && state.at === 'camp-invite' ? 'home' : { at: 'camp-seat', campId };
};

/** "I can't come": the half hour is free again. */
const leaveCampByKey = async (
  work: UnitOfWork,
  from: PhoneNumber,
  _: KeyOf<'camp-leave'>,
  { state }: Where,
): Promise<Next> => {
  const camp = state.at === 'camp-seat' ? await loadCamp(work, state.campId) : undefined;
  const seat = camp && (await ownSeat(work, await work.person(from), camp));
  if (seat) await cannotCome(work, from, seat.id);
  return 'home';
};

/** The donor with these digits at a camp of today. An unknown number is not understood, so that a caller cannot try them all. */
const findAtDoorByKey = async (
  work: UnitOfWork,
  from: PhoneNumber,
  { seat: number }: KeyOf<'door-find'>,
): Promise<Next> => {
  const camps = await campsToday(work.services, await work.person(from), work.now);
  const found = await findAtDoor(work, camps, number);
  if (found) return { at: 'door-entry', campId: found.camp.id, seat: found.seat.id };
  work.reply({ key: 'campDoorUnknown', params: {} });
  return 'unclear';
};

/** Records what happened at the door, and asks for the next donor. */
const recordAtDoorByKey = async (
  work: UnitOfWork,
  from: PhoneNumber,
  { type: _, ...entry }: KeyOf<'door-record'>,
  { state }: Where,
): Promise<Next> => {
  if (state.at !== 'door-entry' && state.at !== 'door-back') return 'home';
  const camps = await campsToday(work.services, await work.person(from), work.now);
  const camp = camps.filter(({ id }) => id === state.campId);
  const found = await findAtDoor(work, camp, state.seat);
  if (!found) return 'home';
  await record(work, found, entry);
  return { at: 'door' };
};

const record = async (
  work: UnitOfWork,
  { camp, seat }: NonNullable<Awaited<ReturnType<typeof findAtDoor>>>,
  entry: DoorEntry,
): Promise<void> => {
  const { group } = await recordEntry(work, camp, seat, entry);
  work.reply({ key: 'campDoor', params: { code: doorCode(seat), group, did: entry.what } });
};

export const campKeyHandlers = {
  'camp-answer': answerCampByKey,
  'camp-leave': leaveCampByKey,
  'door-find': findAtDoorByKey,
  'door-record': recordAtDoorByKey,
};
