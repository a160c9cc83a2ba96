import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Component } from '#shared/terms/component.ts';
import type { Urgency } from '#shared/terms/urgency.ts';
import { groupShares, people, requests } from './sim-assumptions.ts';
import { normalOf, pick, randomOf } from './world-rng.ts';

/* A state on a flat map in kilometres: square zones, each with one city, three towns and villages. */

export type WorldName = 'group' | 'zones' | 'state';
export const sizes: Record<WorldName, { donors: number; zones: number; requestsADay: number }> = {
  group: { donors: 1000, zones: 1, requestsADay: 1 },
  zones: { donors: 10_000, zones: 8, requestsADay: 6 },
  state: { donors: 100_000, zones: 8, requestsADay: 60 },
};

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
};

/** The topics of the random numbers. */
const about = { place: 1, spot: 2, group: 3, sex: 4, temper: 5, rest: 6, request: 7 } as const;

/** The south-west corner of a zone, in km. */
export const cornerOf = (zone: number): { west: number; south: number } => ({
  west: (zone % zonesInARow) * zoneKm,
  south: Math.floor(zone / zonesInARow) * zoneKm,
});

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

const arrivalMinute = (seed: number, id: number): number => {
  const byDay = randomOf(seed, about.request, id, 1) < requests.byDay;
  const at = randomOf(seed, about.request, id, 2);
  return byDay ? 8 * 60 + at * 14 * 60 : (22 * 60 + at * 10 * 60) % minutesADay;
};

const requestOf = (seed: number, id: number, day: number, zones: number): SimRequest => {
  const at = (about_: number): number => randomOf(seed, about.request, id, about_);
  const urgency = pick(requests.urgency, at(3));
  const [from, to] = requests.hours[urgency];
  const verified = day * minutesADay + arrivalMinute(seed, id);
  const zone = Math.floor(at(4) * zones);
  // Hospitals are in the city and the towns.
  const [x, y] = placeIn(seed, zone, 1e7 + id, 1.25);
  return {
    id,
    at: verified,
    neededBy: verified + 60 * (from + (to - from) * at(5)),
    urgency,
    group: pick(groupShares, at(6)),
    component: pick(requests.components, at(7)),
    exchange: at(8) < requests.exchange,
    units: pick(requests.units, at(9)),
    zone,
    x,
    y,
  };
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
  const { donors, zones, requestsADay } = sizes[name];
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
    requests: Array.from({ length: days * requestsADay }, (_, id) =>
      requestOf(seed, id, Math.floor(id / requestsADay), zones),
    ).sort((a, b) => a.at - b.at),
  };
  for (const [i, name] of world.names.entries()) {
    const zone = name % zones;
    const active = randomOf(seed, about.temper, name) < people.active.share;
    const rests = active ? people.restingAtFirst.active : people.restingAtFirst.sleeper;
    world.spots.set(placeIn(seed, zone, name, 1), 2 * i);
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
