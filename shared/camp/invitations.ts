import type { Policy } from '../terms/policy.ts';
import type { EpochMs } from '../terms/time.ts';
import type { Camp } from './camp.ts';
import { nextEvening } from './camp-deadlines.ts';
import { roomLeft } from './half-hours.ts';

type Rules = Pick<Policy, 'camps' | 'retention'>;

/**
 * Units for which a stage that begins now invites: what is missing after the hope in those who hold a half hour, and
 * no more than the half hours have room for.
 */
export const unitsToInviteFor = (camp: Camp, { camps }: Rules): number => {
  const missing = Math.max(0, camp.units - camp.hope);
  return Math.min(missing, roomLeft(camp) * (1 - camps.turnedAway.man));
};

/** A stage begins. Without anything missing it invites no one, and the next evening looks again. */
export const beginStage = (camp: Camp, now: EpochMs, rules: Rules): Camp => {
  const { nextStageAt: _, ...rest } = camp;
  const next = nextEvening(camp, now, rules);
  return {
    ...rest,
    state: 'inviting',
    left: unitsToInviteFor(camp, rules),
    ...(next !== undefined && { nextStageAt: next }),
  };
};

type Invitable = { chance: number };

/**
 * The people to invite now: the likeliest first, as few as make up `left` units, at most `most`. `left` after them is 0
 * when the stage is over: its goal is reached, or no one is left to invite.
 */
export const chooseInvited = <T extends Invitable>(
  candidates: readonly T[],
  { left, most }: { left: number; most: number },
): { chosen: T[]; left: number } => {
  const likeliest = [...candidates].sort((a, b) => b.chance - a.chance);
  const chosen: T[] = [];
  let missing = left;
  for (const candidate of likeliest) {
    if (missing <= 0 || chosen.length === most) break;
    chosen.push(candidate);
    missing -= candidate.chance;
  }
  const isOver = missing <= 0 || chosen.length === likeliest.length;
  return { chosen, left: isOver ? 0 : missing };
};
