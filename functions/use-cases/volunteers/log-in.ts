import { checkLogin, nextLogin } from '#shared/people/login.ts';
import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/* A coordinator logs in to a browser with a code texted to their phone. */

export const isCoordinator = (person: Person | undefined): person is Person =>
  person?.volunteer?.role === 'coordinator' && !person.optedOut;

/** Texts a login code to a coordinator's phone. The caller cannot tell whether the phone is a coordinator's. */
export const sendLoginCode = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    const code = String(services.ids.randomBelow(1_000_000)).padStart(6, '0');
    const login = isCoordinator(person) && nextLogin(person.login, code, work.now);
    if (!login) return 'done';
    work.change({ ...person, login });
    work.queueText(phone, { key: 'loginCode', params: { code } });
    return work.save('done');
  });

/** True for the code that was texted. A code works once. */
export const checkLoginCode = async (
  services: Services,
  phone: PhoneNumber,
  typed: string,
): Promise<boolean> => {
  const answer = await retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!isCoordinator(person) || !person.login) return 'over';
    const { login, ...rest } = person;
    const checked = checkLogin(login, typed, work.now);
    if (checked === 'over') return checked;
    const isRight = checked === 'right';
    work.change(isRight ? rest : { ...person, login: { ...login, tries: login.tries + 1 } });
    return work.save(checked);
  });
  return answer === 'right';
};
