import type { Answered } from '#shared/matching/active-belief.ts';
import { emptyHistory, type ResponseHistory } from '#shared/people/response-history.ts';
import { EventQueue } from './event-queue.ts';
import { travel } from './sim-assumptions.ts';
import {
  activeSince,
  minutesADay,
  type People,
  type SimRequest,
  type World,
  weekLogit,
} from './sim-world.ts';
import { normalOf, randomOf } from './world-rng.ts';

/*
 * A year in the simulated world with one policy. The world decides who says yes and when, who comes, who is turned away
 * and who leaves. The policy only asks. All times are minutes since the beginning of the year.
 */

export type AlertOut = {
  donor: number;
  at: number;
  night: boolean;
  /** The policy's probabilities of a yes and of a donation; 0 for policies without estimates. */
  yes: number;
  gives: number;
  fair: number;
  state: 'open' | 'yes' | 'no';
};
export type Pledge = {
  donor: number;
  alert: AlertOut;
  km: number;
  state: 'coming' | 'standby' | 'over';
};

export type Case = SimRequest & {
  given: number;
  confirmed: Pledge[];
  standby: Pledge[];
  alerts: AlertOut[];
  asked: Set<number>;
  alertCount: number;
  coveredAt: number | undefined;
  fulfilledAt: number | undefined;
  notNeeded: number;
  /** Only the newest planned check counts. */
  plan: number;
  reach: number;
  memory: number;
  /** A look found no one to ask while units were missing. */
  ranOut: boolean;
};

export type AskingPolicy = {
  name: string;
  /** True when the policy reacts to a "no" at once. */
  hearsNo: boolean;
  /** Minutes after the expected arrival at which a donor counts as a no-show; Infinity: never. */
  missedAfter: number;
  /** Minutes after which an alert without an answer counts as silence; six hours by default. */
  silentAfter?: number;
  /** The arrival and departure times that a donor gets after a yes. */
  appointment?: (
    sim: Simulation,
    r: Case,
    alert: AlertOut,
  ) => { arriveBy: number; setsOutAt: number };
  /** Called for a yes that is not needed. */
  notNeeded?: (sim: Simulation, donor: number) => void;
  begin: (sim: Simulation, r: Case) => void;
  look: (sim: Simulation, r: Case) => void;
  /** Called when a pledged unit is missing again. */
  missingAgain: (sim: Simulation, r: Case) => void;
  recordYes?: (sim: Simulation, donor: number) => void;
  refused?: (sim: Simulation, r: Case, alert: AlertOut) => void;
  standbyRoom?: (sim: Simulation, r: Case) => number;
  /** The policy's days of rest, where they differ from the law's. */
  restDays?: (woman: boolean) => number;
  /** The history after an answer or a silence, for a policy that forgets. */
  believes?: (
    record: ResponseHistory,
    counted: ResponseHistory,
    answered: Answered,
    at: number,
  ) => ResponseHistory;
  /** True when the policy keeps response histories. */
  learns?: boolean;
};

type SimEvent =
  | { type: 'verified'; r: Case }
  | { type: 'look'; r: Case; plan: number }
  | { type: 'yes'; r: Case; alert: AlertOut }
  | { type: 'no'; r: Case; alert: AlertOut }
  | { type: 'silent'; alert: AlertOut }
  | { type: 'over'; r: Case }
  | { type: 'planned'; act: () => void }
  | { type: 'took-back' | 'missed' | 'arrived' | 'given'; r: Case; pledge: Pledge };

const about = {
  answer: 11,
  delay: 12,
  no: 13,
  comes: 14,
  back: 15,
  road: 16,
  door: 17,
  leaves: 18,
};
const ring = 32;
/** Minutes for which a donor rests after whole blood. */
const restMinutes = (woman: boolean): number => (woman ? 120 : 90) * minutesADay;
export const isNight = (at: number): boolean => {
  const minute = at % minutesADay;
  return minute < 6 * 60 || minute >= 22 * 60;
};

const shifted = (p: number, logit: number): number => {
  const odds = (p / (1 - p)) * Math.exp(logit);
  return odds / (1 + odds);
};

export class Simulation {
  now = 0;
  readonly world: World;
  readonly policy: AskingPolicy;
  readonly cases: Case[];
  readonly records: (ResponseHistory | undefined)[];
  /** The minute until which the policy expects the donor to rest. */
  readonly restsUntil: Float64Array;
  readonly left: Uint8Array;
  /** The minute from which the donor neither rests nor has another alert; never for those who left. */
  readonly freeFrom: Float64Array;
  readonly alertsByMonth: Uint32Array;
  readonly alertsByDonorMonth: Uint16Array;
  readonly givenByMonth: Uint32Array;
  /** Predicted and observed answers "yes" in ten bins, by month. */
  readonly calibration: { predicted: number; observed: number; count: number }[][];
  alertCount = 0;
  givenCount = 0;
  readonly #silentAfter: number;
  readonly #trulyRests: Float64Array;
  readonly #busyUntil: Float64Array;
  readonly #queue = new EventQueue<SimEvent>();
  readonly #monthMinutes: number;
  readonly #alertTimes: Float32Array;
  readonly #alertsOf: Int32Array;

  constructor(world: World, policy: AskingPolicy) {
    const n = world.donors;
    // A year has twelve equal months.
    const months = Math.max(1, Math.round(world.days / 30.4));
    this.#monthMinutes = (world.days * minutesADay) / months;
    this.world = world;
    this.policy = policy;
    this.#silentAfter = policy.silentAfter ?? 6 * 60;
    this.records = Array.from({ length: n });
    this.restsUntil = Float64Array.from(world.resting);
    this.#trulyRests = Float64Array.from(world.resting);
    this.left = new Uint8Array(n);
    this.#busyUntil = new Float64Array(n);
    this.freeFrom = Float64Array.from(world.resting);
    this.#alertTimes = new Float32Array(n * ring).fill(-1e9);
    this.#alertsOf = new Int32Array(n);
    this.alertsByMonth = new Uint32Array(months);
    this.alertsByDonorMonth = new Uint16Array(n * months);
    this.givenByMonth = new Uint32Array(months);
    this.calibration = Array.from({ length: months }, () =>
      Array.from({ length: 10 }, () => ({ predicted: 0, observed: 0, count: 0 })),
    );
    this.cases = world.requests.map((request) => ({
      ...request,
      given: 0,
      confirmed: [],
      standby: [],
      alerts: [],
      asked: new Set(),
      alertCount: 0,
      coveredAt: undefined,
      fulfilledAt: undefined,
      notNeeded: 0,
      plan: 0,
      reach: 0,
      memory: 0,
      ranOut: false,
    }));
  }

  /** Does this at that minute. */
  plan(at: number, act: () => void): void {
    this.#queue.add(at, { type: 'planned', act });
  }

  /** What a camp teaches of a donor. */
  learnAtCamp(donor: number, change: Partial<ResponseHistory>, weight?: number): void {
    this.#learn(donor, change, weight);
  }

  /** Whether this donor must rest at that minute, as they know themselves. */
  trulyRests(donor: number, at: number): boolean {
    return (this.#trulyRests[donor] ?? 0) > at;
  }

  /** The minute of the gift before the year began, of which the list of members tells; undefined: none of late. */
  gaveBefore(donor: number): number | undefined {
    const resting = this.world.resting[donor] ?? 0;
    return resting > 0 ? resting - restMinutes(this.world.woman[donor] === 1) : undefined;
  }

  /** The donor gave at a camp, and rests. */
  gaveAtCamp(donor: number): void {
    this.#trulyRests[donor] = this.now + restMinutes(this.world.woman[donor] === 1);
    this.#rest(donor, this.#trulyRests[donor] ?? 0);
  }

  run(): void {
    for (const r of this.cases) this.#queue.add(r.at, { type: 'verified', r });
    for (let next = this.#queue.take(); next; next = this.#queue.take()) {
      this.now = next.at;
      this.#happen(next.event);
    }
  }

  month(at = this.now): number {
    return Math.min(this.alertsByMonth.length - 1, Math.floor(at / this.#monthMinutes));
  }

  record(donor: number): ResponseHistory {
    return this.records[donor] ?? emptyHistory;
  }

  missing(r: Case): number {
    return Math.max(0, r.units - r.given - r.confirmed.length);
  }

  isOpen(r: Case): boolean {
    return r.given < r.units && this.now < r.neededBy;
  }

  /** The number of alerts to this donor since that minute, at most 32. */
  alertsSince(donor: number, since: number): number {
    const count = Math.min(ring, this.#alertsOf[donor] ?? 0);
    const last = (this.#alertsOf[donor] ?? 0) - 1;
    let n = 0;
    while (n < count && (this.#alertTimes[donor * ring + ((last - n) % ring)] ?? -1e9) > since)
      n += 1;
    return n;
  }

  /** The minute of the last alert, or of the one this many before it; long ago when there is none, or more than 32. */
  lastAsked(donor: number, before = 0): number {
    const index = (this.#alertsOf[donor] ?? 0) - 1 - before;
    return index < 0 || before >= ring
      ? -1e9
      : (this.#alertTimes[donor * ring + (index % ring)] ?? -1e9);
  }

  distanceKm(donor: number, r: SimRequest): number {
    const { spots } = this.world;
    const east = (spots[2 * donor] ?? 0) - r.x;
    const north = (spots[2 * donor + 1] ?? 0) - r.y;
    return Math.sqrt(east * east + north * north);
  }

  /** Whether the donor is active now; in a world that drifts they change. */
  isActive(donor: number): boolean {
    return activeSince(this.world, donor, this.now);
  }

  /** The true probability of a yes, which only the world and informed policies know. */
  trueChance(donor: number, recent: number, night: boolean): number {
    const temper = this.isActive(donor)
      ? this.world.people.active.yes
      : this.world.people.sleeper.yes;
    const { fatigueLogit, nightLogit } = this.world.people;
    const week = weekLogit(this.world, this.now);
    if (recent === 0 && !night && week === 0) return temper;
    return shifted(temper, week - fatigueLogit * recent - (night ? nightLogit : 0));
  }

  /** Whether that donor would say yes, come and give if asked now. For the oracle. */
  wouldGive(donor: number, r: Case): { minutes: number } | undefined {
    const { woman } = this.world;
    const says = this.#random(about.answer, donor, r.id * 8);
    if (says >= this.trueChance(donor, 0, false)) return undefined;
    const recent = this.alertsSince(donor, this.now - 7 * minutesADay);
    if (says >= this.trueChance(donor, recent, isNight(this.now))) return undefined;
    if (
      this.#random(about.comes, donor, r.id) >=
      comesFrom(this.world.people, this.distanceKm(donor, r))
    )
      return undefined;
    const door = woman[donor]
      ? this.world.people.turnedAway.woman
      : this.world.people.turnedAway.man;
    if (this.#random(about.door, donor, r.id) < door) return undefined;
    return {
      minutes:
        this.#delay(donor, r.id, isNight(this.now)) + this.#road(donor, r) + travel.donatingMinutes,
    };
  }

  /** Sends an alert to one donor. */
  ask(
    r: Case,
    donor: number,
    belief: Pick<AlertOut, 'yes' | 'gives' | 'fair'> & { night?: boolean } = {
      yes: 0,
      gives: 0,
      fair: 1,
    },
    round = 0,
  ): void {
    const recent = this.alertsSince(donor, this.now - 7 * minutesADay);
    const count = this.#alertsOf[donor] ?? 0;
    this.#alertTimes[donor * ring + (count % ring)] = this.now;
    this.#alertsOf[donor] = count + 1;
    const month = this.month();
    const cell = donor * this.alertsByMonth.length + month;
    this.alertsByDonorMonth[cell] = (this.alertsByDonorMonth[cell] ?? 0) + 1;
    this.alertsByMonth[month] = (this.alertsByMonth[month] ?? 0) + 1;
    this.alertCount += 1;
    r.alertCount += 1;
    if (
      this.#random(about.leaves, donor, count) <
      this.world.people.leavesPerAlertOfTheWeek * recent
    ) {
      this.#leave(donor);
      return;
    }
    const night = isNight(this.now);
    const alert: AlertOut = { donor, at: this.now, night, ...belief, state: 'open' };
    if (this.policy.learns) {
      r.alerts.push(alert);
      r.asked.add(donor);
      this.#busy(donor, this.now + this.#silentAfter);
      this.#queue.add(this.now + this.#silentAfter, { type: 'silent', alert });
    }
    // A donor who knows that they must rest does not answer.
    const rests =
      (this.#trulyRests[donor] ?? 0) > this.now && (this.restsUntil[donor] ?? 0) > this.now;
    const says = this.#random(about.answer, donor, r.id * 8 + Math.min(7, round));
    const chance = this.trueChance(donor, recent, night);
    const isYes = !rests && says < chance;
    if (this.policy.learns) this.#calibrate(belief.yes, isYes);
    if (isYes)
      this.#queue.add(this.now + this.#delay(donor, r.id, night), { type: 'yes', r, alert });
    else if (this.policy.hearsNo) {
      const saysNo = this.isActive(donor)
        ? this.world.people.saysNo.active
        : this.world.people.saysNo.sleeper;
      if (this.#random(about.no, donor, r.id) < saysNo)
        this.#queue.add(this.now + this.#delay(donor, r.id, night), { type: 'no', r, alert });
    }
  }

  /** Checks this request again in this many minutes. An earlier planned check is dropped. */
  lookIn(r: Case, minutes: number): void {
    r.plan += 1;
    this.#queue.add(this.now + minutes, { type: 'look', r, plan: r.plan });
  }

  #name(donor: number): number {
    return this.world.names[donor] ?? donor;
  }

  #random(what: number, donor: number, about: number): number {
    return randomOf(this.world.seed, what, this.#name(donor), about);
  }

  #calibrate(predicted: number, observed: boolean): void {
    const bin = this.calibration[this.month()]?.[Math.min(9, Math.floor(predicted * 20))];
    if (!bin) return;
    bin.predicted += predicted;
    bin.observed += observed ? 1 : 0;
    bin.count += 1;
  }

  #delay(donor: number, request: number, night: boolean): number {
    const { medianMinutes, sigma, atNight } = this.world.people.delay;
    const z = normalOf(this.world.seed, about.delay, this.#name(donor), request);
    return medianMinutes * (night ? atNight : 1) * Math.exp(sigma * z);
  }

  #road(donor: number, r: Case): number {
    const km = this.distanceKm(donor, r);
    if (r.urgency === 'critical') {
      const { medianMinutes, sigma } = travel.critical;
      return (
        medianMinutes *
          Math.exp(sigma * normalOf(this.world.seed, about.road, this.#name(donor), r.id)) +
        travel.perKm * km
      );
    }
    const [from, to] = travel[r.urgency];
    return from + (to - from) * this.#random(about.road, donor, r.id) + travel.perKm * km;
  }

  /** `weight`: of a silence as evidence, where it is not the part of a try. */
  #learn(donor: number, change: Partial<ResponseHistory>, weight = change.tries ?? 0): void {
    if (!this.policy.learns) return;
    const record = this.record(donor);
    const counted = {
      ...record,
      tries: record.tries + (change.tries ?? 0),
      saidYes: record.saidYes + (change.saidYes ?? 0),
      came: record.came + (change.came ?? 0),
      missed: record.missed + (change.missed ?? 0),
      turnedAway: record.turnedAway + (change.turnedAway ?? 0),
    };
    const isYes = (change.saidYes ?? 0) > 0;
    const isEvidence = isYes || (change.tries ?? 0) > 0;
    const evidence = { isYes, weight: isYes ? 1 : weight };
    this.records[donor] =
      isEvidence && this.policy.believes
        ? this.policy.believes(record, counted, evidence, this.now)
        : counted;
  }

  #leave(donor: number): void {
    this.left[donor] = 1;
    this.#reckonFree(donor);
  }

  #busy(donor: number, until: number): void {
    this.#busyUntil[donor] = until;
    this.#reckonFree(donor);
  }

  #rest(donor: number, until: number): void {
    this.restsUntil[donor] = until;
    this.#reckonFree(donor);
  }

  #reckonFree(donor: number): void {
    this.freeFrom[donor] = this.left[donor]
      ? Number.POSITIVE_INFINITY
      : Math.max(this.restsUntil[donor] ?? 0, this.#busyUntil[donor] ?? 0);
  }

  #happen(event: SimEvent): void {
    switch (event.type) {
      case 'planned':
        event.act();
        break;
      case 'verified':
        this.#queue.add(event.r.neededBy, { type: 'over', r: event.r });
        this.policy.begin(this, event.r);
        break;
      case 'over':
        this.#release(event.r);
        break;
      case 'look':
        if (event.plan === event.r.plan && this.isOpen(event.r)) this.policy.look(this, event.r);
        break;
      case 'yes':
        this.#yes(event.r, event.alert);
        break;
      case 'no':
        this.#no(event.r, event.alert);
        break;
      case 'silent':
        this.#silent(event.alert);
        break;
      case 'took-back':
      case 'missed':
        this.#lost(event.r, event.pledge);
        break;
      case 'arrived':
        this.#arrived(event.r, event.pledge);
        break;
      case 'given':
        this.#given(event.r, event.pledge);
        break;
    }
  }

  #silent(alert: AlertOut): void {
    if (alert.state !== 'open') return;
    alert.state = 'no';
    this.#learn(alert.donor, { tries: alert.fair });
  }

  #no(r: Case, alert: AlertOut): void {
    if (alert.state !== 'open') return;
    alert.state = 'no';
    this.#learn(alert.donor, { tries: alert.fair });
    this.#busy(alert.donor, this.now);
    if (this.isOpen(r)) this.policy.refused?.(this, r, alert);
  }

  #yes(r: Case, alert: AlertOut): void {
    const { donor } = alert;
    const wasOpen = alert.state === 'open';
    this.policy.recordYes?.(this, donor);
    alert.state = 'yes';
    // A yes after the silence was counted corrects the count.
    this.#learn(donor, { saidYes: 1, tries: wasOpen ? Math.max(1, alert.fair) : 0 });
    if (this.left[donor] || (this.#busyUntil[donor] ?? 0) > this.now + this.#silentAfter) return;
    this.#busy(donor, this.now);
    if (this.isOpen(r) && this.missing(r) > 0) {
      this.#confirm(r, this.#pledge(r, alert));
      return;
    }
    if (this.isOpen(r) && r.standby.length < (this.policy.standbyRoom?.(this, r) ?? 0)) {
      r.standby.push({ ...this.#pledge(r, alert), state: 'standby' });
      this.#busy(donor, Number.POSITIVE_INFINITY);
      return;
    }
    r.notNeeded += 1;
    this.policy.notNeeded?.(this, donor);
    if (this.#random(about.leaves, donor, 1e6 + r.id) < this.world.people.leavesWhenNotNeeded)
      this.#leave(donor);
  }

  #pledge(r: Case, alert: AlertOut): Pledge {
    return { donor: alert.donor, alert, km: this.distanceKm(alert.donor, r), state: 'coming' };
  }

  #confirm(r: Case, pledge: Pledge): void {
    const { donor, km } = pledge;
    pledge.state = 'coming';
    r.confirmed.push(pledge);
    this.#busy(donor, Number.POSITIVE_INFINITY);
    if (this.missing(r) === 0) {
      r.coveredAt ??= this.now;
      r.plan += 1;
    }
    const { arriveBy, setsOutAt } = this.policy.appointment?.(this, r, pledge.alert) ?? {
      arriveBy: this.now + expected[r.urgency],
      setsOutAt: this.now,
    };
    const road = Math.max(0, setsOutAt - this.now) + this.#road(donor, r);
    if (this.#random(about.comes, donor, r.id) < comesFrom(this.world.people, km))
      this.#queue.add(this.now + road, { type: 'arrived', r, pledge });
    else if (this.#random(about.back, donor, r.id) < this.world.people.takesItBack)
      this.#queue.add(this.now + road * this.#random(about.back, donor, r.id + 1e7), {
        type: 'took-back',
        r,
        pledge,
      });
    else this.#queue.add(arriveBy + this.policy.missedAfter, { type: 'missed', r, pledge });
  }

  #drop(r: Case, pledge: Pledge): void {
    pledge.state = 'over';
    r.confirmed.splice(r.confirmed.indexOf(pledge), 1);
    this.#busy(pledge.donor, this.now);
  }

  #lost(r: Case, pledge: Pledge): void {
    this.#drop(r, pledge);
    this.#learn(pledge.donor, { missed: 1 });
    this.#promote(r);
  }

  #promote(r: Case): void {
    if (!this.isOpen(r)) {
      this.#release(r);
      return;
    }
    const next = r.standby.shift();
    if (next) this.#confirm(r, next);
    else this.policy.missingAgain(this, r);
  }

  #release(r: Case): void {
    for (const { donor } of r.standby) this.#busy(donor, this.now);
    r.standby.length = 0;
  }

  #arrived(r: Case, pledge: Pledge): void {
    const { woman } = this.world;
    const { donor } = pledge;
    const usual = woman[donor]
      ? this.world.people.turnedAway.woman
      : this.world.people.turnedAway.man;
    const isSentHome =
      (this.#trulyRests[donor] ?? 0) > this.now || this.#random(about.door, donor, r.id) < usual;
    if (!isSentHome) {
      this.#queue.add(this.now + travel.donatingMinutes, { type: 'given', r, pledge });
      return;
    }
    this.#drop(r, pledge);
    this.#learn(donor, { came: 1, turnedAway: 1 });
    const until = this.now + this.world.people.turnedAwayDays * minutesADay;
    this.#trulyRests[donor] = Math.max(until, this.#trulyRests[donor] ?? 0);
    this.#rest(donor, this.#trulyRests[donor] ?? 0);
    this.#promote(r);
  }

  #given(r: Case, pledge: Pledge): void {
    const { donor } = pledge;
    const woman = this.world.woman[donor] === 1;
    this.#drop(r, pledge);
    this.#learn(donor, { came: 1 });
    this.#trulyRests[donor] = this.now + restMinutes(woman);
    const restDays = this.policy.restDays?.(woman);
    const rest = restDays === undefined ? restMinutes(woman) : restDays * minutesADay;
    this.#rest(donor, this.now + rest);
    this.givenCount += 1;
    this.givenByMonth[this.month()] = (this.givenByMonth[this.month()] ?? 0) + 1;
    r.given += 1;
    if (r.given >= r.units) {
      r.fulfilledAt = this.now;
      this.#release(r);
    }
  }
}

/** The expected travel time after a yes, in minutes (policy.arrival.travelMinutes). */
const expected = { critical: 90, urgent: 180, planned: 240 } as const;

const comesFrom = ({ comes }: People, km: number): number =>
  Math.max(comes.atLeast, comes.near - comes.perKm * km);
