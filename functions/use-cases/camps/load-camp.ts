import type { Camp } from '#shared/camp/camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import type { CampId, SeatNumber } from '#shared/terms/ids.ts';
import { seatName } from '../put-name.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** The camp with this unit's changes. */
export const loadCamp = async (work: UnitOfWork, id: CampId): Promise<Camp | undefined> => {
  const changed = work.putUnder(`camp ${id}`);
  return changed?.kind === 'camp' ? changed : work.services.store.camp(id);
};

/** The seat with this unit's changes. */
export const loadSeat = async (
  work: UnitOfWork,
  campId: CampId,
  id: SeatNumber,
): Promise<Seat | undefined> => {
  const changed = work.putUnder(seatName({ campId, id }));
  return changed?.kind === 'seat' ? changed : work.services.store.seat(campId, id);
};
