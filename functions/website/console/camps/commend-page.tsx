/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { quoteCell } from '../../../import-export/render-donor-csv.ts';
import { commendPeople } from '../../../use-cases/camps/gifts/commend-people.ts';
import type { PageRouter } from '../../frame/router.tsx';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { zoneName } from '../console-visit.ts';
import { campPageWords } from './camp-page-words.ts';

/** `/console/commend`: whose gifts and service are to be honoured, for senior officers, and `commend.csv`. */
export const mountCommend = (router: PageRouter): void => {
  router.getFor('coordinator', '/console/commend', async (visit: MemberVisit) => {
    const words = campPageWords[visit.language];
    const { people, zones } = await commendPeople(visit.site.services);
    return sendConsole(
      visit,
      words.commend,
      <>
        <p>{words.commendHelp}</p>
        <DataTable caption={words.zones} head={[words.zone, words.gifts]}>
          {zones.map(({ zone, gifts }) => (
            <tr>
              <th scope="row">{zoneName(visit, zone)}</th>
              <td>{gifts}</td>
            </tr>
          ))}
        </DataTable>
        <DataTable
          caption={words.commend}
          head={[
            ...[words.who, words.zone, words.gifts, words.milestone],
            ...[words.checked, words.dutyHours],
          ]}
        >
          {people.map(({ who, zone, gifts, milestone, checked, hours }) => (
            <tr>
              <th scope="row">{who}</th>
              <td>{zoneName(visit, zone)}</td>
              <td>{gifts}</td>
              <td>{milestone}</td>
              <td>{checked}</td>
              <td>{hours}</td>
            </tr>
          ))}
        </DataTable>
        <p>
          <a class="btn plain" href={hrefOf(visit, '/console/commend.csv')}>
            {words.csv}
          </a>
        </p>
      </>,
    );
  });
  router.getFor('coordinator', '/console/commend.csv', async (visit) => {
    const { people } = await commendPeople(visit.site.services);
    const rows = people.map(({ who, zone, gifts, milestone = '', checked, hours }) =>
      [who, zone, gifts, milestone, checked, hours].map(String),
    );
    const head = ['who', 'zone', 'gifts', 'milestone', 'requests_checked', 'hours_on_duty'];
    const lines = [head, ...rows].map((row) => row.map((cell) => quoteCell(cell)).join(','));
    return visit.c.body(lines.join('\r\n'), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="commend.csv"',
    });
  });
};
