import { mostPasskeys, type Passkey } from '#shared/people/login/passkey.ts';
import { addSession, type Session } from '#shared/people/login/session.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { formKey } from '../website/run-form.ts';
import { isCoordinator } from './log-in.ts';

/* The passkeys of coordinators. Whether one is genuine is checked before, by the website. */

/** True while this person may log in with a passkey. */
const mayUsePasskeys = (person: Person | undefined): person is Person =>
  isCoordinator(person) && !isBlocked(person);

/** The coordinator's passkey with this id. */
export const findPasskey = async (
  { store }: Services,
  phone: PhoneNumber,
  id: string,
): Promise<Passkey | undefined> => {
  const person = await store.person(phone);
  return mayUsePasskeys(person) ? person.passkeys?.find((one) => one.id === id) : undefined;
};

/**
 * Begins a session for a passkey that has proved itself. False when it is no longer the coordinator's, or when the form
 * has been used before: an answer that was listened to opens nothing.
 */
export const logInByPasskey = async (
  services: Services,
  phone: PhoneNumber,
  used: { id: string; counter: number; formId: string; session: Session },
): Promise<boolean> => {
  const answer = await retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const key = formKey(used.formId);
    const [person, seen] = await Promise.all([
      services.store.person(phone),
      services.store.incoming(key),
    ]);
    if (seen || !mayUsePasskeys(person)) return 'refused';
    const passkeys = person.passkeys ?? [];
    if (!passkeys.some(({ id }) => id === used.id)) return 'refused';
    work.change({
      ...person,
      passkeys: passkeys.map((one) =>
        one.id === used.id ? { ...one, counter: used.counter } : one,
      ),
      sessions: addSession(person, used.session),
    });
    work.recordWebhook(key);
    return work.save('begun');
  });
  return answer === 'begun';
};

/** Keeps a new passkey. False when there are too many. */
export const addPasskey = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  passkey: Passkey,
): Promise<boolean> => {
  const person = await work.person(phone);
  const passkeys = person.passkeys ?? [];
  if (!mayUsePasskeys(person) || passkeys.length >= mostPasskeys) return false;
  work.change({ ...person, passkeys: [...passkeys, passkey] });
  return true;
};

export const removePasskey = async (
  work: UnitOfWork,
  phone: PhoneNumber,
  id: string,
): Promise<void> => {
  const person = await work.person(phone);
  work.change({ ...person, passkeys: (person.passkeys ?? []).filter((one) => one.id !== id) });
};
