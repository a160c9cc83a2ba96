import type { PageRouter } from '../frame/router.tsx';
import { mountRequestActs } from './request-acts.tsx';
import { mountRequestList } from './request-list.tsx';
import { mountRequestPage } from './request-page.tsx';

/** The console: pages of volunteers and coordinators. */
export const mountConsole = (router: PageRouter): void => {
  for (const mount of [mountRequestList, mountRequestPage, mountRequestActs]) mount(router);
};
