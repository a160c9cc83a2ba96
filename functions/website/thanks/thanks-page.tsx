/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { findCertificate } from '../../use-cases/camps/gifts/find-certificate.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { hrefOf, type Visit } from '../frame/visit.ts';
import { type CertificateText, certificateText } from './certificate-text.ts';
import { thanksWords } from './thanks-words.ts';

/** Only the donor who has logged in sees the name and which gift it is, and gets the PDF. */
const OwnPart = ({
  visit,
  own,
  serial,
}: {
  visit: Visit;
  own: NonNullable<CertificateText['own']>;
  serial: string;
}) => {
  const words = thanksWords[visit.language];
  return (
    <>
      <p class="big">{own.yours}</p>
      {own.count && <p>{own.count}</p>}
      <p>
        <a class="btn plain" href={hrefOf(visit, `/certificate/${serial}`)}>
          {words.pdf}
        </a>
      </p>
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
    const serial = visit.c.req.param('serial') ?? '';
    const found = await findCertificate(services, serial);
    const text = found && certificateText(visit, found);
    return sendPage(
      visit,
      <Page visit={visit} title={text?.title ?? words.certificate}>
        {text ? (
          <>
            <p class="card big">{text.gave}</p>
            {text.own && <OwnPart visit={visit} own={text.own} serial={serial} />}
            <p>
              {text.heldBy && `${text.heldBy} `}
              {text.isTrue}
            </p>
          </>
        ) : (
          <p class="notice">{words.unknown}</p>
        )}
      </Page>,
      text ? 200 : 404,
    );
  });
