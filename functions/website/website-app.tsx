import type { Hono } from 'hono';
import type { HotlineSettings } from '../http/webhooks/mount-webhook.ts';
import { createPageRouter } from './frame/router.tsx';
import { createSite } from './frame/site.ts';
import { mountLogin } from './login/login-routes.tsx';
import { mountHome } from './pages/home-page.tsx';
import { mountIcon } from './pages/icon.ts';

/** The pages for browsers. Each group of pages mounts its own paths. */
export const createWebsiteApp = (
  settings: Pick<HotlineSettings, 'services' | 'linkSecrets'>,
): Hono => {
  const router = createPageRouter(createSite(settings));
  for (const mount of [mountHome, mountIcon, mountLogin]) mount(router);
  return router.app;
};
