import { withCampDue } from '#shared/camp/open-camp.ts';
import { holdsHalfHour } from '#shared/camp/seat.ts';
import type { Person } from '#shared/people/person.ts';
import { listCamps } from '../camps/list-camps.ts';
import { loadCamp, loadSeat } from '../camps/load-camp.ts';
import { releaseSeat, withSeatDue } from '../camps/take-half-hour.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/**
 * Removes the person from every camp: a half hour they hold is free again, their seats keep group, sex and how the visit
 * ended as counts, and their certificates are known no more. A camp they opened forgets who opened it.
 */
export const eraseFromCamps = async (
  work: UnitOfWork,
  { phone: from, camps = [], volunteer }: Person,
): Promise<void> => {
  for (const { campId, seat: id } of camps) {
    const stored = id && (await loadSeat(work, campId, id));
    if (!stored) continue;
    const camp = await loadCamp(work, campId);
    if (camp && holdsHalfHour(stored)) await releaseSeat(work, camp, stored);
    const { phone: _, check: __, ...seat } = (await loadSeat(work, campId, stored.id)) ?? stored;
    const { dueAt: ___, ...unnamed } = seat;
    work.put(camp ? withSeatDue(work, camp, seat) : unnamed);
  }
  if (!volunteer) return;
  for (const { id } of await listCamps(work.services, work.now)) {
    const camp = await loadCamp(work, id);
    if (camp?.openedBy !== from) continue;
    const { openedBy: _, ...rest } = camp;
    work.put(withCampDue(rest, work.now, work.services.config.policy));
  }
};
