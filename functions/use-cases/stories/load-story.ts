import type { Person } from '#shared/people/person.ts';
import type { Story } from '#shared/people/stories/story.ts';
import type { StoryId } from '#shared/terms/ids.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** The story with this unit's changes. */
export const loadStory = async (work: UnitOfWork, id: StoryId): Promise<Story | undefined> => {
  const changed = work.putUnder(`story ${id}`);
  return changed?.kind === 'story' ? changed : work.services.store.story(id);
};

/** The story that this person tells. */
export const loadOwnStory = async (
  work: UnitOfWork,
  { story }: Person,
): Promise<Story | undefined> => (story?.id ? loadStory(work, story.id) : undefined);
