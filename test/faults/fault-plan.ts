import type {
  ChanceFault,
  Faults,
  NumberFault,
  PhoneFault,
  SendFault,
} from '#infra/local/simulator/faults.ts';
import { minutes, seconds } from '#shared/terms/time.ts';
import type { Dice } from './rng.ts';

/* What goes wrong in one seed, and how often. */

/** On the way to the database, in a process, between the table and who waits for it. */
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

export type FaultName = OwnFault | ChanceFault | SendFault | NumberFault;

/** How often each befalls where it can: database faults at every operation, so that few are many. */
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

/** Some seeds have hardly any faults, some one kind often, some all of them. */
export const drawLuck = (dice: Dice) => {
  const wild = dice.weigh([
    [1, 0],
    [5, 0.2],
    [3, 0.5],
    [1, 1],
  ]);
  const chanceOf = (highest: number): number =>
    dice.lands(wild) ? highest * dice.between(0.2, 1) : 0;
  const own = Object.fromEntries(ownFaults.map((name) => [name, chanceOf(most[name])]));
  const carrier: Partial<Faults> = {
    ...Object.fromEntries(carrierFaults.map((name) => [name, chanceOf(0.35)])),
    delayMs: dice.pick([seconds(20), minutes(2), minutes(12)]),
  };
  const counts = new Map<FaultName, number>();
  let over = false;
  const count = (name: FaultName): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    /** None of these befalls anybody in this seed. */
    isNone: wild === 0,
    carrier,
    counts,
    count,
    befalls(name: OwnFault): boolean {
      const chance = own[name] ?? 0;
      if (over || chance === 0 || !dice.lands(chance)) return false;
      count(name);
      return true;
    },
    /** From now on all is well. */
    end(): void {
      over = true;
    },
    isOver: () => over,
    between: dice.between,
    pick: dice.pick,
  };
};
export type Luck = ReturnType<typeof drawLuck>;
