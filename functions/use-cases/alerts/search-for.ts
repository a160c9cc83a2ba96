import type { Search } from '#shared/matching/candidate.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';

/** What is looked for: the family and whoever has been asked are spared. */
export const searchFor = (request: Request, alerts: Alert[]): Search => ({
  component: request.component,
  place: request.place,
  neededBy: request.neededBy,
  urgency: request.urgency,
  spared: new Set(
    [request.requester, ...alerts.map((a) => a.phone)].filter((p) => p !== undefined),
  ),
});
