import type { Donor } from '../donor.ts';
import type { Gift } from './camp-refs.ts';

/** One rule for all, by gifts that another person has confirmed (docs/facts.md#return). */
const milestones: readonly number[] = [1, 5, 10, 25, 50];

export const isMilestone = (count: number): boolean => milestones.includes(count);

/** The number of this gift among the confirmed ones, oldest first; undefined for a gift that does not stand. */
export const numberOfGift = (gifts: readonly Gift[], id: string): number | undefined => {
  const at = [...gifts].sort((a, b) => a.day.localeCompare(b.day)).findIndex((g) => g.id === id);
  return at < 0 ? undefined : at + 1;
};

/** True while the donor has agreed to be named for the milestone that they have reached. */
export const isNamed = ({ gifts = [], namedFor }: Pick<Donor, 'gifts' | 'namedFor'>): boolean =>
  namedFor !== undefined && namedFor === milestoneOf(gifts.length);

/** The highest milestone that so many gifts have reached. */
export const milestoneOf = (count: number): number | undefined =>
  milestones.findLast((milestone) => milestone <= count);
