import {
  type Candidate,
  exclusionReason,
  type Search,
  toCandidate,
} from '#shared/matching/candidate.ts';
import { compatibleGroups } from '#shared/matching/compatibility.ts';
import { isTooFar } from '#shared/matching/fits-need.ts';
import { isEnded } from '#shared/outbox/delivery-state.ts';
import { isDonor } from '#shared/people/person.ts';
import { findSentHome, type SentHome } from '#shared/request/lifecycle/sent-home.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import type { AlertedRequest } from '../../ports/store.ts';

/** `again`: the donor was told that no more donors were needed, and now hears that a place has opened. */
export type AskedAgain = Candidate & { again: boolean };

/**
 * Donors who were told that no more donors were needed, or whose alert never left: the first to be asked when a place
 * opens. Their alert of this request does not count against them.
 */
export const candidatesSentHome = async (
  services: Services,
  file: AlertedRequest,
  search: Search,
  now: EpochMs,
): Promise<AskedAgain[]> => {
  const { request } = file;
  const { policy } = services.config;
  const home = findSentHome(file);
  if (home.length === 0) return [];
  const people = await services.store.persons(home.flatMap(({ alert }) => alert.phone ?? []));
  const byPhone = new Map(people.map((person) => [person.phone, person]));
  const tiers = new Map(compatibleGroups(request).map(({ group, tier }) => [group, tier]));
  const family = {
    ...search,
    spared: new Set([request.requester, request.contact].filter((p) => p !== undefined)),
  };
  const found = home.map(({ alert, why }): AskedAgain[] => {
    const person = alert.phone && byPhone.get(alert.phone);
    if (!person || !isDonor(person)) return [];
    const tier = tiers.get(person.donor.group);
    const others = {
      ...person,
      alerts: person.alerts.filter(({ requestId }) => requestId !== request.id),
    };
    if (tier === undefined || isTooFar(person.donor, request, alert.distanceKm, policy)) return [];
    if (exclusionReason(others, family, now, policy) !== undefined) return [];
    return [{ ...toCandidate(others, tier, search, now, policy), person, again: why !== 'unsent' }];
  });
  const left = await Promise.all(home.map((one) => mayStillLeave(services, one)));
  return found.filter((_, i) => left[i] === false).flat();
};

/** An alert that was withdrawn before it left may be with the carrier at this moment. */
const mayStillLeave = async ({ store }: Services, { alert, why }: SentHome): Promise<boolean> => {
  if (why !== 'unsent') return false;
  const row = await store.outboxRow(alert.id);
  return row !== undefined && !isEnded(row) && row.state !== 'queued';
};
