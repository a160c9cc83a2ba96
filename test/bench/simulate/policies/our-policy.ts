import { withBelief } from '#shared/matching/active-belief.ts';
import { type Askable, chooseStage } from '#shared/matching/choose-stage.ts';
import { othersRead, stagesOfKeen, stagesOfOthers } from '#shared/matching/donor-queue.ts';
import { endsAt, type Reach, reachAt, reaches, reachNeeded } from '#shared/matching/reach.ts';
import { scoreCandidate } from '#shared/matching/score-candidate.ts';
import {
  coverProbability,
  minutesToNextReview,
  type StageSituation,
} from '#shared/matching/stage-size.ts';
import { standbySize } from '#shared/matching/standby-size.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import { arrivalDeadline, arrivalTime } from '#shared/request/deadlines.ts';
import { alertsRestUntil, quietUntil } from '#shared/terms/quiet-hours.ts';
import { after, type EpochMs, fromCalendar, minutes } from '#shared/terms/time.ts';
import { minutesADay } from '../sim-world.ts';
import {
  type AlertOut,
  type AskingPolicy,
  type Case,
  isNight,
  type Simulation,
} from '../simulation.ts';
import { donorIndexOf, moveToEnd, recordYes, respondersIn } from './donor-index.ts';
import { frame, groupsFor, isFree, longestWaiting, zonesWithin } from './donor-lists.ts';
import type { OurRules } from './rules.ts';

/*
 * The hotline's own policy. shared/matching decides, and this file does what functions/ does in the live hotline: it
 * reads the candidates, asks the chosen donors, and checks the request again at the planned time.
 */

type InLine = Askable & { donor: number; night: boolean; tier: 0 | 1 | 2 };

/** Minutes of silence after which no reply to an alert is expected. */
const hopeless = 90;

/** The beginning of the simulated year: midnight in India. */
const yearBegins = fromCalendar({ year: 2026, month: 1, day: 1, hour: 0 });
export const momentOf = (minute: number): EpochMs => after(yearBegins, minutes(minute));
const minuteOf = (moment: EpochMs): number => (moment - yearBegins) / minutes(1);
/** The request as the live engine sees it. */
const asked = ({ urgency, neededBy }: Case) => ({ urgency, neededBy: momentOf(neededBy) });

/** With `informed` the policy knows every donor's true probability and need not learn. */
export const ours = (rules: OurRules, name = 'ours', informed = false): AskingPolicy => {
  const { policy, off } = rules;
  const { alertCaps } = policy;
  const asking = off.has('floor')
    ? { ...policy.asking, leastChance: { critical: 0, urgent: 0, planned: 0 } }
    : policy.asking;
  const { usual, beyond } = reaches(policy);
  const learns = !off.has('learning');
  const spares = !off.has('sparing');
  const tires = !off.has('fatigue');
  /** The minute until which a donor whose yes was not needed is not asked. */
  const inPeaceUntil = new Map<number, number>();
  /** A cache for the last time: a whole list is scored in the same minute. */
  let quiet = { at: Number.NaN, is: false };
  const isQuiet = (at: number): boolean => {
    if (at !== quiet.at)
      quiet = { at, is: quietUntil(momentOf(at), policy.quietHours) !== undefined };
    return quiet.is;
  };
  const situation = (sim: Simulation, r: Case, extra?: AlertOut): StageSituation => ({
    missing: sim.missing(r),
    waiting: r.alerts
      .filter((a) => (a.state === 'open' && sim.now - a.at < hopeless) || a === extra)
      .map(({ yes, gives, night, at }) => ({ yes, gives, night, askedMinutesAgo: sim.now - at })),
  });

  const toInLine = (
    sim: Simulation,
    r: Case,
    donor: number,
    tier: 0 | 1 | 2,
    km: number,
  ): InLine => {
    const { now, world } = sim;
    const recent = sim.alertsSince(donor, now - 7 * minutesADay);
    const night = isQuiet(now);
    const gaveAt = sim.gaveBefore(donor);
    const prospect = {
      record: learns ? sim.record(donor) : emptyHistory,
      woman: world.woman[donor] === 1,
      distanceKm: km,
      minutesLeft: r.neededBy - now,
      urgency: r.urgency,
      ownGroup: tier === 0 || !spares,
      moment: {
        recentAlerts: tires ? recent : 0,
        night,
        at: momentOf(now),
        gaveAt: gaveAt === undefined ? undefined : momentOf(gaveAt),
      },
    };
    const { yes, gives, chance, ever, worth, weight } = scoreCandidate(prospect, asking);
    const waitsSince = sim.lastAsked(donor);
    // An informed policy uses the true probability. The object is written out because each check creates ten thousand.
    const known = informed ? sim.trueChance(donor, recent, isNight(now)) : yes;
    const share = informed ? known / yes : 1;
    return {
      donor,
      tier,
      night,
      distanceKm: km,
      waitsSince,
      yes: known,
      gives,
      weight,
      chance: chance * share,
      ever: ever * share,
      worth: worth * share,
    };
  };

  /** The time until which no request may ask the donor, as known today. */
  const restsUntil = (sim: Simulation, donor: number): number =>
    sim.left[donor]
      ? Number.POSITIVE_INFINITY
      : Math.max(
          sim.restsUntil[donor] ?? 0,
          sim.lastAsked(donor, alertCaps.perWeek - 1) + 7 * minutesADay,
          sim.lastAsked(donor, alertCaps.perMonth - 1) + 30 * minutesADay,
        );

  const mayBeAsked = (sim: Simulation, r: Case, donor: number): boolean =>
    isFree(sim, donor) &&
    sim.lastAsked(donor, alertCaps.perWeek - 1) <= sim.now - 7 * minutesADay &&
    sim.lastAsked(donor, alertCaps.perMonth - 1) <= sim.now - 30 * minutesADay &&
    (inPeaceUntil.get(donor) ?? 0) <= sim.now &&
    !r.asked.has(donor);

  const reachOf = (sim: Simulation, r: Case, reach: number): Reach =>
    reachAt(reach, { ...r, minutesLeft: r.neededBy - sim.now }, policy);
  const groupsWithin = (r: Case, { maxTier }: Reach) =>
    groupsFor(r).filter(({ tier }) => !spares || tier <= maxTier);

  /** The donors with an earlier yes who may be asked, of each wide cell those asked longest ago: the same for every ring. */
  const keenLine = (sim: Simulation, r: Case, reach: Reach): InLine[] => {
    const found: InLine[] = [];
    if (!learns) return found;
    const index = donorIndexOf(sim, informed);
    const until = (donor: number): number => restsUntil(sim, donor);
    const groups = groupsWithin(r, reach);
    for (const zone of zonesWithin(sim.world, r, reach.farKm))
      for (const { group, tier } of groups)
        for (const donor of longestWaiting(sim, respondersIn(index, sim, { zone, group }, until), {
          most: stagesOfKeen * policy.stages[r.urgency].maxDonors,
          mayBeAsked: (one) => sim.distanceKm(one, r) <= reach.farKm && mayBeAsked(sim, r, one),
        }))
          found.push(toInLine(sim, r, donor, tier, sim.distanceKm(donor, r)));
    return found;
  };

  /** The nearest other donors within this reach. */
  const othersLine = (sim: Simulation, r: Case, reach: Reach): InLine[] => {
    const index = donorIndexOf(sim, informed);
    const ring = reach.ringKm;
    const found: InLine[] = [];
    const groups = groupsWithin(r, reach);
    const enough = stagesOfOthers * policy.stages[r.urgency].maxDonors;
    for (let frames = 0; frames <= ring / 5 + 1 && found.length < enough; frames += 1)
      for (const square of frame(index.squares, r, frames, ring))
        for (const { group, tier } of groups) {
          const full = found.length + othersRead;
          for (const donor of square[group] ?? []) {
            if (found.length >= full) break;
            const km = sim.distanceKm(donor, r);
            if (km > ring || (learns && index.known[donor])) continue;
            if (mayBeAsked(sim, r, donor)) found.push(toInLine(sim, r, donor, tier, km));
          }
        }
    return found;
  };

  const askThose = (sim: Simulation, r: Case, line: InLine[]): void => {
    for (const { donor, yes, gives, weight, night } of line) {
      moveToEnd(donorIndexOf(sim), sim, donor);
      sim.ask(r, donor, { yes, gives, fair: weight, night });
    }
  };

  /** Asks as few donors as needed, and widens the reach when it has too few. */
  const askFor = (sim: Simulation, r: Case, now: StageSituation, wanted: number): void => {
    const { maxDonors: most } = policy.stages[r.urgency];
    const isFirst = r.alerts.length === 0;
    const stage = { situation: now, wanted, most, urgency: r.urgency, isFirst };
    const begun = Math.min(r.reach, beyond);
    let keen = { until: -1, line: [] as InLine[] };
    for (let reach = begun; ; reach += 1) {
      const at = reachOf(sim, r, reach);
      // The rings, and the usual reach, have the same donors with an earlier yes.
      const until = Math.max(usual, reach);
      if (keen.until !== until) keen = { until, line: keenLine(sim, r, at) };
      const line = keen.line.concat(othersLine(sim, r, at));
      const { chosen, enough } = chooseStage(line, stage, asking);
      if (!endsAt(reach, { enough, chosen: chosen.length }, policy)) continue;
      r.ranOut ||= chosen.length === 0;
      r.reach = reachNeeded(reach, chosen, r, policy);
      askThose(sim, r, chosen);
      return;
    }
  };

  const nextLook = (sim: Simulation, r: Case): number => {
    const { intervalMinutes: most } = policy.stages[r.urgency];
    const waits = { least: most / 2, most, lookAgainBelow: asking.lookAgainBelow };
    return minutesToNextReview(situation(sim, r), waits, asking);
  };

  const look = (sim: Simulation, r: Case): void => {
    if (sim.missing(r) === 0) return;
    const quiet = alertsRestUntil(asked(r), momentOf(sim.now), policy.quietHours);
    if (quiet !== undefined) {
      sim.lookIn(r, minuteOf(quiet) - sim.now);
      return;
    }
    const now = situation(sim, r);
    const { wantedChance } = policy.stages[r.urgency];
    if (coverProbability(now, 0, asking) < wantedChance) askFor(sim, r, now, wantedChance);
    sim.lookIn(r, nextLook(sim, r));
  };

  /** Replaces a refusal. The next stage has its own time. */
  const refused = (sim: Simulation, r: Case, alert: AlertOut): void => {
    if (sim.missing(r) === 0) return;
    const { wantedChance } = policy.stages[r.urgency];
    const before = coverProbability(situation(sim, r, alert), 0, asking);
    const now = situation(sim, r);
    const wanted = Math.min(wantedChance, before);
    if (coverProbability(now, 0, asking) < wanted - 1e-9) askFor(sim, r, now, wanted);
  };

  return {
    name,
    hearsNo: true,
    missedAfter: policy.arrival.noShowAfterMinutes,
    silentAfter: 60 * policy.alertOpenHours,
    appointment: (sim, r, alert) => {
      const need = asked(r);
      const offered = arrivalDeadline(need, momentOf(alert.at), policy);
      const arriveBy = minuteOf(arrivalTime(need, offered, momentOf(sim.now), policy));
      return { arriveBy, setsOutAt: arriveBy - policy.arrival.travelMinutes[r.urgency] };
    },
    notNeeded: (sim, donor) => {
      if (!off.has('peace'))
        inPeaceUntil.set(donor, sim.now + alertCaps.restAfterYesDays * minutesADay);
    },
    learns: true,
    begin: look,
    look,
    recordYes,
    believes: (record, counted, answered, at) =>
      withBelief(record, counted, answered, momentOf(at), asking),
    missingAgain: (sim, r) => {
      r.reach = 0;
      look(sim, r);
    },
    ...(!off.has('replacing') && { refused }),
    standbyRoom: (_, r) => {
      if (off.has('standby')) return Math.ceil(r.units * 0.5);
      const gives = r.confirmed.map(({ alert }) => alert.gives);
      const usual = gives.reduce((sum, g) => sum + g, 0) / Math.max(1, gives.length);
      return standbySize(r.units - r.given, gives, usual, asking);
    },
  };
};
