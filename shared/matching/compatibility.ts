import type { BloodGroup } from '../terms/blood-group.ts';
import { bloodGroups } from '../terms/blood-group.ts';
import type { Component } from '../terms/component.ts';

/*
 * Which groups can give to which: Australian Red Cross Lifeblood table (docs/facts.md#compatibility, sure A), best first.
 * The tier is the order of asking: 0 first, 1 when tier 0 is not enough, 2 spared for patients who need that group.
 */
type Abo = 'O' | 'A' | 'B' | 'AB';
type Rh = '+' | '-';
export type Match = { group: BloodGroup; tier: 0 | 1 | 2 };

const redCells: Record<Abo, Abo[]> = {
  O: ['O'],
  A: ['A', 'O'],
  B: ['B', 'O'],
  AB: ['AB', 'A', 'B', 'O'],
};
const platelets: Record<Abo, Abo[]> = {
  O: ['O', 'A', 'B'],
  A: ['A', 'B', 'O', 'AB'],
  B: ['B', 'A', 'O', 'AB'],
  AB: ['AB', 'A', 'B', 'O'],
};
const plasma: Record<Abo, Abo[]> = {
  O: ['O', 'A', 'B', 'AB'],
  A: ['A', 'AB'],
  B: ['B', 'AB'],
  AB: ['AB'],
};
/** Whole blood: the same group (docs/facts.md#compatibility). */
const wholeBlood: Record<Abo, Abo[]> = { O: ['O'], A: ['A'], B: ['B'], AB: ['AB'] };

const tables: Record<Component, Record<Abo, Abo[]>> = {
  'whole-blood': wholeBlood,
  'red-cells': redCells,
  platelets,
  plasma,
};

/** The ABO and Rh parts; undefined for Bombay, which is a group of its own outside both. */
const split = (group: BloodGroup): { abo: Abo; rh: Rh } | undefined => {
  switch (group) {
    case 'Oh':
      return undefined;
    case 'O+':
      return { abo: 'O', rh: '+' };
    case 'O-':
      return { abo: 'O', rh: '-' };
    case 'A+':
      return { abo: 'A', rh: '+' };
    case 'A-':
      return { abo: 'A', rh: '-' };
    case 'B+':
      return { abo: 'B', rh: '+' };
    case 'B-':
      return { abo: 'B', rh: '-' };
    case 'AB+':
      return { abo: 'AB', rh: '+' };
    case 'AB-':
      return { abo: 'AB', rh: '-' };
  }
};

const rhMatters = (component: Component): boolean =>
  component === 'whole-blood' || component === 'red-cells';

/** Rh-negative donors are spared for Rh-negative patients: the last choice when Rh-positive donors can give. */
const tierOf = (patient: { abo: Abo; rh: Rh }, donor: { abo: Abo; rh: Rh }): Match['tier'] => {
  if (donor.rh === '-' && patient.rh === '+') return 2;
  return donor.abo === patient.abo ? 0 : 1;
};

const matchFor = (
  patient: BloodGroup,
  component: Component,
  group: BloodGroup,
): Match | undefined => {
  const wanted = split(patient);
  const given = split(group);
  if (!wanted || !given) return patient === group ? { group, tier: 0 } : undefined;
  if (!tables[component][wanted.abo].includes(given.abo)) return undefined;
  if (rhMatters(component) && wanted.rh === '-' && given.rh === '+') return undefined;
  return { group, tier: tierOf(wanted, given) };
};

/** Exchange: any group's donation counts; rare groups are spared while others are enough. */
const exchangeMatch = (group: BloodGroup): Match => ({
  group,
  tier: group === 'Oh' || group.endsWith('-') ? 2 : 0,
});

/** The groups whose donors can give, best first. */
export const compatibleGroups = (need: {
  group: BloodGroup;
  component: Component;
  exchange: boolean;
}): Match[] =>
  bloodGroups
    .map((group) =>
      need.exchange ? exchangeMatch(group) : matchFor(need.group, need.component, group),
    )
    .filter((match) => match !== undefined)
    .sort((a, b) => a.tier - b.tier);
