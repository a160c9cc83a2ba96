import type { Services } from '#functions/ports/services.ts';
import { readOrReport } from '#functions/use-cases/report-invalid-item.ts';
import { countSecured } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { days, type EpochMs, epochMs, hours, minutes } from '#shared/terms/time.ts';
import { type Command, renderColumns } from './command.ts';

/** `requests`: the open requests. */
export const listRequests: Command = {
  summary: 'the open requests, oldest first; numbers masked',
  args: [],
  async run({ services, terminal }) {
    const open = await openRequests(services);
    const now = services.clock.now();
    if (open.length === 0) terminal.out('no open requests');
    else
      for (const line of renderColumns([header, ...open.map((r) => rowOf(r, now))]))
        terminal.out(line);
    return 0;
  },
};

/** Every open request has a due time, so the due index holds all of them. */
const openRequests = async ({ store, log }: Services): Promise<Request[]> => {
  const due = await store.due('request', farAway, 10_000);
  const found = await Promise.all(
    due.map((d) =>
      d.kind === 'request' ? readOrReport(log, () => store.request(d.id)) : undefined,
    ),
  );
  return found.filter((r) => r !== undefined).sort((a, b) => a.createdAt - b.createdAt);
};

/** The year 9999. */
const farAway = epochMs(253_402_300_799_000);

const header = ['CODE', 'GROUP', 'UNITS', 'PHASE', 'AGE', 'HOSPITAL', 'REQUESTER'];

const rowOf = (request: Request, now: EpochMs): string[] => [
  request.code,
  request.exchange ? `${request.group} (any)` : request.group,
  `${countSecured(request)} of ${request.units}`,
  request.phase.type,
  renderAge(now - request.createdAt),
  request.hospital,
  request.requester ? maskPhoneNumber(request.requester) : 'forgotten',
];

/** "3 min", "5 h", "2 d", whole units, rounded down. */
export const renderAge = (ms: number): string => {
  if (ms < hours(1)) return `${Math.max(0, Math.floor(ms / minutes(1)))} min`;
  return ms < days(2) ? `${Math.floor(ms / hours(1))} h` : `${Math.floor(ms / days(1))} d`;
};
