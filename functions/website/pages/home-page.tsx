/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { renderPhoneNumber } from '#shared/terms/phone-number.ts';
import { CampsNearby, readCampsNearby } from '../camps/open-camps.tsx';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { hrefOf, type Visit } from '../frame/visit.ts';
import { missedCallNumber } from './contact-page.tsx';
import { readYearFigures, YearFigures } from './year-figures.tsx';

/** `/`: need blood, give blood, camps nearby, how it works, what came of it this year. */
export const mountHome = (router: PageRouter): void =>
  router.get(
    '/',
    async (visit) => {
      const { home } = visit.words;
      const [camps, figures] = await Promise.all([readCampsNearby(visit), readYearFigures(visit)]);
      return sendPage(
        visit,
        <Page visit={visit} title={home.title} description={home.lead}>
          <p>{home.lead}</p>
          <Need visit={visit} />
          <h2>{home.giveTitle}</h2>
          <p>{home.give}</p>
          <p>
            <a class="btn" href={hrefOf(visit, '/join')}>
              {home.join}
            </a>
          </p>
          <CampsNearby visit={visit} camps={camps} />
          <h2>{home.howTitle}</h2>
          <ol>
            {home.how.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <YearFigures visit={visit} figures={figures} />
        </Page>,
      );
    },
    { public: true },
  );

const Need = ({ visit }: { visit: Visit }) => {
  const { home } = visit.words;
  const { hotlineNumber } = visit.site.services;
  const { whatsappNumber } = visit.site.services.config;
  const missed = missedCallNumber(visit);
  return (
    <>
      <h2>{home.needTitle}</h2>
      <p class="big">
        <a href={`tel:${hotlineNumber}`}>{visit.number}</a>
      </p>
      <p>{home.byText(visit.number)}</p>
      <p class="card">
        <span class="quiet">{home.exampleLabel}:</span> {home.example}
      </p>
      <p>{home.byCall(visit.number)}</p>
      {missed && <p>{home.byMissedCall(missed)}</p>}
      {whatsappNumber && (
        <p>
          <a class="btn plain" href={`https://wa.me/${whatsappNumber.slice(1)}`} rel="noreferrer">
            {home.byWhatsApp(renderPhoneNumber(whatsappNumber))}
          </a>
        </p>
      )}
      <p>
        <a class="btn" href={hrefOf(visit, '/request')}>
          {home.form}
        </a>
      </p>
    </>
  );
};
