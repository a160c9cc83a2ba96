import type { Person } from '#shared/people/person.ts';
import type { CommandHandlers } from '../texts/command-handler.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { decideStory, findChecked } from './check-story.ts';
import { loadOwnStory } from './load-story.ts';
import { removeStory } from './remove-story.ts';
import { showOwnStory } from './tell-story.ts';

type Phone = Person['phone'];

/** UNTELL of a family: its story is gone at once. */
export const untellOwn = async (work: UnitOfWork, from: Phone): Promise<void> => {
  const story = await loadOwnStory(work, await work.person(from));
  if (!story) return work.reply({ key: 'storyUnknown', params: {} });
  await removeStory(work, story);
  work.reply({ key: 'storyDown', params: {} });
};

const withOwnCode = async (
  work: UnitOfWork,
  from: Phone,
  code: string,
  shows: boolean,
): Promise<void> => {
  const story = await findChecked(work, await work.person(from), code);
  if (story) return decideStory(work, from, story, shows);
  work.reply({ key: 'storyUnknown', params: {} });
};

/** A family tells, or takes its story down; a coordinator decides with their own code. */
export const storyHandlers: CommandHandlers<'story' | 'untell'> = {
  story: (work, from, { code }) =>
    code === undefined ? showOwnStory(work, from) : withOwnCode(work, from, code, true),
  untell: (work, from, { code }) =>
    code === undefined ? untellOwn(work, from) : withOwnCode(work, from, code, false),
};
