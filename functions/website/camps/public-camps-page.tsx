/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listOpenCamps } from '../../use-cases/camps/list-camps.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { hrefOf } from '../frame/visit.ts';
import { OpenCamps } from './open-camps.tsx';
import { openCampsWords } from './open-camps-words.ts';

/** `/camps`: the camps ahead, and how to say yes. It is the same for everyone. */
export const mountPublicCamps = (router: PageRouter): void =>
  router.get(
    '/camps',
    async (visit) => {
      const words = openCampsWords[visit.language];
      const { services } = visit.site;
      const camps = await listOpenCamps(services, visit.now);
      return sendPage(
        visit,
        <Page visit={visit} title={words.title} description={words.lead}>
          <p>{words.lead}</p>
          {camps.length === 0 ? (
            <p class="notice">{words.none}</p>
          ) : (
            <OpenCamps visit={visit} camps={camps} />
          )}
          <h2>{words.howTitle}</h2>
          <ul>
            {words.how(visit.number).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <p class="big">
            <a href={`tel:${services.hotlineNumber}`}>{visit.number}</a>
          </p>
          <p>
            <a class="btn" href={hrefOf(visit, '/join')}>
              {visit.words.home.join}
            </a>
          </p>
          <p class="card">{words.neverPaid}</p>
        </Page>,
      );
    },
    { public: true },
  );
