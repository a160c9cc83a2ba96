/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { HotlineSettings } from '../http/webhooks/mount-webhook.ts';
import { mountPublicCamps } from './camps/public-camps-page.tsx';
import { mountConsole } from './console/mount-console.ts';
import { createPageRouter } from './frame/router.tsx';
import { createSite } from './frame/site.ts';
import { mountJoin } from './join/join-page.tsx';
import { mountLogin } from './login/login-routes.tsx';
import { mountPasskeyScript } from './login/passkey-script.ts';
import { mountMe } from './me/my-routes.ts';
import { mountContact } from './pages/contact-page.tsx';
import { mountHome } from './pages/home-page.tsx';
import { mountIcon } from './pages/icon.ts';
import { mountTextPages } from './pages/text-pages.tsx';
import { mountFamily } from './request/family-page.tsx';
import { mountRequest } from './request/request-page.tsx';
import { mountStories } from './stories/stories-page.tsx';
import { mountThanks } from './thanks/thanks-page.tsx';

/** The pages for browsers. Each group of pages mounts its own paths. `mayStream`: the server can keep an answer open. */
export const createWebsiteApp = (
  settings: Pick<HotlineSettings, 'services' | 'linkSecrets'>,
  mayStream = false,
): Hono => {
  const router = createPageRouter(createSite(settings, mayStream));
  const pages = [
    mountHome,
    mountRequest,
    mountFamily,
    mountJoin,
    mountMe,
    mountTextPages,
    mountContact,
    mountPublicCamps,
    mountIcon,
    mountThanks,
    mountStories,
    mountLogin,
    mountPasskeyScript,
    mountConsole,
  ];
  for (const mount of pages) mount(router);
  return router.app;
};
