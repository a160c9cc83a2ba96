import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { hrefOf } from '../frame/visit.ts';

/** `/`: need blood, give blood. */
export const mountHome = (router: PageRouter): void =>
  router.get(
    '/',
    (visit) => {
      const { nav, frame } = visit.words;
      return sendPage(
        visit,
        <Page visit={visit} title={nav.home} description={frame.free}>
          <p>
            <a class="btn" href={hrefOf(visit, '/request')}>
              {nav.request}
            </a>
            <a class="btn plain" href={hrefOf(visit, '/join')}>
              {nav.join}
            </a>
          </p>
        </Page>,
      );
    },
    { public: true },
  );
