import { checkLogin, type LoginBrowser, nextLogin } from '#shared/people/login/login-code.ts';
import { addSession, type Session } from '#shared/people/login/session.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked, isUnknownPhone } from '#shared/people/unknown-phone.ts';
import type { Language } from '#shared/terms/language.ts';
import { isOfCountries, type PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { isOwnNumber } from '../callable-number.ts';
import { isRangeOver } from '../range-limit.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { isTotalOver } from '../strangers-limit.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/*
 * A person logs in to a browser with a code that comes to their phone: a coordinator for recordings, every person for
 * the website.
 */

/** Who tries to log in, from which browser; a browser without cookies has no id. */
type Visitor = { phone: PhoneNumber; browser: string | undefined };

/** Who gets a code. The caller of a login cannot tell whether the phone does. */
export type MayLogIn = (work: UnitOfWork, person: Person) => boolean | Promise<boolean>;

const maxKnownBrowsers = 5;

export const isCoordinator = (person: Person | undefined): person is Person =>
  person?.volunteer?.role === 'coordinator' && !person.optedOut;

const isKnownCoordinator: MayLogIn = (_, person) => isCoordinator(person);

/** How many codes an hour may go to phones that we do not know: their numbers may be forged, and each text costs. */
const codesToStrangers = 120;

/** True for each person the hotline may write to. */
export const isWelcome = (person: Person): boolean => !person.optedOut && !isBlocked(person);

/** Every person the hotline may write to gets a code. Unknown phones share the limits of their number range. */
export const mayUseWebsite: MayLogIn = async (work, person) => {
  const { services } = work;
  const { countries, policy } = services.config;
  if (!isWelcome(person)) return false;
  if (!isOfCountries(person.phone, countries) || isOwnNumber(services, person.phone)) return false;
  if (!isUnknownPhone(person)) return true;
  const most = policy.strangers.textsPerHour;
  if (await isRangeOver(work, person, { what: 'codes', most })) return false;
  return !(await isTotalOver(work, person, { what: 'all codes', most: codesToStrangers }));
};

/** How the code comes. `language`: of the page, for a person whose language is not known yet. */
type CodeWay = { by?: 'text' | 'call'; language?: Language };

/** Texts a login code, or has it read aloud by a call. The caller cannot tell whether the phone gets one. */
export const sendLoginCode = (
  services: Services,
  { phone, browser, by = 'text', language }: Visitor & CodeWay,
  mayLogIn: MayLogIn = isKnownCoordinator,
): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    const code = String(services.ids.randomBelow(1_000_000)).padStart(6, '0');
    const from: LoginBrowser = {
      browser,
      isKnown: browser !== undefined && person.knownBrowsers?.includes(browser) === true,
    };
    const login = nextLogin(person.login, { code, ...from }, work.now);
    // The counters of strangers count the codes that are sent, not the tries.
    if (!login || !(await mayLogIn(work, person))) return 'done';
    work.change({ ...person, ...(language && !person.language && { language }), login });
    const row = work.outboxRow(services.ids.next(), phone, { key: 'loginCode', params: { code } });
    work.put(by === 'call' ? { ...row, channel: 'call' } : row);
    return work.save('done');
  });

/** True for the code that was texted. A code works once, and begins the session. */
export const checkLoginCode = async (
  services: Services,
  { phone, browser, session }: Visitor & { session: Session },
  typed: string,
  mayLogIn: (person: Person) => boolean = isCoordinator,
): Promise<boolean> => {
  const answer = await retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!person?.login || !mayLogIn(person)) return 'over';
    const { login, ...rest } = person;
    const checked = checkLogin(login, { typed, browser }, work.now);
    if (checked === 'over') return checked;
    if (checked !== 'right') {
      work.change({ ...person, login: checked.wrong });
      return work.save('wrong');
    }
    const known = (person.knownBrowsers ?? []).filter((one) => one !== browser);
    const knownBrowsers = browser === undefined ? known : [...known, browser];
    work.change({
      ...rest,
      knownBrowsers: knownBrowsers.slice(-maxKnownBrowsers),
      sessions: addSession(person, session),
    });
    return work.save('right');
  });
  return answer === 'right';
};

/** Ends one session of this phone, or without its id every one, in copied cookies too. */
export const endSessions = (services: Services, phone: PhoneNumber, id?: string): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!person) return 'done';
    const sessions = (person.sessions ?? []).filter((one) => id !== undefined && one.id !== id);
    work.change({ ...person, sessions });
    return work.save('done');
  });
