/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isMilestone, numberOfGift } from '#shared/people/camps/milestones.ts';
import { findCertificate } from '../../use-cases/camps/gifts/find-certificate.ts';
import { giftIdOf } from '../../use-cases/camps/gifts/gift-id.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import type { Visit } from '../frame/visit.ts';
import { thanksWords } from './thanks-words.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

/** Only the donor who has logged in sees the name and which gift it is. */
const OwnPart = ({ visit, seat }: { visit: Visit; seat: Found['seat'] }) => {
  const words = thanksWords[visit.language];
  const { person } = visit;
  if (!person?.donor || person.phone !== seat.phone) return null;
  const count = numberOfGift(person.donor.gifts ?? [], giftIdOf(seat));
  return (
    <>
      <p class="big">{person.name ? words.yours(person.name) : words.yoursUnnamed}</p>
      {count && <p>{isMilestone(count) ? words.milestone(count) : words.count(count)}</p>}
      <p class="quiet">{words.print}</p>
    </>
  );
};

/**
 * `/thanks/SERIAL`: that a certificate is true, and nothing about its donor. The serial is random; no list leads to it.
 * The donor who has logged in gets their certificate, to be printed.
 */
export const mountThanks = (router: PageRouter): void =>
  router.get('/thanks/:serial', async (visit) => {
    const words = thanksWords[visit.language];
    const { services } = visit.site;
    const found = await findCertificate(services, visit.c.req.param('serial') ?? '');
    return sendPage(
      visit,
      <Page visit={visit} title={found ? words.title : words.certificate}>
        {found ? (
          <>
            <p class="card big">
              {words.gave(
                services.config.groupName,
                visit.phrases.day(found.camp.day),
                found.camp.place.name,
              )}
            </p>
            <OwnPart visit={visit} seat={found.seat} />
            <p>
              {words.heldBy(found.camp.centre)} {words.isTrue}
            </p>
          </>
        ) : (
          <p class="notice">{words.unknown}</p>
        )}
      </Page>,
      found ? 200 : 404,
    );
  });
