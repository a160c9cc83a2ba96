import type { TextCommandOf } from '#shared/conversation/commands/text-command.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Handlers by the type of command. `text`: the whole text, empty for a key. */
export type CommandHandlers<T extends keyof TextCommandOf = keyof TextCommandOf> = {
  [K in T]: (
    work: UnitOfWork,
    from: Person['phone'],
    command: TextCommandOf[K],
    text: string,
  ) => Promise<void>;
};
