import { type Urgency, urgencies } from '#shared/terms/urgency.ts';
import type { Case, Simulation } from './simulation.ts';

/** The minutes at which the plot shows the share of covered requests. */
export const coveredAtMinutes = [
  1, 2, 3, 5, 8, 12, 20, 30, 45, 60, 90, 120, 180, 300, 480, 720, 1440,
];

export type Bin = { predicted: number; observed: number; count: number };

/** The results of one year of one policy. Shares are 0–1. A request that was never covered has no minutes. */
export type Measures = {
  requests: number;
  coveredInTime: number;
  fulfilledInTime: number;
  /** Of the requests for Rh-negative patients, who can get blood from one in twenty donors. */
  rareFulfilledInTime: number;
  medianMinutes: number | null;
  p90Minutes: number | null;
  alertsPerUnit: number | null;
  alertsPerUnitLastQuarter: number | null;
  alertsPerDonorMonth: number;
  p99AlertsPerDonorMonth: number;
  /** Answers "yes" that were not needed, for each unit given. */
  turnedAwayPerUnit: number | null;
  left: number;
  donors: number;
  unitsGiven: number;
  fulfilledByMonth: number[];
  coveredWithin: number[];
  byUrgency: Record<
    Urgency,
    { fulfilledInTime: number; alertsPerUnit: number | null; medianMinutes: number | null }
  >;
  /** The predicted and observed share of "yes" in ten bins of 5 %; the last contains all above 45 %. */
  calibration: { firstMonth: Bin[]; year: Bin[] };
};

const isCovered = (r: Case): boolean => r.coveredAt !== undefined && r.coveredAt <= r.neededBy;
const isFulfilled = (r: Case): boolean =>
  r.fulfilledAt !== undefined && r.fulfilledAt <= r.neededBy;
const share = <T>(list: T[], holds: (each: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;
const per = (count: number, units: number): number | null => (units === 0 ? null : count / units);
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, n) => all + n, 0);

const minutesToCovered = (r: Case): number =>
  r.coveredAt === undefined ? Number.POSITIVE_INFINITY : r.coveredAt - r.at;
/** A percentile of sorted minutes. A request that was never covered counts as later than any. */
const at = (sorted: number[], p: number): number | null => {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
  return value === undefined || value === Number.POSITIVE_INFINITY ? null : value;
};

export const measure = (sim: Simulation): Measures => {
  const { cases, world } = sim;
  const minutes = cases.map(minutesToCovered).sort((a, b) => a - b);
  const months = sim.alertsByMonth.length;
  const perDonorMonth = Uint16Array.from(sim.alertsByDonorMonth).sort();
  const given = (list: Case[]): number => sum(list.map((r) => r.given));
  const ofUrgency = (urgency: Urgency) => {
    const some = cases.filter((r) => r.urgency === urgency);
    return {
      fulfilledInTime: share(some, isFulfilled),
      alertsPerUnit: per(sum(some.map((r) => r.alertCount)), given(some)),
      medianMinutes: at(
        some.map(minutesToCovered).sort((a, b) => a - b),
        0.5,
      ),
    };
  };
  return {
    requests: cases.length,
    coveredInTime: share(cases, isCovered),
    fulfilledInTime: share(cases, isFulfilled),
    rareFulfilledInTime: share(
      cases.filter(({ group, exchange }) => group.endsWith('-') && !exchange),
      isFulfilled,
    ),
    medianMinutes: at(minutes, 0.5),
    p90Minutes: at(minutes, 0.9),
    alertsPerUnit: per(sim.alertCount, sim.givenCount),
    alertsPerUnitLastQuarter: per(
      sum(sim.alertsByMonth.slice(-3)),
      sum(sim.givenByMonth.slice(-3)),
    ),
    alertsPerDonorMonth: sim.alertCount / world.donors / months,
    p99AlertsPerDonorMonth: perDonorMonth[Math.floor(0.99 * perDonorMonth.length)] ?? 0,
    turnedAwayPerUnit: per(sum(cases.map((r) => r.notNeeded)), sim.givenCount),
    left: sum(sim.left),
    donors: world.donors,
    unitsGiven: sim.givenCount,
    fulfilledByMonth: Array.from({ length: months }, (_, month) =>
      share(
        cases.filter((r) => sim.month(r.at) === month),
        isFulfilled,
      ),
    ),
    coveredWithin: coveredAtMinutes.map((limit) => share(minutes, (m) => m <= limit)),
    byUrgency: Object.fromEntries(urgencies.map((u) => [u, ofUrgency(u)])) as Measures['byUrgency'],
    calibration: {
      firstMonth: sim.calibration[0] ?? [],
      year: addUp(sim.calibration.slice(1)),
    },
  };
};

const addUp = (months: Bin[][]): Bin[] =>
  Array.from({ length: 10 }, (_, i) =>
    months.reduce<Bin>(
      (all, bins) => ({
        predicted: all.predicted + (bins[i]?.predicted ?? 0),
        observed: all.observed + (bins[i]?.observed ?? 0),
        count: all.count + (bins[i]?.count ?? 0),
      }),
      { predicted: 0, observed: 0, count: 0 },
    ),
  );
