import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Role = NonNullable<Person['volunteer']>;

/** A new coordinator matters to all coordinators, a new verifier to those of the zone. */
const readersOf = (coordinators: readonly Person[], { phone }: Person, roles: Role[]): Person[] =>
  coordinators.filter(
    (other) =>
      other.phone !== phone &&
      roles.some(({ role, zone }) => role === 'coordinator' || other.volunteer?.zone === zone),
  );

/**
 * Tells the other coordinators of a role that was given, moved or ended. `coordinators` are those of before: a whole
 * list that is imported for the first time tells no one.
 */
export const tellRoles = (
  work: UnitOfWork,
  { before, after }: { before: Person; after: Person },
  coordinators: readonly Person[],
): void => {
  const [old, role] = [before.volunteer, after.volunteer];
  if (old?.role === role?.role && old?.zone === role?.zone) return;
  const { config, gazetteer } = work.services;
  const { name: who = '', phone } = after;
  const messageTo = ({ language = config.defaultLanguage }: Person): Message => {
    if (!role)
      return { key: 'roleEnded', params: { who, phone, coordinator: old?.role === 'coordinator' } };
    const place = gazetteer.zone(role.zone)?.names[language] ?? role.zone;
    return {
      key: 'roleNews',
      params: { who, phone, place, coordinator: role.role === 'coordinator' },
    };
  };
  const roles = [old, role].filter((one) => one !== undefined);
  for (const reader of readersOf(coordinators, after, roles))
    work.queueText(reader.phone, messageTo(reader));
};
