/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Camp } from '#shared/camp/camp.ts';
import { toCalendar } from '#shared/terms/time.ts';
import { isVolunteerOf, listCamps } from '../../../use-cases/camps/list-camps.ts';
import type { PageRouter } from '../../frame/router.tsx';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { isCoordinatorVisit } from '../console-visit.ts';
import { campPageWords } from './camp-page-words.ts';
import { OpenLink } from './open-camp-page.tsx';

const CampRow = ({ visit, camp }: { visit: MemberVisit; camp: Camp }) => {
  const { states } = campPageWords[visit.language];
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf(visit, `/console/camps/${camp.id}`)}>{visit.phrases.day(camp.day)}</a>
      </th>
      <td>
        {camp.venue}, {camp.place.name}
      </td>
      <td>{states[camp.state]}</td>
      <td>{camp.invited}</td>
      <td>{camp.units}</td>
      <td>{camp.result?.came}</td>
      <td>{camp.result?.units}</td>
    </tr>
  );
};

/** `/console/camps`: the camps of this volunteer's zone, or all, with the line of the year. */
export const mountCamps = (router: PageRouter): void =>
  router.getFor('volunteer', '/console/camps', async (visit) => {
    const words = campPageWords[visit.language];
    const camps = (await listCamps(visit.site.services, visit.now)).filter((camp) =>
      isVolunteerOf(visit.person, camp),
    );
    const { year } = toCalendar(visit.now);
    const held = camps.filter(
      ({ result, from }) => result !== undefined && toCalendar(from).year === year,
    );
    const units = held.reduce((sum, { result }) => sum + (result?.units ?? 0), 0);
    return sendConsole(
      visit,
      words.title,
      <>
        {isCoordinatorVisit(visit) && <OpenLink visit={visit} />}
        {camps.length === 0 ? (
          <p class="notice">{words.none}</p>
        ) : (
          <>
            <p class="big">{words.year(held.length, units)}</p>
            <DataTable
              caption={words.title}
              head={[
                ...[words.day, words.venue, words.state, words.invited, words.wanted],
                ...[words.came, words.units],
              ]}
            >
              {camps.toReversed().map((camp) => (
                <CampRow visit={visit} camp={camp} />
              ))}
            </DataTable>
          </>
        )}
      </>,
    );
  });
