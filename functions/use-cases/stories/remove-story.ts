import type { Person } from '#shared/people/person.ts';
import type { Story } from '#shared/people/stories/story.ts';
import type { StoryId } from '#shared/terms/ids.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { dropAttachments } from './drop-photo.ts';
import { loadOwnStory } from './load-story.ts';

/** Removes the story whole, with what was recorded for it; its teller's reference to it goes with it. */
export const removeStory = async (work: UnitOfWork, story: Story): Promise<void> => {
  work.write({ remove: story });
  await dropAttachments(work, story);
  const teller = await work.otherPerson(story.by);
  if (teller?.story?.id !== story.id) return;
  const { id: _, ...rest } = teller.story;
  work.change({ ...teller, story: rest });
};

/** FORGET, and the end of an unknown phone: the story goes with its teller. */
export const eraseStoryOf = async (work: UnitOfWork, person: Person): Promise<void> => {
  const story = await loadOwnStory(work, person);
  if (!story) return;
  work.write({ remove: story });
  await dropAttachments(work, story);
};

/** Removes a story that was not finished in time, or whose request has lost its names. */
export const expireStory = (services: Services, id: StoryId): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const story = await services.store.story(id);
    if (!story || story.dueAt > work.now) return 'done';
    await removeStory(work, story);
    return work.save('done');
  });
