import { bloodGroups } from '#shared/terms/blood-group.ts';
import { after, days, type EpochMs, epochMs, minutes, toCalendar } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import type { RequestFile } from '../../ports/store.ts';
import { readOrReport } from '../report-invalid-item.ts';
import { listOpenRequests } from '../requests/list-open-requests.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/* What became of the requests of the last days. */

export const figureDays = 7;
/** Ended requests that are read: a week of a busy group. */
const most = 400;

/** Minutes from the request to enough donors, and the last class for those that never had enough. */
export const coverClasses = [15, 30, 60, 120, 240] as const;

export type Figures = {
  requests: number;
  /** By the hour of the day in which the family asked. */
  byHour: number[];
  /** One more than `coverClasses`: the last holds those that took longer. */
  byMinutes: number[];
  /** Requests that never had enough donors, the open ones excepted. */
  neverCovered: number;
  /** Zone, then the count of each group in the order of `bloodGroups`. */
  byZone: Map<string, number[]>;
};

/** Ended requests are in the index until their names are deleted, in the order in which they ended. */
const findEnded = async ({ store, log, config, clock }: Services): Promise<RequestFile[]> => {
  const kept = days(config.policy.retention.requestDays);
  const now = clock.now();
  const ended = await store.due(
    'over',
    after(now, kept),
    most,
    epochMs(now + kept - days(figureDays)),
  );
  const files = await Promise.all(
    ended.map((due) =>
      due.kind === 'over' ? readOrReport(log, () => store.requestFile(due.id)) : undefined,
    ),
  );
  return files.filter((file) => file !== undefined);
};

const findOpen = async (services: Services): Promise<RequestFile[]> => {
  const open = await listOpenRequests(new UnitOfWork(services, services.clock.now()));
  const files = await Promise.all(open.map(({ id }) => services.store.requestFile(id)));
  return files.filter((file) => file !== undefined);
};

const coveredAt = ({ timeline }: RequestFile): EpochMs | undefined =>
  timeline.find(({ what }) => what === 'covered')?.at;

/** Costs the open requests and those that ended within the days, not the table. */
export const recentFigures = async (services: Services): Promise<Figures> => {
  const since = services.clock.now() - days(figureDays);
  const [ended, open] = await Promise.all([findEnded(services), findOpen(services)]);
  const recent = [...open, ...ended].filter(({ request }) => request.createdAt >= since);
  const byHour = new Array<number>(24).fill(0);
  const byMinutes = new Array<number>(coverClasses.length + 1).fill(0);
  const byZone = new Map<string, number[]>();
  let neverCovered = 0;
  const add = (counts: number[], at: number): void => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const file of recent) {
    const { request } = file;
    add(byHour, toCalendar(request.createdAt).hour);
    const zone = byZone.get(request.place.zone) ?? bloodGroups.map(() => 0);
    add(zone, bloodGroups.indexOf(request.group));
    byZone.set(request.place.zone, zone);
    const at = coveredAt(file);
    const took = at === undefined ? undefined : (at - request.createdAt) / minutes(1);
    const cover = coverClasses.findIndex((limit) => (took ?? 0) <= limit);
    if (took !== undefined) add(byMinutes, cover < 0 ? coverClasses.length : cover);
    else if (request.dueAt === undefined) neverCovered += 1;
  }
  return { requests: recent.length, byHour, byMinutes, neverCovered, byZone };
};
