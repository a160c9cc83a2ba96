import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type CampId, campIdSchema } from '#shared/terms/ids.ts';
import { isVolunteerOf } from '../../use-cases/camps/list-camps.ts';
import type { PageRouter } from '../frame/router.tsx';
import type { Site } from '../frame/site.ts';
import { isMember, type MemberVisit, startVisit } from '../frame/visit.ts';
import { findStandings } from './requests/request-list.tsx';

/*
 * The list of requests, and a camp's tally, keep themselves up to date where there is a script. On one machine the server pushes; on Lambda,
 * whose answers cannot stay open, the script asks. Without a script the page has a link.
 */

/** Real milliseconds between two looks at the open requests for an open stream. */
const lookMs = 3000;
/** Real milliseconds after which a stream ends; the browser opens it again, and its session is checked again. */
const longestMs = 5 * 60_000;

/** Changes when a request that this volunteer sees changes, opens or ends. */
const requestNews = async (visit: MemberVisit): Promise<string[]> =>
  (await findStandings(visit)).map(
    ({ request, stuck = '' }) => `${request.id} ${request.version} ${stuck}`,
  );

/** Changes when someone says yes to the camp, or is recorded at its door; nothing of a camp of another zone. */
const campNews = async ({ site, person }: MemberVisit, id: CampId): Promise<string[]> => {
  const camp = await site.services.store.camp(id);
  if (!camp || !isVolunteerOf(person, camp)) return [];
  const seats = await site.services.store.seats(id);
  return [`${camp.version}`, ...seats.map((seat) => `${seat.id} ${seat.version}`)];
};

/** What the page that asks would show: `?page=` names it. */
const newsFor = async (visit: MemberVisit): Promise<string> => {
  const name = /^\/console\/camps\/([^/]+)$/.exec(visit.c.req.query('page') ?? '')?.[1];
  const camp = campIdSchema.safeParse(name).data;
  const seen = camp === undefined ? await requestNews(visit) : await campNews(visit, camp);
  return createHash('sha256').update(seen.join('\n')).digest('base64url').slice(0, 16);
};

const findMember = async (site: Site, c: Context): Promise<MemberVisit | undefined> => {
  const visit = await startVisit(site, c);
  return isMember(visit, 'volunteer') ? visit : undefined;
};

/** Replaces the page, unless something is being typed or chosen in it. */
const script = `
const here = document.getElementById('main');
let known;
const show = async () => {
  if (here.contains(document.activeElement) && document.activeElement.matches('input, select')) return;
  const answer = await fetch(location.href, { credentials: 'same-origin' });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = page.getElementById('main');
  if (main) here.replaceChildren(...main.childNodes);
};
const hear = (news) => {
  if (known !== undefined && news !== known) show();
  known = news;
};
const path = document.currentScript.src.replace(/live\\.js$/, '');
const page = '?page=' + encodeURIComponent(location.pathname);
const ask = async () => {
  const answer = await fetch(path + 'news' + page, { credentials: 'same-origin' });
  if (answer.ok) hear(await answer.text());
};
const events = new EventSource(path + 'events' + page);
events.onmessage = ({ data }) => hear(data);
events.onerror = () => {
  if (events.readyState !== EventSource.CLOSED) return;
  setInterval(ask, 20000);
};
`;

export const mountLive = ({ app, site }: PageRouter): void => {
  app.get('/console/live.js', (c) =>
    c.body(script.trim(), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    }),
  );

  app.get('/console/news', async (c) => {
    const visit = await findMember(site, c);
    c.header('Cache-Control', 'no-store');
    return visit ? c.text(await newsFor(visit)) : c.body(null, 403);
  });

  app.get('/console/events', async (c) => {
    c.header('Cache-Control', 'no-store');
    if (!(await findMember(site, c))) return c.body(null, 403);
    // A browser does not open a stream again after 204.
    if (!site.mayStream) return c.body(null, 204);
    return streamSSE(c, async (stream) => {
      const end = Date.now() + longestMs;
      let sent = '';
      while (!stream.aborted && !stream.closed && Date.now() < end) {
        const visit = await findMember(site, c);
        if (!visit) return;
        const news = await newsFor(visit);
        if (news !== sent) await stream.writeSSE({ data: news });
        sent = news;
        await stream.sleep(lookMs);
      }
    });
  });
};
