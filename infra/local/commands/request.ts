import type { Services } from '#functions/ports/services.ts';
import type { RequestFile } from '#functions/ports/store.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, toCalendar } from '#shared/terms/time.ts';
import { type Command, CommandError, renderColumns } from './command.ts';

/** `request CODE`: one request with everything about it. */
export const showRequest: Command = {
  summary: 'one request with its pledges, alerts and timeline; numbers masked',
  args: ['CODE'],
  async run({ services, args: [raw = ''], terminal }) {
    const file = await findRequestFile(services, raw);
    for (const line of renderFile(file)) terminal.out(line);
    return 0;
  },
};

/** The request with that code, its alerts and its timeline. Throws CommandError without such a request. */
export const findRequestFile = async ({ store }: Services, raw: string): Promise<RequestFile> => {
  const code = requestCodeSchema.safeParse(raw);
  const pointer = code.success ? await store.code(code.data) : undefined;
  const file = pointer && (await store.requestFile(pointer.requestId));
  if (!file) throw new CommandError(`there is no request ${raw}`);
  return file;
};

const renderFile = ({ request, alerts, timeline }: RequestFile): string[] => [
  ...renderColumns(factsOf(request)),
  ...section('PLEDGES', request.pledges.map(pledgeRow)),
  ...section(
    'ALERTS',
    [...alerts]
      .sort((a, b) => a.at - b.at)
      .map((a) => [
        renderMoment(a.at),
        `stage ${a.stage}`,
        masked(a.phone),
        `${a.distanceKm.toFixed(1)} km`,
        `${(100 * a.chance).toFixed(1)}%`,
        a.state,
      ]),
  ),
  ...section(
    'TIMELINE',
    [...timeline]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ at, what, who, facts }) => [
        renderMoment(at),
        what,
        who ?? '',
        // The database does not keep the order of a map's fields.
        Object.entries(facts ?? {})
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
      ]),
  ),
];

const factsOf = (request: Request): string[][] => [
  ['request', request.code],
  ['group', `${request.group} ${request.component}${request.exchange ? ', exchange' : ''}`],
  ['units', String(request.units)],
  ['hospital', `${request.hospital}, ${request.place.name}`],
  ['zone', request.place.zone],
  ['needed by', `${renderMoment(request.neededBy)} (${request.urgency})`],
  ['phase', phaseOf(request)],
  ['opened', `${renderMoment(request.createdAt)} by ${masked(request.requester)}`],
  ...(request.verifiedBy ? [['verified by', masked(request.verifiedBy)]] : []),
];

const phaseOf = ({ phase }: Request): string =>
  phase.type === 'closed' ? `closed: ${phase.reason}` : phase.type;

const pledgeRow = ({ at, donor, state, arriveBy }: Pledge): string[] => [
  renderMoment(at),
  masked(donor?.phone),
  state,
  arriveBy === undefined ? '' : `by ${renderMoment(arriveBy)}`,
];

const section = (title: string, rows: string[][]): string[] => [
  '',
  `${title} (${rows.length})`,
  ...renderColumns(rows, '  '),
];

export const masked = (phone: string | undefined): string =>
  phone === undefined ? 'forgotten' : maskPhoneNumber(phone);

const two = (n: number): string => String(n).padStart(2, '0');

/** 2026-11-23 14:05, as a clock in India shows it. */
export const renderMoment = (at: EpochMs): string => {
  const { year, month, day, hour, minute } = toCalendar(at);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
};
