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

/** Units of hope that weigh as much as what the camp has seen, and the least that is believed of it. */
const yieldPrior = 20;
const leastYield = 0.5;

/**
 * What this camp's invitations have brought of what was hoped from them (0.5–1): the day, the place or the season may
 * suit fewer people than the average says. A later stage invites so much more.
 */
const yieldSoFar = ({ hope, hoped }: Pick<Camp, 'hope' | 'hoped'>): number =>
  Math.min(1, Math.max(leastYield, (hope + yieldPrior) / (hoped + yieldPrior)));

/** A stage begins. Without anything missing it invites no one, and the next evening looks again. */
export const beginStage = (camp: Camp, now: EpochMs, rules: Rules): Camp => {
  const { nextStageAt: _, ...rest } = camp;
  const next = nextEvening(camp, now, rules);
  return {
    ...rest,
    state: 'inviting',
    left: unitsToInviteFor(camp, rules) / yieldSoFar(camp),
    ...(next !== undefined && { nextStageAt: next }),
  };
};

type Invitable = { chance: number };

/**
 * The people to invite now: the likeliest first, as few as make up `left` units, at most `most`. `left` after them is 0
 * when the stage is over: its goal is reached, or no one is left to invite. `hoped`: the units that they may bring.
 */
export const chooseInvited = <T extends Invitable>(
  candidates: readonly T[],
  { left, most }: { left: number; most: number },
): { chosen: T[]; left: number; hoped: number } => {
  const likeliest = [...candidates].sort((a, b) => b.chance - a.chance);
  const chosen: T[] = [];
  let missing = left;
  let hoped = 0;
  for (const candidate of likeliest) {
    if (missing <= 0 || chosen.length === most) break;
    chosen.push(candidate);
    missing -= candidate.chance;
    hoped += candidate.chance;
  }
  const isOver = missing <= 0 || chosen.length === likeliest.length;
  return { chosen, left: isOver ? 0 : missing, hoped };
};
