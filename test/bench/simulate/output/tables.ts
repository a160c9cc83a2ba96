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

/** The columns of the table of worlds in docs/asking.md. */
const pageHeads = [
  'fulfilled in time',
  'Rh−',
  'planned',
  'covered in time',
  'minutes: half',
  'alerts a unit',
  'off by, points',
  'left for good',
];

/** The policies that could be used; the others know what no hotline knows. */
const isReal = (policy: string): boolean => policy !== 'informed' && policy !== 'oracle';

const meansOf = (runs: Run[], { of }: Column): { mean: number; spread: number } | undefined => {
  const values = runs.map(({ measures }) => of(measures)).filter((value) => value !== null);
  if (values.length === 0) return undefined;
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / Math.max(1, values.length - 1)) };
};

/** Rows of a Markdown table, without the head: one for each world and policy, the mean ± the standard deviation. */
export const renderForPage = (runs: Run[]): string => {
  const shown = pageHeads.flatMap((name) => columns.find(({ head: of }) => of === name) ?? []);
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const worlds = [...new Set(runs.map(({ job }) => job.world))];
  const rows = worlds.flatMap((world) => {
    const policies = [...new Set(runs.map(({ job }) => job.policy))];
    return policies.map((policy, i) => {
      const some = runs.filter(({ job }) => job.world === world && job.policy === policy);
      const cells = shown.map((column) => {
        const found = meansOf(some, column);
        if (!found) return '–';
        const spread = some.length > 1 ? ` ±${column.show(found.spread).replace(' %', '')}` : '';
        return `${column.show(found.mean)}${spread}`;
      });
      return line([i === 0 ? world : '', policy === 'ours' ? '**ours**' : policy, ...cells]);
    });
  });
  const heads = ['World', 'Policy', ...shown.map(({ head: name }) => name)];
  return [line(heads), line(heads.map(() => '---')), ...rows].join('\n');
};

/** Where another policy that could be used has a better mean than ours: world, column, policy, by how much. */
export const notFirst = (runs: Run[]): string[] => {
  const shares = columns.filter(({ head: name }) =>
    ['fulfilled in time', 'Rh−', 'planned'].includes(name),
  );
  return [...new Set(runs.map(({ job }) => job.world))].flatMap((world) => {
    const of = (policy: string, column: Column): number =>
      meansOf(
        runs.filter(({ job }) => job.world === world && job.policy === policy),
        column,
      )?.mean ?? 0;
    const others = [...new Set(runs.map(({ job }) => job.policy))].filter(
      (policy) => policy !== 'ours' && isReal(policy),
    );
    return shares.flatMap((column) =>
      others
        .filter((policy) => of(policy, column) > of('ours', column))
        .map(
          (policy) =>
            `${world}, ${column.head}: ${policy} ${percent(of(policy, column))}, ours ${percent(of('ours', column))}`,
        ),
    );
  });
};
