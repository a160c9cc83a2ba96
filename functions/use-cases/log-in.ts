import type { Person } from '#shared/donor/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, minutes } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import { attempt } from './attempt.ts';
import { Turn } from './turn.ts';

/* A coordinator shows who they are in a browser by a number texted to their phone. */

const validFor = minutes(10);
/** One text a minute, however often it is asked for. */
const notAgainFor = minutes(1);
const mostTries = 5;

export const isCoordinator = (person: Person | undefined): person is Person =>
  person?.volunteer?.role === 'coordinator' && !person.optedOut;

/** Text a number to that phone if it is a coordinator's; nobody learns whether it was. */
export const sendLoginCode = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  attempt(services, async () => {
    const turn = new Turn(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!isCoordinator(person)) return 'done';
    const askedAt = person.login && person.login.until - validFor;
    if (askedAt !== undefined && turn.now < askedAt + notAgainFor) return 'done';
    const code = String(services.ids.number(1_000_000)).padStart(6, '0');
    turn.change({ ...person, login: { code, until: after(turn.now, validFor), tries: 0 } });
    turn.text(phone, { key: 'loginCode', params: { code } });
    return (await services.store.save(turn.writes())) === 'saved' ? 'done' : 'conflict';
  });

/** Is this the number that was texted? It is good for one use, ten minutes and five tries. */
export const checkLoginCode = async (
  services: Services,
  phone: PhoneNumber,
  code: string,
): Promise<boolean> => {
  const answer = await attempt(services, async () => {
    const turn = new Turn(services, services.clock.now());
    const person = await services.store.person(phone);
    if (!isCoordinator(person) || !person.login) return 'wrong';
    const { login, ...rest } = person;
    if (login.until <= turn.now || login.tries >= mostTries) return 'wrong';
    const isRight = login.code === code.trim();
    turn.change(isRight ? rest : { ...person, login: { ...login, tries: login.tries + 1 } });
    const saved = await services.store.save(turn.writes());
    return saved === 'conflict' ? 'conflict' : isRight ? 'right' : 'wrong';
  });
  return answer === 'right';
};
