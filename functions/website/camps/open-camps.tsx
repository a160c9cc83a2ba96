/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Camp } from '#shared/camp/camp.ts';
import { listOpenCamps } from '../../use-cases/camps/list-camps.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { hrefOf, type Visit } from '../frame/visit.ts';
import { openCampsWords } from './open-camps-words.ts';

const onFirstPage = 3;

/** The first page is whole without its camps. */
export const readCampsNearby = async ({ site, now }: Visit): Promise<Camp[]> =>
  (await listOpenCamps(site.services, now).catch(() => [])).slice(0, onFirstPage);

/** Day, hours, place and blood centre of each; nothing about people, nor how many. */
export const OpenCamps = ({ visit, camps }: { visit: Visit; camps: readonly Camp[] }) => {
  const words = openCampsWords[visit.language];
  const { phrases, site, now } = visit;
  const context = messageContext(site.services, now);
  return (
    <ul class="steps">
      {camps.map(({ day, from, to, venue, place, centre }) => (
        <li>
          <b>
            {phrases.day(day)}, {words.hours(phrases.clock(from), phrases.clock(to))}
          </b>
          <br />
          {phrases.where({ hospital: venue, place: place.name }, context)}
          <br />
          {words.heldBy(centre)}
        </li>
      ))}
    </ul>
  );
};

/** The next camps on the first page, with the way to all; nothing while no camp is planned. */
export const CampsNearby = ({ visit, camps }: { visit: Visit; camps: readonly Camp[] }) => {
  const words = openCampsWords[visit.language];
  return camps.length === 0 ? null : (
    <>
      <h2>{words.nearby}</h2>
      <OpenCamps visit={visit} camps={camps} />
      <p>
        <a class="btn plain" href={hrefOf(visit, '/camps')}>
          {words.all}
        </a>
      </p>
    </>
  );
};
