/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Camp } from '#shared/camp/camp.ts';
import { type CampTally, tallyCamp } from '#shared/camp/camp-tally.ts';
import { quoteCell } from '../../../import-export/render-donor-csv.ts';
import type { PageRouter } from '../../frame/router.tsx';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { sendConsole } from '../console-frame.tsx';
import { campPageWords } from './camp-page-words.ts';
import { withCamp } from './find-camp.ts';
import { TallyTable } from './tally-table.tsx';

const tallyOf = async (visit: MemberVisit, camp: Camp): Promise<CampTally> =>
  tallyCamp(await visit.site.services.store.seats(camp.id));

/** What the licensing authority is owed: group, units, date, venue (docs/facts.md#camps). Counts only. */
const renderSheet = (camp: Camp, { groups }: CampTally): string => {
  const where = [camp.day, camp.venue, camp.place.name, camp.centre];
  const rows = groups.map(({ group, units, bySex }) =>
    [...where, group, units, bySex.woman, bySex.man, bySex.other].map((cell) =>
      quoteCell(String(cell)),
    ),
  );
  const head = ['date', 'venue', 'place', 'blood_centre', 'group', 'units'];
  return [[...head, 'women', 'men', 'others'], ...rows].map((row) => row.join(',')).join('\r\n');
};

/** `/console/camps/ID/sheet`, as a page to print, and `sheet.csv`. */
export const mountSheet = (router: PageRouter): void => {
  router.getFor('volunteer', '/console/camps/:camp/sheet', (visit) =>
    withCamp(visit, async (camp) => {
      const words = campPageWords[visit.language];
      const tally = await tallyOf(visit, camp);
      return sendConsole(
        visit,
        words.sheet,
        <>
          <dl>
            <dt>{words.day}</dt>
            <dd>{visit.phrases.day(camp.day)}</dd>
            <dt>{words.venue}</dt>
            <dd>
              {camp.venue}, {camp.place.name}
            </dd>
            <dt>{words.centre}</dt>
            <dd>{camp.centre}</dd>
          </dl>
          <TallyTable visit={visit} tally={tally} />
          <p class="quiet">{words.print}</p>
          <p>
            <a class="btn plain" href={hrefOf(visit, `/console/camps/${camp.id}/sheet.csv`)}>
              {words.csv}
            </a>
          </p>
        </>,
      );
    }),
  );
  router.getFor('volunteer', '/console/camps/:camp/sheet.csv', (visit) =>
    withCamp(visit, async (camp) => {
      const name = `camp-${camp.day}.csv`;
      return visit.c.body(renderSheet(camp, await tallyOf(visit, camp)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
      });
    }),
  );
};
