import type { Policy } from '../terms/policy.ts';
import type { Sharing } from '../terms/sharing.ts';
import type { Person } from './person.ts';

/**
 * May family and donor see each other's number? The donor's own choice comes first; a woman's number is never shown
 * without it (docs/facts.md#law).
 */
export const numberSharing = (person: Pick<Person, 'sharing' | 'donor'>, policy: Policy): Sharing =>
  person.sharing ?? (person.donor?.sex === 'woman' ? 'bridge' : policy.sharing);

/** Bridges when the family asked for it, whatever the donor chose. */
export const sharingBetween = (
  donor: Pick<Person, 'sharing' | 'donor'>,
  family: Pick<Person, 'sharing'> | undefined,
  policy: Policy,
): Sharing => (family?.sharing === 'bridge' ? 'bridge' : numberSharing(donor, policy));
