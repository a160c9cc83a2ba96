import { endSessions } from '../../use-cases/volunteers/log-in.ts';
import { addPasskey, removePasskey } from '../../use-cases/volunteers/passkeys.ts';
import { hasFreshLogin } from '../frame/fresh-login.ts';
import type { PageRouter } from '../frame/router.tsx';
import { actAndShow } from '../frame/show-reply.ts';
import { redirect } from '../frame/visit.ts';
import { showLogin } from '../login/login-page.tsx';
import { readNewPasskey } from '../login/verify-passkey.ts';

/** `POST /me/end`, `/me/passkey`, `/me/unpasskey`: the ways in which a person is logged in. */
export const mountLoginActs = (router: PageRouter): void => {
  const { site } = router;
  router.postFor('person', '/me/end', async (visit, form) => {
    await endSessions(site.services, visit.person.phone, form.field('session'));
    return redirect(visit, '/me');
  });

  router.postFor('coordinator', '/me/passkey', async (visit, form) => {
    // A passkey opens the console for good: a person who finds a phone open must not make one.
    if (!hasFreshLogin(visit)) return showLogin(visit, { next: '/me', again: true });
    const { logins } = visit.words;
    const { session, person } = visit;
    const text = form.field('credential');
    const passkey = await readNewPasskey(site, { text, formId: form.id, session });
    return actAndShow(visit, form.id, '/me', async (work) => {
      const isKept = passkey !== undefined && (await addPasskey(work, person.phone, passkey));
      work.notes.push(isKept ? logins.added : logins.notAdded);
    });
  });

  router.postFor('coordinator', '/me/unpasskey', (visit, form) =>
    actAndShow(visit, form.id, '/me', async (work) => {
      await removePasskey(work, visit.person.phone, form.field('passkey'));
      work.notes.push(visit.words.logins.removed);
    }),
  );
};
