import type { ActName, ActOf } from '#shared/conversation/understand/acts/act.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What is known of a text beside its acts. */
export type HeardText = { from: Person['phone']; text: string };

/** Does what an act says. False: it fits nothing that is open with this phone, and the hotline asks. */
export type ActHandler<A extends ActName> = (
  work: UnitOfWork,
  act: ActOf[A],
  heard: HeardText,
) => Promise<boolean>;

export type ActHandlers<A extends ActName> = { [N in A]: ActHandler<N> };
