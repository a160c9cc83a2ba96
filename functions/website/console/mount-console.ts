import type { PageRouter } from '../frame/router.tsx';
import { mountCamp } from './camps/camp-page.tsx';
import { mountCamps } from './camps/camps-page.tsx';
import { mountCommend } from './camps/commend-page.tsx';
import { mountOpenCamp } from './camps/open-camp-page.tsx';
import { mountSheet } from './camps/sheet-page.tsx';
import { mountDonors } from './donors-page.tsx';
import { mountDuty } from './duty-page.tsx';
import { mountFigures } from './figures-page.tsx';
import { mountLive } from './live-news.ts';
import { mountMessages } from './messages-page.tsx';
import { mountImport } from './people/import-page.tsx';
import { mountPeople } from './people/people-page.tsx';
import { mountPerson } from './people/person-page.tsx';
import { mountConsoleRequest } from './requests/console-request.tsx';
import { mountRequestActs } from './requests/request-acts.tsx';
import { mountRequestList } from './requests/request-list.tsx';
import { mountStoriesConsole } from './stories/stories-console.tsx';
import { mountTrail } from './trail-page.tsx';

const mounts = [
  mountRequestList,
  mountConsoleRequest,
  mountRequestActs,
  mountCamps,
  mountCommend,
  mountOpenCamp,
  mountCamp,
  mountSheet,
  mountDuty,
  mountDonors,
  mountMessages,
  mountPeople,
  mountPerson,
  mountImport,
  mountStoriesConsole,
  mountTrail,
  mountFigures,
  mountLive,
];

/** The console: pages of volunteers and coordinators. */
export const mountConsole = (router: PageRouter): void => {
  for (const mount of mounts) mount(router);
};
