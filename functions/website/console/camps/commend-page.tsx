/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { quoteCell } from '../../../import-export/render-donor-csv.ts';
import { commendDonors } from '../../../use-cases/camps/gifts/commend-donors.ts';
import type { PageRouter } from '../../frame/router.tsx';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { zoneName } from '../console-visit.ts';
import { campPageWords } from './camp-page-words.ts';

/** `/console/commend`: whose gifts are to be honoured, for senior officers, and `commend.csv`. */
export const mountCommend = (router: PageRouter): void => {
  router.getFor('coordinator', '/console/commend', async (visit: MemberVisit) => {
    const words = campPageWords[visit.language];
    const { donors, zones } = await commendDonors(visit.site.services);
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
          head={[words.who, words.zone, words.gifts, words.milestone]}
        >
          {donors.map(({ who, zone, gifts, milestone }) => (
            <tr>
              <th scope="row">{who}</th>
              <td>{zoneName(visit, zone)}</td>
              <td>{gifts}</td>
              <td>{milestone}</td>
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
    const { donors } = await commendDonors(visit.site.services);
    const rows = donors.map(({ who, zone, gifts, milestone }) => [who, zone, gifts, milestone]);
    const lines = [['who', 'zone', 'gifts', 'milestone'], ...rows].map((row) =>
      row.map((cell) => quoteCell(String(cell))).join(','),
    );
    return visit.c.body(lines.join('\r\n'), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="commend.csv"',
    });
  });
};
