import type { Camp } from '#shared/camp/camp.ts';
import { campChances, isRare } from '#shared/camp/camp-candidate.ts';
import { invitingEvenings } from '#shared/camp/camp-deadlines.ts';
import { bookSeat, freeSeat, freeTimes } from '#shared/camp/half-hours.ts';
import { beginStage, chooseInvited } from '#shared/camp/invitations.ts';
import { openCamp } from '#shared/camp/open-camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import { shifted } from '#shared/matching/response-probability.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import { campIdSchema, seatNumberSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { Policy } from '#shared/terms/policy.ts';
import { dayOf } from '#shared/terms/time.ts';
import { momentOf, ours } from '../policies/our-policy.ts';
import { rulesFrom } from '../policies/rules.ts';
import { cityCentre, createWorld, minutesADay } from '../sim-world.ts';
import { type Case, Simulation } from '../simulation.ts';
import { normalOf, randomOf } from '../world-rng.ts';

/*
 * Two camps for 247 units (Kumbh 2019, docs/facts.md#group) in a city of ten thousand donors, half a year apart, among
 * requests that our engine serves, and the requests of the 90 days after the second. The world decides who says yes, comes and fits; who is
 * invite is decided by shared/camp, or by one of the ways that others use.
 */

export const campWays = ['no camp', 'broadcast', 'nearest', 'engine'] as const;
export type CampWay = (typeof campWays)[number];

/** The days of the two camps: the engine knows little before the first, and what the first taught before the second. */
const campDays = [150, 330] as const;
const afterDays = 90;
const wantedUnits = 247;
/** Three teams for five hours: 330 people (docs/facts.md#camps). */
const teams = 3;
const openHours = 5;
/** Everyone farther away is out of reach of each way. */
const reachKm = 25;

/**
 * How people of this world answer an invitation, come and fit. Assumed: with a week's notice the odds of a yes are
 * four times those of an alert. Little more than a thousand members filled the group's camp of 247 units
 * (docs/facts.md#group); answered like alerts, that camp would have had twenty. Of the yeses 58% come and 76% of those give, as in rural north India (docs/facts.md#camps).
 */
const truth = {
  noticeLogit: Math.log(4),
  comes: { near: 0.62, perKm: 0.008, atLeast: 0.3 },
  turnedAway: { man: 0.21, woman: 0.35 },
  replyMedianMinutes: 40,
  replySigma: 1.2,
};

const about = { yes: 41, delay: 42, comes: 43, door: 44, time: 45 };

export type GroupOutcome = { group: BloodGroup | 'rare'; requests: number; fulfilled: number };
export type CampMeasures = {
  invited: number;
  rareInvited: number;
  yes: number;
  booked: number;
  came: number;
  units: number;
  rareUnits: number;
  /** The requests of the 90 days after the camp, by the patient's group. */
  after: GroupOutcome[];
  afterAlertsPerUnit: number;
};

const opensAt = (day: number): number => day * minutesADay + 9 * 60;

const planOf = (campMinute: number) => ({
  centre: 'Blood centre',
  venue: 'City',
  place: { lat: 25.4, lon: 81.8, zone: zoneIdSchema.parse('zone'), name: 'City' },
  day: dayOf(momentOf(campMinute)),
  from: momentOf(campMinute),
  to: momentOf(campMinute + openHours * 60),
  teams,
  units: wantedUnits,
  asksRare: false,
});

class CampRun {
  readonly sim: Simulation;
  readonly policy: Policy;
  readonly way: CampWay;
  readonly day: number;
  readonly opens: number;
  camp: Camp;
  readonly invited = new Set<number>();
  readonly seats = new Map<number, Seat>();
  yes = 0;
  came = 0;
  readonly gave: number[] = [];

  constructor(sim: Simulation, policy: Policy, way: CampWay, day: number) {
    this.sim = sim;
    this.day = day;
    this.opens = opensAt(day);
    this.policy = policy;
    this.way = way;
    const opening = { id: campIdSchema.parse('camp'), now: momentOf((day - 10) * minutesADay) };
    const openedBy = phoneNumberSchema.parse('+919450000000');
    this.camp = openCamp(planOf(this.opens), { ...opening, openedBy }, policy);
  }

  plan(): void {
    if (this.way === 'no camp') return;
    const evenings = invitingEvenings(this.camp, this.policy);
    const begins = momentOf(0);
    for (const evening of this.way === 'broadcast' ? evenings.slice(0, 1) : evenings)
      this.sim.plan((evening - begins) / 60_000, () => this.invite());
    this.sim.plan(this.opens + openHours * 60, () => this.hold());
  }

  km(donor: number): number {
    const { spots } = this.sim.world;
    return Math.hypot(
      (spots[2 * donor] ?? 0) - cityCentre.x,
      (spots[2 * donor + 1] ?? 0) - cityCentre.y,
    );
  }

  group(donor: number): BloodGroup {
    return bloodGroups[this.sim.world.group[donor] ?? 0] ?? 'B+';
  }

  chances(donor: number) {
    const woman = this.sim.world.woman[donor] === 1;
    const gaveAt = this.sim.gaveBefore(donor);
    const input = {
      record: this.sim.record(donor),
      woman,
      distanceKm: this.km(donor),
      // The gift before the year began, of which the list of members tells.
      ...(gaveAt !== undefined && { gaveAt: momentOf(gaveAt) }),
    };
    return campChances(input, momentOf(this.sim.now), this.policy);
  }

  /** The people this way may invite now. The engine spares; the others know only who lives near and has not left. */
  candidates(): { donor: number; chance: number }[] {
    const { sim } = this;
    const { camps } = this.policy;
    const found: { donor: number; chance: number }[] = [];
    for (let donor = 0; donor < sim.world.donors; donor += 1) {
      if (sim.left[donor] || this.invited.has(donor) || this.km(donor) > reachKm) continue;
      if (this.way !== 'engine') {
        found.push({ donor, chance: -this.km(donor) });
        continue;
      }
      const isSpared =
        isRare(this.group(donor)) ||
        (sim.restsUntil[donor] ?? 0) > this.opens ||
        sim.lastAsked(donor) > sim.now - camps.restDays * minutesADay;
      const { chance } = this.chances(donor);
      if (!isSpared && chance >= camps.leastChance) found.push({ donor, chance });
    }
    return found;
  }

  invite(): void {
    const { sim } = this;
    const all = this.candidates();
    if (this.way === 'broadcast') {
      for (const { donor } of all) this.ask(donor);
      return;
    }
    if (this.way === 'engine') this.freeSeats();
    this.camp = beginStage(this.camp, momentOf(sim.now), this.policy);
    if (this.way === 'nearest') {
      // The average chance of a unit, without knowing anyone: as many of the nearest as it would take.
      const average = this.policy.camps.comes.near * (1 - this.policy.camps.turnedAway.man) * 0.07;
      const count = Math.ceil(this.camp.left / average);
      for (const { donor } of all.sort((a, b) => b.chance - a.chance).slice(0, count))
        this.ask(donor);
      return;
    }
    const { chosen, hoped } = chooseInvited(all, { left: this.camp.left, most: all.length });
    this.camp = { ...this.camp, hoped: this.camp.hoped + hoped };
    for (const { donor } of chosen) this.ask(donor);
  }

  /** Who gave to a patient meanwhile rests on the day: their half hour is free again. */
  freeSeats(): void {
    for (const [donor, seat] of this.seats) {
      if ((this.sim.restsUntil[donor] ?? 0) <= this.opens) continue;
      this.camp = freeSeat(this.camp, seat).camp;
      this.seats.delete(donor);
    }
  }

  random(what: number, donor: number): number {
    return randomOf(this.sim.world.seed, what, this.sim.world.names[donor] ?? donor, this.day);
  }

  ask(donor: number): void {
    const { sim } = this;
    this.invited.add(donor);
    const weight = this.policy.camps.silenceWeight;
    if (this.way === 'engine') sim.learnAtCamp(donor, { tries: 1 }, weight);
    const chance = shifted(sim.trueChance(donor, 0, false), truth.noticeLogit);
    if (sim.trulyRests(donor, this.opens) || this.random(about.yes, donor) >= chance) return;
    const name = sim.world.names[donor] ?? donor;
    const z = normalOf(sim.world.seed, about.delay, name, this.day);
    const minutes = truth.replyMedianMinutes * Math.exp(truth.replySigma * z);
    sim.plan(sim.now + minutes, () => this.hearYes(donor));
  }

  hearYes(donor: number): void {
    const { sim } = this;
    this.yes += 1;
    // The silence that was counted at the invitation becomes a yes.
    if (this.way === 'engine') sim.learnAtCamp(donor, { saidYes: 1 });
    const { comes, fits } = this.chances(donor);
    const seat: Seat = {
      kind: 'seat',
      campId: this.camp.id,
      id: seatNumberSchema.parse('1000'),
      version: 0,
      group: this.group(donor),
      sex: sim.world.woman[donor] ? 'woman' : 'man',
      state: 'waiting',
      comes,
      fits,
      reminded: 0,
      since: momentOf(sim.now),
    };
    const times = freeTimes(this.camp, momentOf(sim.now));
    const at = times[Math.floor(this.random(about.time, donor) * times.length)];
    const taken = at === undefined ? 'full' : bookSeat(this.camp, seat, at);
    if (taken === 'full') {
      // A way without half hours sends everyone.
      if (this.way !== 'engine') this.seats.set(donor, seat);
      return;
    }
    this.camp = taken.camp;
    this.seats.set(donor, taken.seat);
  }

  /** The day: who comes, how many the teams can take, and who gives. */
  hold(): void {
    const { sim } = this;
    let room = teams * openHours * this.policy.camps.donorsAnHour;
    for (const donor of this.seats.keys()) {
      const { near, perKm, atLeast } = truth.comes;
      const comes = Math.max(atLeast, near - perKm * this.km(donor));
      if (this.random(about.comes, donor) >= comes) {
        if (this.way === 'engine') sim.learnAtCamp(donor, { missed: 1 });
        continue;
      }
      this.came += 1;
      room -= 1;
      if (room < 0) continue;
      const woman = sim.world.woman[donor] === 1;
      const isSentHome =
        sim.trulyRests(donor, sim.now) ||
        this.random(about.door, donor) < (woman ? truth.turnedAway.woman : truth.turnedAway.man);
      if (this.way === 'engine')
        sim.learnAtCamp(donor, { came: 1, turnedAway: isSentHome ? 1 : 0 });
      if (isSentHome) continue;
      this.gave.push(donor);
      sim.gaveAtCamp(donor);
    }
  }
}

type CampCounts = Omit<CampMeasures, 'after' | 'afterAlertsPerUnit'>;

const countsOf = (run: CampRun): CampCounts => ({
  invited: run.invited.size,
  rareInvited: [...run.invited].filter((donor) => isRare(run.group(donor))).length,
  yes: run.yes,
  booked: run.seats.size,
  came: run.came,
  units: run.gave.length,
  rareUnits: run.gave.filter((donor) => isRare(run.group(donor))).length,
});

const names: (BloodGroup | 'rare')[] = ['B+', 'O+', 'A+', 'AB+', 'rare'];
const classOf = (group: BloodGroup): BloodGroup | 'rare' => (isRare(group) ? 'rare' : group);
const isInTime = ({ fulfilledAt, neededBy }: Case): boolean =>
  fulfilledAt !== undefined && fulfilledAt <= neededBy;

/** Runs the world with one way of filling its camps. The same seed gives the same people and requests. */
export const runCamps = (
  way: CampWay,
  seed: number,
  policy: Policy,
): { first: CampCounts; second: CampMeasures } => {
  const [firstDay, secondDay] = campDays;
  const world = createWorld('camp', seed, secondDay + afterDays + 1);
  const sim = new Simulation(world, ours(rulesFrom(policy)));
  const [first, second] = [firstDay, secondDay].map((day) => new CampRun(sim, policy, way, day));
  if (!first || !second) throw new Error('two camps');
  first.plan();
  second.plan();
  sim.run();
  const after = sim.cases.filter(({ at }) => at >= opensAt(secondDay) + minutesADay);
  const given = after.reduce((sum, r) => sum + r.given, 0);
  return {
    first: countsOf(first),
    second: {
      ...countsOf(second),
      after: names.map((group) => {
        const own = after.filter((r) => classOf(r.group) === group);
        return { group, requests: own.length, fulfilled: own.filter(isInTime).length };
      }),
      afterAlertsPerUnit: after.reduce((sum, r) => sum + r.alertCount, 0) / Math.max(1, given),
    },
  };
};
