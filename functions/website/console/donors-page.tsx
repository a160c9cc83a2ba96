/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Zone } from '#shared/places/hospital.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import { minutes } from '#shared/terms/time.ts';
import { countSupply, type GroupSupply } from '../../use-cases/console/count-donors.ts';
import type { PageRouter } from '../frame/router.tsx';
import { hrefOf, type MemberVisit } from '../frame/visit.ts';
import { BarChart } from './charts/bar-chart.tsx';
import { DataTable, sendConsole } from './console-frame.tsx';
import { renderTime, wordsFor, zonesOf } from './console-visit.ts';

/** A zone is counted again after this: reloads cost nothing. */
const keptFor = minutes(2);

type Counted = { at: EpochMs; supply: GroupSupply[] };

const SupplyRow = ({ visit, supply }: { visit: MemberVisit; supply: GroupSupply }) => {
  const { donors } = wordsFor(visit);
  const { group, all, isMore, free, freeSoon, expected, runsDry } = supply;
  return (
    <tr class={runsDry ? 'stuck' : undefined}>
      <th scope="row">{visit.phrases.group(group)}</th>
      <td>{isMore ? `${all}+` : all}</td>
      <td>{free}</td>
      <td>{expected.toFixed(1)}</td>
      <td>{freeSoon}</td>
      <td>{runsDry && <b>{donors.dry}</b>}</td>
    </tr>
  );
};

const ZoneLinks = ({
  visit,
  zones,
  chosen,
}: {
  visit: MemberVisit;
  zones: readonly Zone[];
  chosen: Zone;
}) => (
  <nav aria-label={wordsFor(visit).duty.zone}>
    {zones.map(({ id, names }) => (
      <a
        href={hrefOf(visit, `/console/donors/${id}`)}
        aria-current={id === chosen.id ? 'page' : undefined}
      >
        {names[visit.language]}
      </a>
    ))}
  </nav>
);

const DonorsBody = ({
  visit,
  zone,
  counted,
}: {
  visit: MemberVisit;
  zone: Zone;
  counted: Counted;
}) => {
  const { donors, list } = wordsFor(visit);
  const there = counted.supply.filter(({ all }) => all > 0);
  const dry = there.filter(({ runsDry }) => runsDry).map(({ group }) => visit.phrases.group(group));
  return (
    <>
      <ZoneLinks visit={visit} zones={zonesOf(visit)} chosen={zone} />
      <p>{list.asOf(renderTime(visit, counted.at))}</p>
      {dry.length > 0 && <p class="error">{donors.runsDry(dry.join(', '))}</p>}
      {there.length === 0 ? (
        <p class="notice">{donors.none}</p>
      ) : (
        <DataTable
          caption={donors.caption(zone.names[visit.language])}
          head={[donors.group, donors.all, donors.free, donors.expected, donors.soon, donors.note]}
        >
          {there.map((supply) => (
            <SupplyRow visit={visit} supply={supply} />
          ))}
        </DataTable>
      )}
      <BarChart
        title={donors.chart(zone.names[visit.language])}
        bars={there.map(({ group, free }) => ({ label: group, value: free }))}
      />
      <p class="quiet">{donors.help}</p>
    </>
  );
};

/** `/console/donors/prayagraj`: donors of a zone by group, without names, and where it will run dry. */
export const mountDonors = (router: PageRouter): void => {
  const kept = new Map<string, Counted>();
  const count = async (visit: MemberVisit, { id }: Zone): Promise<Counted> => {
    const known = kept.get(id);
    if (known && visit.now >= known.at && visit.now < known.at + keptFor) return known;
    const counted = { at: visit.now, supply: await countSupply(visit.site.services, id) };
    kept.set(id, counted);
    return counted;
  };
  const show = async (visit: MemberVisit, wanted: string | undefined): Promise<Response> => {
    const zones = zonesOf(visit);
    const own = zones.find(({ id }) => id === visit.person.volunteer?.zone);
    const zone = zones.find(({ id }) => id === wanted) ?? own ?? zones[0];
    const { title } = wordsFor(visit).donors;
    if (!zone) return sendConsole(visit, title, null);
    const counted = await count(visit, zone);
    return sendConsole(visit, title, <DonorsBody visit={visit} zone={zone} counted={counted} />);
  };
  router.getFor('volunteer', '/console/donors', (visit) => show(visit, undefined));
  router.getFor('volunteer', '/console/donors/:zone', (visit) =>
    show(visit, visit.c.req.param('zone')),
  );
};
