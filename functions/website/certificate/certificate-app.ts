import type { Hono } from 'hono';
import type { HotlineSettings } from '../../http/webhooks/mount-webhook.ts';
import { findCertificate } from '../../use-cases/camps/gifts/find-certificate.ts';
import { createPageRouter } from '../frame/router.tsx';
import { createSite } from '../frame/site.ts';
import { redirect, type Visit } from '../frame/visit.ts';
import { certificateText, groupNameOf } from '../thanks/certificate-text.ts';
import { thanksWords } from '../thanks/thanks-words.ts';

/**
 * `/certificate/SERIAL`: the certificate as a PDF, for the donor who has logged in; everyone else is led to the page that
 * says it is true. A Lambda function of its own: what draws a PDF weighs as much as the whole website.
 */
export const createCertificateApp = (
  settings: Pick<HotlineSettings, 'services' | 'linkSecrets'>,
): Hono => {
  const { app, get } = createPageRouter(createSite(settings));
  get('/certificate/:serial', async (visit) => {
    const { services } = visit.site;
    const serial = visit.c.req.param('serial') ?? '';
    const found = await findCertificate(services, serial);
    const text = found && certificateText(withWritableName(visit), found);
    if (!text?.own) return redirect(visit, `/thanks/${encodeURIComponent(serial)}`);
    // Loaded for the first certificate: one machine serves every page in one process.
    const { drawCertificate } = await import('./draw-certificate.ts');
    const pdf = await drawCertificate({
      ...text,
      group: groupNameOf(visit),
      certificate: thanksWords[visit.language].certificate,
      address: `${services.publicUrl}/thanks/${serial}`,
    });
    return visit.c.body(new Uint8Array(pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="certificate.pdf"',
    });
  });
  return app;
};

/** The font writes Latin letters and Devanagari. A name in another script is left out rather than printed as boxes. */
const isWritable = (name: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Devanagari}\p{Script=Inherited}\s.,'’()-]*$/u.test(name);

const withWritableName = (visit: Visit): Visit => {
  if (!visit.person?.name || isWritable(visit.person.name)) return visit;
  const { name: _, ...person } = visit.person;
  return { ...visit, person };
};
