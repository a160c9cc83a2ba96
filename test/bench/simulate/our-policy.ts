import { noRecord } from '#shared/donor/record.ts';
import { type Judged, judge } from '#shared/matching/judge.ts';
import {
  chanceOfCover,
  minutesToNextLook,
  type Situation,
  smallestStage,
} from '#shared/matching/plan-stage.ts';
import { standbyRoom } from '#shared/matching/standby-room.ts';
import type { Policy } from '#shared/terms/policy.ts';
import type { Urgency } from '#shared/terms/urgency.ts';
import { bookOf, heardYes, isKeen, keenIn, toTheEnd } from './book.ts';
import { frame, groupsFor, isFree } from './line.ts';
import type { OurRules } from './rules.ts';
import {
  type AlertOut,
  type AskingPolicy,
  type Case,
  isNight,
  type Simulation,
} from './simulation.ts';
import { minutesADay } from './world.ts';

/*
 * The hotline's own way: shared/matching decides, and this file is to it what functions/ is in the live hotline. It
 * reads whom it might ask, asks those chosen, and looks again when told to.
 */

type InLine = Judged & { donor: number };

/** Donors read from one group in one square, and in all as a multiple of a full stage. */
const perSquare = 12;
const linesRead = 2;
/** Silent for so long, minutes: nothing is expected of an alert any more. */
const hopeless = 90;
/** Beyond the zone, km: further away nobody is asked. */
const beyondKm = 100;

/** Minutes of the day of a clock like 21:30. */
const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return 60 * hours + minutes;
};

/** When the quiet hours end in which `at` lies; `at` itself when it lies in none. They span midnight. */
const quietUntil = (at: number, { from, to }: Policy['quietHours']): number => {
  const minute = at % minutesADay;
  const day = at - minute;
  if (minute < minuteOf(to)) return day + minuteOf(to);
  return minute >= minuteOf(from) ? day + minutesADay + minuteOf(to) : at;
};

/** As urgent as the time that is left makes it. */
const urgencyNow = (sim: Simulation, r: Case): Urgency => {
  const hours = (r.neededBy - sim.now) / 60;
  if (r.urgency === 'critical' || hours < 5) return 'critical';
  return r.urgency === 'urgent' || hours < 14 ? 'urgent' : 'planned';
};

/** `informed`: it is told every donor's temperament, and need not learn. */
export const ours = (rules: OurRules, name = 'ours', informed = false): AskingPolicy => {
  const { policy, off } = rules;
  const { asking, ringsKm, alertCaps } = policy;
  const outOfZone = ringsKm.length + 1;
  const recordOf = (sim: Simulation, donor: number) =>
    off.has('learning') ? noRecord : sim.record(donor);

  const situation = (sim: Simulation, r: Case, besides?: AlertOut): Situation => ({
    missing: sim.missing(r),
    waiting: r.alerts
      .filter((a) => (a.state === 'open' && sim.now - a.at < hopeless) || a === besides)
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
    const night = isNight(now);
    const prospect = {
      record: recordOf(sim, donor),
      woman: world.woman[donor] === 1,
      distanceKm: km,
      minutesLeft: r.neededBy - now,
      urgency: urgencyNow(sim, r),
      ownGroup: tier === 0 || off.has('sparing'),
      moment: { recentAlerts: off.has('fatigue') ? 0 : recent, night },
    };
    const judged = judge(prospect, asking);
    if (!informed) return { donor, ...judged };
    const yes = sim.trueChance(donor, recent, night);
    const share = yes / judged.yes;
    return {
      ...{ donor, yes, gives: judged.gives, fair: judged.fair },
      ...{ chance: judged.chance * share, worth: judged.worth * share },
    };
  };

  const mayBeAsked = (sim: Simulation, r: Case, donor: number): boolean =>
    isFree(sim, donor) &&
    !r.asked.has(donor) &&
    sim.alertsSince(donor, sim.now - 7 * minutesADay) < alertCaps.perWeek &&
    sim.alertsSince(donor, sim.now - 30 * minutesADay) < alertCaps.perMonth;

  /** Who may be asked within this reach, best first: everyone who has ever said yes, and the nearest of the others. */
  const lineFor = (sim: Simulation, r: Case): InLine[] => {
    const urgency = urgencyNow(sim, r);
    const book = bookOf(sim, informed);
    const far = r.reach >= outOfZone ? beyondKm : asking.farthestKm[urgency];
    const ring = Math.min(far, ringsKm[r.reach] ?? far);
    const found: InLine[] = [];
    const consider = (donor: number, tier: 0 | 1 | 2, within: number): boolean => {
      if (!mayBeAsked(sim, r, donor)) return false;
      const km = sim.distanceKm(donor, r);
      if (km > within) return false;
      found.push(toInLine(sim, r, donor, tier, km));
      return true;
    };
    const groups = groupsFor(r).filter(
      ({ tier }) => tier < 2 || off.has('sparing') || r.reach >= ringsKm.length,
    );
    const zones = r.reach >= outOfZone ? book.keen.keys() : [r.zone];
    if (!off.has('learning'))
      for (const zone of zones)
        for (const { group, tier } of groups)
          for (const donor of keenIn(book, sim, zone, group)) consider(donor, tier, far);

    let read = 0;
    const enough = linesRead * policy.stages[urgency].maxDonors;
    for (let frames = 0; frames <= ring / 5 + 1 && read < enough; frames += 1)
      for (const square of frame(book.squares, r, frames))
        for (const { group, tier } of groups) {
          let here = 0;
          for (const donor of square[group] ?? []) {
            if (here >= perSquare) break;
            const isKnown = !off.has('learning') && isKeen(book, sim, donor);
            if (!isKnown && consider(donor, tier, ring)) here += 1;
          }
          read += here;
        }
    return found.sort((a, b) => b.worth - a.worth || a.donor - b.donor);
  };

  const askThose = (sim: Simulation, r: Case, line: InLine[]): void => {
    for (const { donor, yes, gives, fair } of line) {
      toTheEnd(bookOf(sim), sim, donor);
      sim.ask(r, donor, { yes, gives, fair });
    }
  };

  /** Asks as few as will do, wider when the reach has too few. */
  const askFor = (sim: Simulation, r: Case, now: Situation, wanted: number): void => {
    const { maxDonors } = policy.stages[urgencyNow(sim, r)];
    for (;;) {
      const line = lineFor(sim, r).slice(0, maxDonors);
      const { size, enough } = smallestStage(now, line, wanted, asking);
      const nobody = line.length === 0 && now.waiting.length === 0;
      const mayWiden = r.reach < ringsKm.length || (nobody && r.reach < outOfZone);
      if (enough || line.length === maxDonors || !mayWiden) {
        askThose(sim, r, line.slice(0, size));
        return;
      }
      r.reach += 1;
    }
  };

  const nextLook = (sim: Simulation, r: Case): number => {
    const { intervalMinutes: most } = policy.stages[urgencyNow(sim, r)];
    const waits = { least: most / 2, most, lookAgainBelow: asking.lookAgainBelow };
    return minutesToNextLook(situation(sim, r), waits, asking);
  };

  const look = (sim: Simulation, r: Case): void => {
    if (sim.missing(r) === 0) return;
    const quiet = quietUntil(sim.now, policy.quietHours);
    if (urgencyNow(sim, r) !== 'critical' && quiet > sim.now && r.neededBy > quiet) {
      sim.lookIn(r, quiet - sim.now);
      return;
    }
    const now = situation(sim, r);
    const { wantedChance } = policy.stages[urgencyNow(sim, r)];
    if (chanceOfCover(now, 0, asking) < wantedChance) askFor(sim, r, now, wantedChance);
    sim.lookIn(r, nextLook(sim, r));
  };

  /** A refusal is made up for, no more: the next stage has its own time. */
  const refused = (sim: Simulation, r: Case, alert: AlertOut): void => {
    if (sim.missing(r) === 0) return;
    const { wantedChance } = policy.stages[urgencyNow(sim, r)];
    const before = chanceOfCover(situation(sim, r, alert), 0, asking);
    const now = situation(sim, r);
    const wanted = Math.min(wantedChance, before);
    if (chanceOfCover(now, 0, asking) < wanted - 1e-9) askFor(sim, r, now, wanted);
  };

  return {
    name,
    hearsNo: true,
    missedAfter: 20,
    expectedIn: (r, km) => ({ critical: 40, urgent: 120, planned: 180 })[r.urgency] + 2.5 * km,
    learns: true,
    begin: look,
    look,
    heardYes,
    missingAgain: (sim, r) => {
      r.reach = 0;
      look(sim, r);
    },
    ...(!off.has('replacing') && { refused }),
    standbyRoom: (_, r) => {
      if (off.has('standby')) return Math.ceil(r.units * 0.5);
      const gives = r.confirmed.map(({ alert }) => alert.gives);
      const usual = gives.reduce((sum, g) => sum + g, 0) / Math.max(1, gives.length);
      return standbyRoom(r.units - r.given, gives, usual, asking);
    },
  };
};
