import type {
  ChanceFault,
  Faults,
  NumberFault,
  PhoneFault,
  SendFault,
} from '#infra/local/simulator/faults.ts';
import { minutes, seconds } from '#shared/terms/time.ts';
import type { Rng } from './rng.ts';

/* The faults of one seed and their probabilities. */

/** Faults of the database, of a process, of the stream and of the sweeps. */
export const ownFaults = [
  'throttled',
  'transaction-conflict',
  'answer-lost-after-save',
  'slow-answer',
  'killed-before',
  'killed-after',
  'webhook-answer-lost',
  'stream-twice',
  'stream-late',
  'stream-never',
  'sweep-skipped',
  'sweep-twice',
] as const;
export type OwnFault = (typeof ownFaults)[number];

const carrierFaults = [
  'tooManyRequests',
  'serverError',
  'resetBeforeAccepting',
  'errorAfterAccepting',
  'silenceAfterAccepting',
  'cutAfterAccepting',
  'listError',
  'dropWebhook',
  'duplicateWebhook',
  'delayWebhook',
  'reorderCallbacks',
  'dropCallback',
] as const satisfies ChanceFault[];

export const numberFaults = [
  21610, 30003, 30004, 30005, 30006, 30007, 30008, 63016,
] as const satisfies NumberFault[];

export const callFaults = [
  'busy',
  'failed',
  'no-answer',
  'voicemail',
  21215,
] as const satisfies PhoneFault[];

/** `text-dropped`: Exotel has tried a text four times. */
export type FaultName = OwnFault | ChanceFault | SendFault | NumberFault | 'text-dropped';

/** The highest probability of each fault at each opportunity. Database faults are drawn at every operation, so they are low. */
const most: Record<OwnFault, number> = {
  throttled: 0.04,
  'transaction-conflict': 0.15,
  'answer-lost-after-save': 0.12,
  'slow-answer': 0.05,
  'killed-before': 0.02,
  'killed-after': 0.02,
  'webhook-answer-lost': 0.3,
  'stream-twice': 0.5,
  'stream-late': 0.5,
  'stream-never': 0.5,
  'sweep-skipped': 0.6,
  'sweep-twice': 0.6,
};

/** Draws the faults of a seed: some seeds have few faults, some have one kind often, some have all kinds. */
export const drawFaultPlan = (rng: Rng) => {
  const intensity = rng.pickWeighted([
    [1, 0],
    [5, 0.2],
    [3, 0.5],
    [1, 1],
  ]);
  const chanceOf = (highest: number): number =>
    rng.happens(intensity) ? highest * rng.between(0.2, 1) : 0;
  const own = Object.fromEntries(ownFaults.map((name) => [name, chanceOf(most[name])]));
  const carrier: Partial<Faults> = {
    ...Object.fromEntries(carrierFaults.map((name) => [name, chanceOf(0.35)])),
    delayMs: rng.pick([seconds(20), minutes(2), minutes(12)]),
  };
  const counts = new Map<FaultName, number>();
  let over = false;
  const count = (name: FaultName): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    /** True when this seed has no such fault. */
    hasNoFaults: intensity === 0,
    carrier,
    counts,
    count,
    occurs(name: OwnFault): boolean {
      const chance = own[name] ?? 0;
      if (over || chance === 0 || !rng.happens(chance)) return false;
      count(name);
      return true;
    },
    /** Ends all faults. */
    end(): void {
      over = true;
    },
    isOver: () => over,
    between: rng.between,
    pick: rng.pick,
  };
};
export type FaultPlan = ReturnType<typeof drawFaultPlan>;
