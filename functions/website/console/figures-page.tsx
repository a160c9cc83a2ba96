/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { coverClasses, figureDays, recentFigures } from '../../use-cases/console/recent-figures.ts';
import type { PageRouter } from '../frame/router.tsx';
import { BarChart } from './charts/bar-chart.tsx';
import { GridChart } from './charts/grid-chart.tsx';
import { sendConsole } from './console-frame.tsx';
import { wordsFor, zoneName } from './console-visit.ts';

/** `/console/figures`: the requests of the last week by hour, by minutes to enough donors, and by group and zone. */
export const mountFigures = (router: PageRouter): void =>
  router.getFor('coordinator', '/console/figures', async (visit) => {
    const { figures: words } = wordsFor(visit);
    const { requests, byHour, byMinutes, neverCovered, byZone } = await recentFigures(
      visit.site.services,
    );
    const classes = [...coverClasses.map((limit) => `≤${limit}`), `>${coverClasses.at(-1)}`];
    return sendConsole(
      visit,
      words.title,
      <>
        <p class="big">{words.count(requests, figureDays)}</p>
        <BarChart
          title={words.byHour}
          bars={byHour.map((value, hour) => ({ label: String(hour), value }))}
        />
        <BarChart
          title={words.byMinutes}
          bars={byMinutes.map((value, i) => ({ label: classes[i] ?? '', value }))}
        />
        {neverCovered > 0 && <p>{words.never(neverCovered)}</p>}
        <GridChart
          title={words.byZone}
          columns={bloodGroups}
          rows={[...byZone].map(([zone, values]) => ({ name: zoneName(visit, zone), values }))}
        />
      </>,
    );
  });
