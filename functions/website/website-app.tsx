import type { Hono } from 'hono';
import type { HotlineSettings } from '../http/webhooks/mount-webhook.ts';
import { mountConsole } from './console/mount-console.ts';
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
  for (const mount of [mountHome, mountIcon, mountLogin, mountConsole]) mount(router);
  return router.app;
};
