import type { Services } from '#functions/ports/services.ts';
import { findCandidates } from '#functions/use-cases/alerts/find-candidates.ts';
import type { PendingAnswer } from '#shared/matching/stage-size.ts';
import type { Request } from '#shared/request/request.ts';
import { nextReviewAt } from '#shared/request/stage-forecast.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, type EpochMs, minutes } from '#shared/terms/time.ts';
import type { DatabaseCall } from '../metered-table.ts';
import { people } from '../simulate/sim-assumptions.ts';
import { randomOf } from '../simulate/world-rng.ts';
import { theirSearch } from './their-pattern.ts';

/** What one search has cost and brought. */
export type Round = { queries: number; reads: number; told: number; covered: boolean };
export type Search = { first: Round; whole: Round };

/** Whether this donor says yes to the request and comes: the same for both searches. */
export const gives = (index: number, group: string, seed: number): boolean => {
  const isActive = randomOf(seed, 61, index) < people.active.share;
  const yes = isActive ? people.active.yes : people.sleeper.yes;
  return randomOf(seed, 62, index, group.length) < yes * 0.8;
};

type Meter = { calls: DatabaseCall[] };
const reading = new Set(['Query', 'Get', 'BatchGet']);
const costOf = ({ calls }: Meter, told: number, covered: boolean): Round => {
  const reads = calls.filter(({ operation }) => reading.has(operation));
  return {
    queries: reads.length,
    reads: reads.reduce((sum, call) => sum + call.reads, 0),
    told,
    covered,
  };
};

type Asked = { services: Services; request: Request; meter: Meter; now: EpochMs };
export type Answers = { indexOf: (phone: PhoneNumber) => number; seed: number };

/** Our stages until the units are covered or the time is over. Who has not said yes stays silent. */
export const ourSearch = async (
  { services, request, meter, now }: Asked,
  { indexOf, seed }: Answers,
): Promise<Search> => {
  const { policy } = services.config;
  const { wantedChance: wanted, maxDonors: most, intervalMinutes } = policy.stages[request.urgency];
  const spared = new Set<PhoneNumber>();
  let waiting: (PendingAnswer & { at: EpochMs })[] = [];
  let missing = request.units;
  let first: Round | undefined;
  meter.calls = [];
  for (let at = now; at < request.neededBy && missing > 0; ) {
    const silent = waiting.map((one) => ({ ...one, askedMinutesAgo: (at - one.at) / minutes(1) }));
    const situation = { missing, waiting: silent };
    const search = { ...request, spared };
    const isFirst = spared.size === 0;
    const stage = { situation, wanted, most, isFirst };
    const { chosen } = await findCandidates(services, request, search, stage, at);
    for (const { person } of chosen) {
      spared.add(person.phone);
      if (gives(indexOf(person.phone), request.group, seed)) missing = Math.max(0, missing - 1);
    }
    const silentNow = chosen
      .filter(({ person }) => !gives(indexOf(person.phone), request.group, seed))
      .map(({ yes, gives: comes, night }) => ({
        yes,
        gives: comes,
        night,
        askedMinutesAgo: 0,
        at,
      }));
    waiting = [...waiting, ...silentNow];
    first ??= costOf(meter, spared.size, missing === 0);
    const next = nextReviewAt(request, { missing, waiting: silentNow }, at, policy);
    at = chosen.length === 0 ? after(at, minutes(4 * intervalMinutes)) : next;
  }
  const whole = costOf(meter, spared.size, missing === 0);
  return { first: first ?? whole, whole };
};

/** Their waves, three minutes apart; a search that has ended begins again after a quarter of an hour. */
export const theirSearches = async (
  client: Parameters<typeof theirSearch>[0],
  table: string,
  { request, meter, now }: Omit<Asked, 'services'>,
  seed: number,
): Promise<Search> => {
  const told = new Set<number>();
  let missing = request.units;
  let first: Round | undefined;
  meter.calls = [];
  for (let at = now; at < request.neededBy && missing > 0; at = after(at, minutes(15))) {
    for await (const wave of theirSearch(client, table, request, told)) {
      for (const index of wave) {
        told.add(index);
        if (gives(index, request.group, seed)) missing = Math.max(0, missing - 1);
      }
      first ??= costOf(meter, told.size, missing === 0);
      at = after(at, minutes(3));
      if (missing === 0 || at >= request.neededBy) break;
    }
  }
  const whole = costOf(meter, told.size, missing === 0);
  return { first: first ?? whole, whole };
};
