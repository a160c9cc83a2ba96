import type { Policy } from '../terms/policy.ts';
import type { Sharing } from '../terms/sharing.ts';
import type { Person } from './person.ts';

/** May family and donor see each other's number? The donor's own word first; a woman's is never shown without it (FACTS §4). */
export const numberSharing = (person: Pick<Person, 'sharing' | 'donor'>, policy: Policy): Sharing =>
  person.sharing ?? (person.donor?.sex === 'woman' ? 'bridge' : policy.sharing);

/** Between the two: a family that asked for it is not shown either, whatever the donor chose. */
export const sharingBetween = (
  donor: Pick<Person, 'sharing' | 'donor'>,
  family: Pick<Person, 'sharing'> | undefined,
  policy: Policy,
): Sharing => (family?.sharing === 'bridge' ? 'bridge' : numberSharing(donor, policy));
