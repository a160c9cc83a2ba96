import { endSessions } from '../../use-cases/volunteers/log-in.ts';
import type { PageRouter } from '../frame/router.tsx';
import { redirect } from '../frame/visit.ts';

/** `POST /me/end`: ends the login of one browser. */
export const mountLoginActs = (router: PageRouter): void =>
  router.postFor('person', '/me/end', async (visit, form) => {
    await endSessions(router.site.services, visit.person.phone, form.field('session'));
    return redirect(visit, '/me');
  });
