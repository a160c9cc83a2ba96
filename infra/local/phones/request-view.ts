import type { RequestFile } from '#functions/ports/store.ts';
import { countDonated, countSecured, countStandby } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { type DescribedEntry, describeEntry } from './describe-entry.ts';

/** A request as the phones page shows it, without numbers and names. */
export type RequestView = {
  code: string;
  phase: Request['phase']['type'];
  /** The phase in words. */
  standing: string;
  group: string;
  component: Request['component'];
  exchange: boolean;
  units: number;
  hospital: string;
  place: string;
  /** Hotline time. */
  neededBy: number;
  /** Units of donors who are coming, and of those who gave. */
  coming: number;
  given: number;
  standby: number;
  timeline: DescribedEntry[];
};

export const requestViewOf = ({ request, timeline }: RequestFile): RequestView => ({
  code: request.code,
  phase: request.phase.type,
  standing: standingOf(request),
  group: request.group,
  component: request.component,
  exchange: request.exchange,
  units: request.units,
  hospital: request.hospital,
  place: request.place.name,
  neededBy: request.neededBy,
  coming: countSecured(request) - countDonated(request),
  given: countDonated(request),
  standby: countStandby(request),
  timeline: timeline.map(describeEntry),
});

const standingOf = ({ phase }: Request): string => {
  switch (phase.type) {
    case 'verifying':
      return 'Waiting for a volunteer';
    case 'searching':
      return phase.exhausted ? 'Everyone has been asked' : 'Asking donors';
    case 'covered':
      return 'Enough donors are coming';
    case 'fulfilled':
      return 'The blood was given';
    case 'closed':
      return closedWords[phase.reason];
  }
};

const closedWords = {
  refused: 'Not verified',
  cancelled: 'Closed by the family',
  expired: 'Its time is over',
} as const;
