import type { Camp } from '#shared/camp/camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import type { EpochMs } from '#shared/terms/time.ts';

type Venue = Pick<Camp, 'venue' | 'place' | 'from'>;

/** The digits of the door as a code of the catalog. */
export const doorCode = ({ id }: Pick<Seat, 'id'>) => requestCodeSchema.parse(id);

export const whereAndWhen = ({ venue, place, from }: Venue) => ({
  hospital: venue,
  place: place.name,
  opensAt: from,
});

export const inviteMessage = (camp: Camp): Message<'campInvite'> => ({
  key: 'campInvite',
  params: { ...whereAndWhen(camp), centre: camp.centre, closesAt: camp.to },
});

/** The half hours on offer, or that every one is taken. */
export const timesMessage = ([first, second, third]: readonly EpochMs[]): Message =>
  first === undefined
    ? { key: 'campWaiting', params: {} }
    : {
        key: 'campTimes',
        params: { first, ...(second && { second }), ...(third && { third }) },
      };

export const bookedMessage = ({ venue, place }: Venue, seat: Seat): Message<'campBooked'> => ({
  key: 'campBooked',
  params: {
    ...{ hospital: venue, place: place.name, code: doorCode(seat) },
    ...(seat.at !== undefined && !seat.walkIn && { at: seat.at }),
  },
});
