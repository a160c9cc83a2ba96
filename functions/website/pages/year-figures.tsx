/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { toCalendar } from '#shared/terms/time.ts';
import { readYearCounts, type YearCounts } from '../../use-cases/website/year-counts.ts';
import type { Visit } from '../frame/visit.ts';

/** A smaller count could point at one person. */
const leastShown = 5;

type Figures = { year: number; counts: YearCounts };

export const readYearFigures = async ({ site, now }: Visit): Promise<Figures> => ({
  year: toCalendar(now).year,
  counts: await readYearCounts(site.services.store, now),
});

export const YearFigures = ({ visit, figures }: { visit: Visit; figures: Figures }) => {
  const { home } = visit.words;
  const { fulfilled, donated, agreed } = figures.counts;
  const shown = [
    [fulfilled, home.requests],
    [donated, home.gifts],
    [agreed, home.yes],
  ] as const;
  const enough = shown.filter(([count]) => count >= leastShown);
  return enough.length === 0 ? null : (
    <>
      <h2>{home.yearTitle(figures.year)}</h2>
      <div class="facts">
        {enough.map(([count, what]) => (
          <div>
            <b>{count}</b> {what}
          </div>
        ))}
      </div>
    </>
  );
};
