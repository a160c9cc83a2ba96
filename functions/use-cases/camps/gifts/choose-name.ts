import { milestoneOf } from '#shared/people/camps/milestones.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../../unit-of-work.ts';

/** Whether the list for commendation names this donor for the milestone they have reached; initials otherwise. */
export const chooseName = async (
  work: UnitOfWork,
  from: Person['phone'],
  isNamed: boolean,
): Promise<void> => {
  const person = await work.person(from);
  const milestone = milestoneOf(person.donor?.gifts?.length ?? 0);
  if (!person.donor || milestone === undefined) return;
  const { namedFor: _, ...donor } = person.donor;
  work.change({ ...person, donor: { ...donor, ...(isNamed && { namedFor: milestone }) } });
};
