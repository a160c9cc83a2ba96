import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Component } from '#shared/terms/component.ts';
import type { Urgency } from '#shared/terms/urgency.ts';
import { groupShares, people, requests } from './sim-assumptions.ts';
import { bell, dice, pick } from './world-rng.ts';

/* A state on a flat map in kilometres: zones in a row of squares, each with one city, three towns and villages. */

export type WorldName = 'group' | 'zones' | 'state';
export const sizes: Record<WorldName, { donors: number; zones: number; requestsADay: number }> = {
  group: { donors: 1000, zones: 1, requestsADay: 1 },
  zones: { donors: 10_000, zones: 8, requestsADay: 6 },
  state: { donors: 100_000, zones: 8, requestsADay: 60 },
};

export const minutesADay = 24 * 60;
const zoneKm = 150;
const zonesInARow = 4;

export type SimRequest = {
  id: number;
  /** Minutes since the year began, when it is verified. */
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
  /** What the dice call each donor. */
  names: Int32Array;
  /** Where each donor lives, km: x and y of the first, of the second, and so on. */
  spots: Float32Array;
  zone: Uint8Array;
  group: Uint8Array;
  woman: Uint8Array;
  active: Uint8Array;
  /** Minute until which the donor rests when the year begins. */
  resting: Float64Array;
  requests: SimRequest[];
};

/** What a throw is about. */
const about = { place: 1, spot: 2, group: 3, sex: 4, temper: 5, rest: 6, request: 7 } as const;

/** A city (half of the people, 6 km wide), three towns (a third), villages anywhere (the rest). */
const placeIn = (seed: number, zone: number, who: number, inTown: number): [number, number] => {
  const west = (zone % zonesInARow) * zoneKm;
  const south = Math.floor(zone / zonesInARow) * zoneKm;
  const at = dice(seed, about.place, who);
  const scatter = (x: number, y: number, km: number): [number, number] => [
    west + x + km * bell(seed, about.spot, who, 1),
    south + y + km * bell(seed, about.spot, who, 2),
  ];
  if (at < 0.5 * inTown) return scatter(75, 75, 5);
  if (at < 0.8 * inTown) {
    const town = Math.floor((at * 997) % 3);
    return scatter([30, 110, 60][town] ?? 0, [40, 50, 120][town] ?? 0, 3);
  }
  return [
    west + zoneKm * dice(seed, about.spot, who, 3),
    south + zoneKm * dice(seed, about.spot, who, 4),
  ];
};

const arrivalMinute = (seed: number, id: number): number => {
  const byDay = dice(seed, about.request, id, 1) < requests.byDay;
  const at = dice(seed, about.request, id, 2);
  return byDay ? 8 * 60 + at * 14 * 60 : (22 * 60 + at * 10 * 60) % minutesADay;
};

const requestOf = (seed: number, id: number, day: number, zones: number): SimRequest => {
  const at = (about_: number): number => dice(seed, about.request, id, about_);
  const urgency = pick(requests.urgency, at(3));
  const [from, to] = requests.hours[urgency];
  const verified = day * minutesADay + arrivalMinute(seed, id);
  const zone = Math.floor(at(4) * zones);
  // Hospitals stand in the city and the towns.
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
  bloodGroups.indexOf(pick(groupShares, dice(seed, about.group, name)));

/** Zone by zone and group by group: whoever is asked about together stands together, also in the memory. */
const namesInOrder = (seed: number, donors: number, zones: number): Int32Array => {
  const places = Float64Array.from({ length: donors }, (_, name) => {
    const list = (name % zones) * bloodGroups.length + groupOf(seed, name);
    return list * donors + name;
  }).sort();
  return Int32Array.from(places, (place) => place % donors);
};

/** Everyone and everything that will be asked for in those days; the same seed, the same world. */
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
    const active = dice(seed, about.temper, name) < people.active.share;
    const rests = active ? people.restingAtFirst.active : people.restingAtFirst.sleeper;
    world.spots.set(placeIn(seed, zone, name, 1), 2 * i);
    world.zone[i] = zone;
    world.group[i] = groupOf(seed, name);
    world.woman[i] = dice(seed, about.sex, name) < people.women ? 1 : 0;
    world.active[i] = active ? 1 : 0;
    world.resting[i] =
      dice(seed, about.rest, name) < rests
        ? dice(seed, about.rest, name, 1) * 100 * minutesADay
        : 0;
  }
  return world;
};
