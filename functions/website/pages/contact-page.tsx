/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { renderPhoneNumber } from '#shared/terms/phone-number.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import type { Visit } from '../frame/visit.ts';

/** The number that is rung and never answered, if there is one. */
export const missedCallNumber = ({ site }: Visit): string | undefined => {
  const [number] = site.services.otherNumbers ?? [];
  return number && renderPhoneNumber(number);
};

export const mountContact = (router: PageRouter): void =>
  router.get(
    '/contact',
    (visit) => {
      const { contact } = visit.words;
      const missed = missedCallNumber(visit);
      return sendPage(
        visit,
        <Page visit={visit} title={contact.title} description={contact.lead}>
          <p class="big">
            <a href={`tel:${visit.site.services.hotlineNumber}`}>{visit.number}</a>
          </p>
          <p>{contact.number(visit.number)}</p>
          {missed && <p>{contact.missed(missed)}</p>}
          <p>{contact.lead}</p>
          <p class="card">{contact.money}</p>
          <p>{contact.emergency}</p>
        </Page>,
      );
    },
    { public: true },
  );
