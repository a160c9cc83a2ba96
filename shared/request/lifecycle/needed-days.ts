import type { NeededDay } from '../../people/drafts.ts';
import type { Policy } from '../../terms/policy.ts';
import { after, type EpochMs, hours, minutes } from '../../terms/time.ts';
import type { Urgency } from '../../terms/urgency.ts';
import type { DayEvent } from '../events.ts';
import { countMissing, countMissingBy } from '../pledge-counts.ts';
import type { Request } from '../request.ts';
import type { EventOf, Evolution, Notifications, TimelineLines } from './handlers.ts';
import { notifyPhone } from './notices.ts';
import { startSearch, withoutStillNeeded } from './search.ts';

/*
 * A request that is needed over several days ("2 today, 2 tomorrow") is served one day after the other (docs/adr/0045).
 * `neededBy` is the day that donors are asked for now; each pledge keeps the time of its own day.
 */

/** Donors are asked for a later day so long before it, once the day before is covered. */
const askedBefore = hours(24);

/** How pressing a day is, by the time that is left (parse-needed-by.ts has the same limits). */
const urgencyIn = (wait: number): Urgency =>
  wait <= hours(6) ? 'critical' : wait <= hours(24) ? 'urgent' : 'planned';

const turnTo = ({ neededBy }: NeededDay, now: EpochMs): EventOf['day-turned'] => ({
  type: 'day-turned',
  neededBy,
  urgency: urgencyIn(neededBy - now),
});

/** The day after the one that donors are asked for now. */
export const nextDay = ({ days, neededBy }: Pick<Request, 'days' | 'neededBy'>) =>
  days?.find((day) => day.neededBy > neededBy);

/** The end of the day before the one that donors are asked for now. */
export const dayBefore = ({
  days,
  neededBy,
}: Pick<Request, 'days' | 'neededBy'>): EpochMs | undefined =>
  days?.findLast((day) => day.neededBy < neededBy)?.neededBy;

/** When the search turns to the next day by itself: it is covered and the next day is near, or its own time is over. */
export const dayTurn = (
  request: Request,
  now: EpochMs,
): { at: EpochMs; event: EventOf['day-turned'] } | undefined => {
  const next = nextDay(request);
  const { type } = request.phase;
  if (!next || request.alertsToClose) return undefined;
  if (type === 'covered') {
    const at = after(next.neededBy, -askedBefore);
    return { at, event: turnTo(next, now > at ? now : at) };
  }
  return type === 'searching' || type === 'verifying'
    ? { at: request.neededBy, event: turnTo(next, now) }
    : undefined;
};

/** A donor of an earlier day has left it, and another one can still come in time: that day comes first again. */
export const turnBack = (
  request: Request,
  now: EpochMs,
  policy: Policy,
): EventOf['day-turned'] | undefined => {
  const journey = minutes(policy.arrival.travelMinutes.critical);
  const day = request.days?.find(
    ({ neededBy }) =>
      neededBy < request.neededBy &&
      neededBy >= now + journey &&
      countMissingBy(request, neededBy) > 0,
  );
  return day && turnTo(day, now);
};

export const dayEvolution: Evolution<DayEvent> = {
  'day-turned': (request, { neededBy, urgency }, at) => {
    const { asap: _, ...turned } = withoutStillNeeded({ ...request, neededBy, urgency });
    return turned.phase.type === 'verifying' ? turned : startSearch(turned, at);
  },
};

export const dayNotifications: Notifications<DayEvent> = {
  // An earlier day that comes first again was told as the donor who cannot come.
  'day-turned': ({ neededBy }, { before, after: turned }) => {
    const { code, requester, phase } = turned;
    const units = countMissing(turned);
    const isNews = neededBy > before.neededBy && phase.type === 'searching' && units > 0;
    return isNews
      ? notifyPhone(requester, { key: 'dayBegun', params: { code, units, neededBy } })
      : [];
  },
};

export const dayTimeline: TimelineLines<DayEvent> = {
  'day-turned': ({ neededBy }) => ({ neededBy }),
};
