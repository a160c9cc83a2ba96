import { renderColumns } from '#infra/local/commands/command.ts';
import type { DryWeeks, OutlookTally } from './outlook-run.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`;

const add = (all: DryWeeks, one: DryWeeks): DryWeeks => ({
  both: all.both + one.both,
  foretold: all.foretold + one.foretold,
  came: all.came + one.came,
  neither: all.neither + one.neither,
  chance: all.chance + one.chance,
});

/** Precision: of the foretold dry weeks, the share that came. Recall: of those that came, the share that was foretold. */
export const precision = ({ both, foretold }: DryWeeks): number => both / (both + foretold);
export const recall = ({ both, came }: DryWeeks): number => both / (both + came);

const head = [
  'weeks ahead',
  'groups',
  'weeks with a request',
  'dry',
  'chance foretold',
  'foretold dry',
  'precision',
  'recall',
];

/** The weeks of several years together. */
export const renderOutlook = (years: OutlookTally[][], render = renderColumns): string[] => {
  const rows = (years[0] ?? []).flatMap(({ ahead }) =>
    (['usual', 'rare'] as const).map((kind) => {
      const weeks = years.flatMap((year) => year[ahead]?.[kind] ?? []).reduce(add);
      const { both, foretold, came, neither, chance } = weeks;
      const all = both + foretold + came + neither;
      return [
        String(ahead),
        kind === 'rare' ? 'Rh−' : 'Rh+',
        String(all),
        percent(both + came, all),
        percent(chance, all),
        String(both + foretold),
        percent(both, both + foretold),
        percent(both, both + came),
      ];
    }),
  );
  return render([head, ...rows]);
};
