import type { Person } from '#shared/people/person.ts';
import { arrivalTime } from '#shared/request/deadlines.ts';
import type { Request } from '#shared/request/request.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** The arrival time of a donor who was asked for this request, by this alert or the last one. */
export const findArrivalTime = async (
  work: UnitOfWork,
  { alerts }: Person,
  request: Request,
  asked = alerts.findLast(({ requestId }) => requestId === request.id)?.alertId,
): Promise<EpochMs> => {
  const alert = asked && (await work.alert(request.id, asked));
  return arrivalTime(request, alert?.arriveBy, work.now, work.services.config.policy);
};
