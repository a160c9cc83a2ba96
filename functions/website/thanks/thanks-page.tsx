/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isMilestone, numberOfGift } from '#shared/people/camps/milestones.ts';
import { type Certificate, findCertificate } from '../../use-cases/camps/gifts/find-certificate.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import type { Visit } from '../frame/visit.ts';
import { thanksWords } from './thanks-words.ts';

/** What was given, when and where. A hospital is named as the family's words may go on. */
const saidOf = (visit: Visit, { day, place, at, by }: Certificate): string => {
  const words = thanksWords[visit.language];
  const { services } = visit.site;
  const on = visit.phrases.day(day);
  if (at === 'camp') return words.gave(services.config.groupName, on, place);
  const context = messageContext(services, visit.now);
  return words.gaveToPatient(on, visit.phrases.where({ hospital: by, place }, context));
};

/** Only the donor who has logged in sees the name and which gift it is. */
const OwnPart = ({ visit, found }: { visit: Visit; found: Certificate }) => {
  const words = thanksWords[visit.language];
  const { person } = visit;
  if (!person?.donor || person.phone !== found.phone) return null;
  const count = numberOfGift(person.donor.gifts ?? [], found.giftId);
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
            <p class="card big">{saidOf(visit, found)}</p>
            <OwnPart visit={visit} found={found} />
            <p>
              {found.at === 'camp' && `${words.heldBy(found.by)} `}
              {words.isTrue}
            </p>
          </>
        ) : (
          <p class="notice">{words.unknown}</p>
        )}
      </Page>,
      found ? 200 : 404,
    );
  });
