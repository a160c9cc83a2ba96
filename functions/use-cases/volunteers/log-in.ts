import { checkLogin, type LoginBrowser, nextLogin } from '#shared/people/login.ts';
import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/* A coordinator logs in to a browser with a code texted to their phone. */

/** Who tries to log in, from which browser; a browser without cookies has no id. */
type Visitor = { phone: PhoneNumber; browser: string | undefined };

const maxKnownBrowsers = 5;

export const isCoordinator = (person: Person | undefined): person is Person =>
  person?.volunteer?.role === 'coordinator' && !person.optedOut;

/** Texts a login code to a coordinator's phone. The caller cannot tell whether the phone is a coordinator's. */
export const sendLoginCode = (services: Services, { phone, browser }: Visitor): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    const code = String(services.ids.randomBelow(1_000_000)).padStart(6, '0');
    if (!isCoordinator(person)) return 'done';
    const from: LoginBrowser = {
      browser,
      isKnown: browser !== undefined && person.knownBrowsers?.includes(browser) === true,
    };
    const login = nextLogin(person.login, { code, ...from }, work.now);
    if (!login) return 'done';
    work.change({ ...person, login });
    work.queueText(phone, { key: 'loginCode', params: { code } });
    return work.save('done');
  });

/** True for the code that was texted. A code works once. */
export const checkLoginCode = async (
  services: Services,
  { phone, browser }: Visitor,
  typed: string,
): Promise<boolean> => {
  const answer = await retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!isCoordinator(person) || !person.login) return 'over';
    const { login, ...rest } = person;
    const checked = checkLogin(login, { typed, browser }, work.now);
    if (checked === 'over') return checked;
    if (checked !== 'right') {
      work.change({ ...person, login: checked.wrong });
      return work.save('wrong');
    }
    const known = (person.knownBrowsers ?? []).filter((one) => one !== browser);
    const knownBrowsers = browser === undefined ? known : [...known, browser];
    work.change({ ...rest, knownBrowsers: knownBrowsers.slice(-maxKnownBrowsers) });
    return work.save('right');
  });
  return answer === 'right';
};

/** Ends every session of this phone, in copied cookies too. `at`: real time. */
export const endSessions = (services: Services, phone: PhoneNumber, at: EpochMs): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!person) return 'done';
    work.change({ ...person, loggedOutAt: at });
    return work.save('done');
  });
