import { type Camp, isCampRunning } from '#shared/camp/camp.ts';
import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Caller } from '#shared/conversation/call-menu/call-context.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { isSpoken, type Prompt } from '#shared/voice/prompt-keys.ts';
import type { UnitOfWork } from '../../unit-of-work.ts';
import { bookedMessage, doorCode, inviteMessage, timesMessage } from '../camp-messages.ts';
import { openCampsToday } from '../list-camps.ts';
import { loadCamp, loadSeat } from '../load-camp.ts';
import { findOwnSeat, ownSeat } from '../take-half-hour.ts';

type CampsOfCaller = Pick<Caller, 'atDoor' | 'camp'>;

/**
 * The camps that a caller hears of: who rings us, or is rung back after a missed call. A call that we make for another
 * reason says nothing of a camp: it may ring at night, and an invitation keeps to the promotional hours.
 */
export const campsOfCaller = async (
  work: UnitOfWork,
  call: Pick<Call, 'alert' | 'opening' | 'connects'>,
  person: Person,
): Promise<CampsOfCaller> => {
  if (call.alert ?? call.opening ?? call.connects) return { atDoor: false };
  const [atDoor, camp] = await Promise.all([isAtDoor(work, person), campOf(work, person)]);
  return { atDoor, ...(camp && { camp }) };
};

const isAtDoor = async ({ services, now }: UnitOfWork, person: Person): Promise<boolean> =>
  person.volunteer !== undefined && (await openCampsToday(services, person, now)).length > 0;

const campOf = async (work: UnitOfWork, person: Person): Promise<Caller['camp']> => {
  if (!person.camps) return undefined;
  const own = await findOwnSeat(work, person);
  if (own && own.camp.to > work.now) return { at: 'camp-seat', campId: own.camp.id };
  const ref = person.camps.findLast(({ seat, walkIn }) => !seat && !walkIn);
  const camp = ref && !ref.declined ? await loadCamp(work, ref.campId) : undefined;
  return camp && takesYes(work, camp) ? { at: 'camp-invite', campId: camp.id } : undefined;
};

const takesYes = ({ now }: UnitOfWork, camp: Camp): boolean => isCampRunning(camp) && camp.to > now;

type CampState = Extract<CallState, { campId: unknown }>;

/** What the screen of this state says of its camp; undefined when there is nothing to say any more. */
export const campPrompt = async (
  work: UnitOfWork,
  person: Person,
  state: CallState,
): Promise<Prompt | undefined> => {
  const camp = 'campId' in state ? await loadCamp(work, state.campId) : undefined;
  return camp && 'campId' in state ? sayCamp(work, person, state, camp) : undefined;
};

const sayCamp = async (
  work: UnitOfWork,
  person: Person,
  state: CampState,
  camp: Camp,
): Promise<Prompt | undefined> => {
  switch (state.at) {
    case 'camp-invite':
      return takesYes(work, camp) ? inviteMessage(camp) : undefined;
    case 'camp-times':
      return takesYes(work, camp) ? asPrompt(timesMessage(state.times)) : undefined;
    case 'camp-seat': {
      const seat = await ownSeat(work, person, camp);
      if (seat?.state === 'booked') return bookedMessage(camp, seat);
      return seat?.state === 'waiting' ? { key: 'campWaiting', params: {} } : undefined;
    }
    case 'door-entry':
    case 'door-back': {
      const seat = await loadSeat(work, camp.id, state.seat);
      return seat && { key: 'campDoorKeys', params: { code: doorCode(seat), group: seat.group } };
    }
  }
};

const asPrompt = (message: Message): Prompt | undefined =>
  isSpoken(message) ? message : undefined;
