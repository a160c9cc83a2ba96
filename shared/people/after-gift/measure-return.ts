import type { AfterGiftRules } from '../../terms/after-gift/after-gift-rules.ts';
import { days, type EpochMs, startOfDay } from '../../terms/time.ts';
import { type Contact, type ContactKind, contactKinds } from './contact.ts';

/** People who had their turn, and those of them who gave again in time. */
export type Arm = { people: number; back: number };

/** What one message brought: who came back with it and without it. */
export type ReturnFigures = {
  what: ContactKind;
  withinDays: number;
  with: Arm;
  without: Arm;
  /** Turns whose time is not over: they count later. */
  running: number;
};

const none: Arm = { people: 0, back: 0 };

const backInTime = ({ at, back }: Contact, withinDays: number): boolean =>
  back !== undefined && startOfDay(back) <= at + days(withinDays);

/** Counts by message. A turn counts once its time is over, for both arms alike: no one counts as lost too early. */
export const measureReturn = (
  contacts: readonly Contact[],
  now: EpochMs,
  rules: Pick<AfterGiftRules, ContactKind>,
): ReturnFigures[] =>
  contactKinds.map((what) => {
    const { backWithinDays: withinDays } = rules[what];
    const turns = contacts.filter((contact) => contact.what === what);
    const over = turns.filter(({ at }) => at + days(withinDays) < now);
    const arm = (isHeld: boolean): Arm =>
      over
        .filter(({ held }) => (held === true) === isHeld)
        .reduce(
          ({ people, back }, turn) => ({
            people: people + 1,
            back: back + (backInTime(turn, withinDays) ? 1 : 0),
          }),
          none,
        );
    return {
      what,
      withinDays,
      with: arm(false),
      without: arm(true),
      running: turns.length - over.length,
    };
  });

const rate = ({ people, back }: Arm): number => back / people;

/** z of a two-sided 95 % interval. */
const z95 = 1.96;

/** Wilson's interval of a share. */
const wilson = (arm: Arm): { low: number; high: number } => {
  const { people: n } = arm;
  const p = rate(arm);
  const middle = p + z95 ** 2 / (2 * n);
  const half = z95 * Math.sqrt((p * (1 - p)) / n + z95 ** 2 / (4 * n * n));
  const scale = 1 + z95 ** 2 / n;
  return { low: (middle - half) / scale, high: (middle + half) / scale };
};

/** The difference of the two shares with its 95 % interval (Newcombe); undefined while one arm is empty. */
export const differenceOf = (
  figures: Pick<ReturnFigures, 'with' | 'without'>,
): { points: number; low: number; high: number } | undefined => {
  const { with: a, without: b } = figures;
  if (a.people === 0 || b.people === 0) return undefined;
  const [wa, wb] = [wilson(a), wilson(b)];
  const points = rate(a) - rate(b);
  return {
    points,
    low: points - Math.hypot(rate(a) - wa.low, wb.high - rate(b)),
    high: points + Math.hypot(wa.high - rate(a), rate(b) - wb.low),
  };
};
