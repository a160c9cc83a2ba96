import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Component } from '#shared/terms/component.ts';
import type { Urgency } from '#shared/terms/urgency.ts';
import { groupShares, requests, people as usualPeople } from './sim-assumptions.ts';
import { normalOf, pick, randomOf } from './world-rng.ts';

/* A state on a flat map in kilometres: square zones, each with one city, three towns and villages. */

export type People = Omit<
  typeof usualPeople,
  'active' | 'sleeper' | 'fatigueLogit' | 'delay' | 'leavesPerAlertOfTheWeek'
> & {
  active: { share: number; yes: number };
  sleeper: { yes: number };
  fatigueLogit: number;
  delay: { medianMinutes: number; sigma: number; atNight: number };
  leavesPerAlertOfTheWeek: number;
};

/** What differs from the usual world. */
type Variant = {
  people?: Partial<People>;
  /** Logit on weekdays from nine to five, and on Sundays. */
  week?: { atWork: number; atWeekend: number };
  /** Days from–to with so many times the requests, and this share of platelets. */
  epidemic?: { from: number; to: number; times: number; platelets: number };
  /** Days for which a donor stays active on average; as many wake. */
  activeDays?: number;
};
type Size = {
  donors: number;
  zones: number;
  requestsADay: number;
  /** All donors live in and around one city, with this standard deviation in km. */
  cityKm?: number;
};

const middle: Size = { donors: 5000, zones: 4, requestsADay: 3 };
const slow: Partial<People> = { delay: { medianMinutes: 36, sigma: 1.1, atNight: 1.8 } };
const tired: Partial<People> = {
  fatigueLogit: 0.9,
  leavesPerAlertOfTheWeek: 5 * usualPeople.leavesPerAlertOfTheWeek,
};
const mixed: Partial<People> = { active: { share: 0.2, yes: 0.2 }, sleeper: { yes: 0.005 } };
const week = { atWork: -1, atWeekend: 0.5 };
const epidemic = { from: 150, to: 210, times: 4, platelets: 0.6 };

const worlds = {
  group: { donors: 1000, zones: 1, requestsADay: 1 },
  zones: { donors: 10_000, zones: 8, requestsADay: 6 },
  state: { donors: 100_000, zones: 8, requestsADay: 60 },
  mix: { ...middle, people: mixed },
  slow: { ...middle, people: slow },
  tired: { ...middle, people: tired },
  week: { ...middle, week },
  epidemic: { ...middle, epidemic },
  drift: { ...middle, activeDays: 90 },
  hundreds: { donors: 800, zones: 8, requestsADay: 1 },
  hundred: { donors: 100, zones: 1, requestsADay: 0.2 },
  camp: { donors: 10_000, zones: 1, requestsADay: 1, cityKm: 8 },
} satisfies Record<string, Size & Variant>;
export type WorldName = keyof typeof worlds;
export const sizes: Record<WorldName, Size & Variant> = worlds;
/** The worlds of every run; `--worlds all` adds the others. */
export const usualWorlds: WorldName[] = ['group', 'zones', 'state'];

export const minutesADay = 24 * 60;
export const zoneKm = 150;
const zonesInARow = 4;

export type SimRequest = {
  id: number;
  /** The time of the verification, in minutes since the beginning of the year. */
  at: number;
  neededBy: number;
  urgency: Urgency;
  group: BloodGroup;
  component: Component;
  exchange: boolean;
  units: number;
  zone: number;
  x: number;
  y: number;
};

export type World = {
  seed: number;
  days: number;
  zones: number;
  donors: number;
  /** The number of each donor for the random numbers. */
  names: Int32Array;
  /** The coordinates of the donors in km: x and y of the first, of the second, and so on. */
  spots: Float32Array;
  zone: Uint8Array;
  group: Uint8Array;
  woman: Uint8Array;
  active: Uint8Array;
  /** The minute until which the donor rests at the beginning of the year. */
  resting: Float64Array;
  requests: SimRequest[];
  people: People;
  variant: Variant;
  /** In a world that drifts: the minute of each donor's next change, and how many there were. */
  changesAt: Float64Array;
  changes: Uint16Array;
};

/** The topics of the random numbers. */
const about = {
  place: 1,
  spot: 2,
  group: 3,
  sex: 4,
  temper: 5,
  rest: 6,
  request: 7,
  change: 8,
} as const;

/** The south-west corner of a zone, in km. */
export const cornerOf = (zone: number): { west: number; south: number } => ({
  west: (zone % zonesInARow) * zoneKm,
  south: Math.floor(zone / zonesInARow) * zoneKm,
});

/** The zones that touch this one. */
export const zonesAround = ({ zones }: Pick<World, 'zones'>, zone: number): number[] => {
  const [column, row] = [zone % zonesInARow, Math.floor(zone / zonesInARow)];
  return Array.from({ length: zones }, (_, other) => other).filter(
    (other) =>
      other !== zone &&
      Math.abs((other % zonesInARow) - column) <= 1 &&
      Math.abs(Math.floor(other / zonesInARow) - row) <= 1,
  );
};

/** A city (half of the people, 6 km wide), three towns (a third), and villages anywhere (the rest). */
const placeIn = (seed: number, zone: number, who: number, inTown: number): [number, number] => {
  const { west, south } = cornerOf(zone);
  const at = randomOf(seed, about.place, who);
  const scatter = (x: number, y: number, km: number): [number, number] => [
    west + x + km * normalOf(seed, about.spot, who, 1),
    south + y + km * normalOf(seed, about.spot, who, 2),
  ];
  if (at < 0.5 * inTown) return scatter(75, 75, 5);
  if (at < 0.8 * inTown) {
    const town = Math.floor((at * 997) % 3);
    return scatter([30, 110, 60][town] ?? 0, [40, 50, 120][town] ?? 0, 3);
  }
  return [
    west + zoneKm * randomOf(seed, about.spot, who, 3),
    south + zoneKm * randomOf(seed, about.spot, who, 4),
  ];
};

/** The middle of the first zone: its city. */
export const cityCentre = { x: zoneKm / 2, y: zoneKm / 2 };

const cityPlace = (seed: number, who: number, km: number): [number, number] => [
  cityCentre.x + km * normalOf(seed, about.spot, who, 1),
  cityCentre.y + km * normalOf(seed, about.spot, who, 2),
];

const arrivalMinute = (seed: number, id: number): number => {
  const byDay = randomOf(seed, about.request, id, 1) < requests.byDay;
  const at = randomOf(seed, about.request, id, 2);
  return byDay ? 8 * 60 + at * 14 * 60 : (22 * 60 + at * 10 * 60) % minutesADay;
};

const requestOf = (
  seed: number,
  id: number,
  day: number,
  { zones, epidemic: outbreak, cityKm }: Size & Variant,
): SimRequest => {
  const at = (about_: number): number => randomOf(seed, about.request, id, about_);
  const urgency = pick(requests.urgency, at(3));
  const [from, to] = requests.hours[urgency];
  const verified = day * minutesADay + arrivalMinute(seed, id);
  const zone = Math.floor(at(4) * zones);
  // Hospitals are in the city and the towns.
  const [x, y] = cityKm
    ? cityPlace(seed, 1e7 + id, cityKm / 2)
    : placeIn(seed, zone, 1e7 + id, 1.25);
  return {
    id,
    at: verified,
    neededBy: verified + 60 * (from + (to - from) * at(5)),
    urgency,
    group: pick(groupShares, at(6)),
    component:
      isIn(outbreak, day) && at(10) < outbreak.platelets
        ? 'platelets'
        : pick(requests.components, at(7)),
    exchange: at(8) < requests.exchange,
    units: pick(requests.units, at(9)),
    zone,
    x,
    y,
  };
};

const isIn = (
  epidemic: Variant['epidemic'],
  day: number,
): epidemic is NonNullable<typeof epidemic> =>
  epidemic !== undefined && day >= epidemic.from && day < epidemic.to;

/** The day of each request. */
const daysOf = ({ requestsADay, epidemic: outbreak }: Size & Variant, days: number): number[] => {
  const list: number[] = [];
  let due = 0;
  for (let day = 0; day < days; day += 1) {
    due += requestsADay * (isIn(outbreak, day) ? outbreak.times : 1);
    for (; due >= 1 - 1e-9; due -= 1) list.push(day);
  }
  return list;
};

const groupOf = (seed: number, name: number): number =>
  bloodGroups.indexOf(pick(groupShares, randomOf(seed, about.group, name)));

/** Orders the donors by zone and group, so that those who are read together are together in memory. */
const namesInOrder = (seed: number, donors: number, zones: number): Int32Array => {
  const places = Float64Array.from({ length: donors }, (_, name) => {
    const list = (name % zones) * bloodGroups.length + groupOf(seed, name);
    return list * donors + name;
  }).sort();
  return Int32Array.from(places, (place) => place % donors);
};

/** Creates the donors and the requests of those days. The same seed gives the same world. */
export const createWorld = (name: WorldName, seed: number, days: number): World => {
  const size = sizes[name];
  const { donors, zones } = size;
  const people: People = { ...usualPeople, ...size.people };
  const world: World = {
    seed,
    days,
    zones,
    donors,
    names: namesInOrder(seed, donors, zones),
    spots: new Float32Array(2 * donors),
    zone: new Uint8Array(donors),
    group: new Uint8Array(donors),
    woman: new Uint8Array(donors),
    active: new Uint8Array(donors),
    resting: new Float64Array(donors),
    people,
    variant: size,
    changesAt: new Float64Array(donors),
    changes: new Uint16Array(donors),
    requests: daysOf(size, days)
      .map((day, id) => requestOf(seed, id, day, size))
      .sort((a, b) => a.at - b.at),
  };
  for (const [i, name] of world.names.entries()) {
    const zone = name % zones;
    const active = randomOf(seed, about.temper, name) < people.active.share;
    const rests = active ? people.restingAtFirst.active : people.restingAtFirst.sleeper;
    world.spots.set(
      size.cityKm ? cityPlace(seed, name, size.cityKm) : placeIn(seed, zone, name, 1),
      2 * i,
    );
    world.zone[i] = zone;
    world.group[i] = groupOf(seed, name);
    world.woman[i] = randomOf(seed, about.sex, name) < people.women ? 1 : 0;
    world.active[i] = active ? 1 : 0;
    world.resting[i] =
      randomOf(seed, about.rest, name) < rests
        ? randomOf(seed, about.rest, name, 1) * 100 * minutesADay
        : 0;
  }
  return world;
};

/** Whether the donor is active at this minute, which never goes back. */
export const activeSince = (world: World, donor: number, at: number): boolean => {
  const { activeDays } = world.variant;
  if (activeDays === undefined) return world.active[donor] === 1;
  const { share } = world.people.active;
  const mean = { active: activeDays, dormant: (activeDays * (1 - share)) / share };
  const stay = (isActive: boolean, n: number): number => {
    const u = randomOf(world.seed, about.change, world.names[donor] ?? donor, n) || 1e-12;
    return -Math.log(u) * (isActive ? mean.active : mean.dormant) * minutesADay;
  };
  if (world.changesAt[donor] === 0) world.changesAt[donor] = stay(world.active[donor] === 1, 0);
  while ((world.changesAt[donor] ?? 0) <= at) {
    const n = (world.changes[donor] ?? 0) + 1;
    world.changes[donor] = n;
    world.active[donor] = world.active[donor] === 1 ? 0 : 1;
    world.changesAt[donor] = (world.changesAt[donor] ?? 0) + stay(world.active[donor] === 1, n);
  }
  return world.active[donor] === 1;
};

/** What the hours of work and the weekend do to an answer. */
export const weekLogit = ({ variant }: World, at: number): number => {
  if (!variant.week) return 0;
  const day = Math.floor(at / minutesADay) % 7;
  const hour = (at % minutesADay) / 60;
  if (day >= 5) return variant.week.atWeekend;
  return hour >= 9 && hour < 17 ? variant.week.atWork : 0;
};
