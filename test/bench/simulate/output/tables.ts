import { renderColumns } from '#infra/local/commands/command.ts';
import type { Measures } from '../measures.ts';
import type { Job } from '../run.ts';

export type Run = { job: Job; measures: Measures };

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const number = (value: number | null, digits = 1): string =>
  value === null ? '–' : value.toFixed(digits);

type Column = {
  head: string;
  of: (m: Measures) => number | null;
  show: (value: number | null) => string;
};

/** How far the foretold share of yeses is from the seen one, over alerts of at least 5 %: their mean, in points. */
const miscalibration = ({ calibration: { year } }: Measures): number | null => {
  const bins = year.slice(1).filter(({ count }) => count > 0);
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.observed), 0);
  return count === 0 ? null : (100 * off) / count;
};

const columns: Column[] = [
  { head: 'fulfilled in time', of: (m) => m.fulfilledInTime, show: (v) => percent(v ?? 0) },
  { head: 'Rh−', of: (m) => m.rareFulfilledInTime, show: (v) => percent(v ?? 0) },
  { head: 'planned', of: (m) => m.byUrgency.planned.fulfilledInTime, show: (v) => percent(v ?? 0) },
  { head: 'covered in time', of: (m) => m.coveredInTime, show: (v) => percent(v ?? 0) },
  { head: 'minutes: half', of: (m) => m.medianMinutes, show: (v) => number(v, 0) },
  { head: 'nine of ten', of: (m) => m.p90Minutes, show: (v) => number(v, 0) },
  { head: 'alerts a unit', of: (m) => m.alertsPerUnit, show: number },
  { head: 'last quarter', of: (m) => m.alertsPerUnitLastQuarter, show: number },
  { head: 'a donor a month', of: (m) => m.alertsPerDonorMonth, show: (v) => number(v, 2) },
  { head: 'p99', of: (m) => m.p99AlertsPerDonorMonth, show: (v) => number(v, 0) },
  { head: 'yeses not needed a unit', of: (m) => m.turnedAwayPerUnit, show: (v) => number(v, 2) },
  { head: 'off by, points', of: (m) => miscalibration(m), show: number },
  { head: 'left for good', of: (m) => m.left / m.donors, show: (v) => percent(v ?? 0) },
];
const head = ['', ...columns.map((column) => column.head)];

/** Renders one row for each policy. */
export const renderTable = (runs: Run[]): string =>
  renderColumns([
    head,
    ...runs.map(({ job, measures }) => [
      job.policy,
      ...columns.map(({ of, show }) => show(of(measures))),
    ]),
  ]).join('\n');

/** Renders one row for each policy: the mean over the seeds, and the standard deviation after ±. */
export const renderSpread = (runs: Run[]): string =>
  renderColumns([
    head,
    ...[...new Set(runs.map(({ job }) => job.policy))].map((policy) => [
      policy,
      ...columns.map(({ of, show }) => {
        const values = runs
          .filter(({ job }) => job.policy === policy)
          .map(({ measures }) => of(measures))
          .filter((value) => value !== null);
        const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
        const spread = Math.sqrt(
          values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, values.length - 1),
        );
        return values.length === 0 ? '–' : `${show(mean)} ±${show(spread).replace(' %', '')}`;
      }),
    ]),
  ]).join('\n');
