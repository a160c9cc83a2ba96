import type { Message } from '#shared/messages/message-keys.ts';
import type { Person, Question } from '#shared/people/person.ts';
import type { Story } from '#shared/people/stories/story.ts';
import type { Request } from '#shared/request/request.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { loadOwnStory } from './load-story.ts';

type StoryQuestion = Extract<Question, { about: 'story' }>;

/** The words to the family, exactly as they would be shown. */
export const readBack = (story: Story, name: string | undefined): Message<'storyReadBack'> => ({
  key: 'storyReadBack',
  params: { story: story.text, ...(name && { name }) },
});

/** The name that may stand below the story: the family's own, as it told us. Shown only when they choose so. */
export const tellerName = (
  { name }: Person,
  request: Pick<Request, 'attendant'> | undefined,
): string | undefined => (name ?? request?.attendant) || undefined;

/** The open question about a story, in words. Undefined when there is nothing to ask any more. */
export const storyQuestion = async (
  work: UnitOfWork,
  person: Person,
  { ask }: StoryQuestion,
): Promise<Message | undefined> => {
  const { story: ref } = person;
  const request = ref && (await work.request(ref.requestId));
  if (!ref || !request) return undefined;
  if (ask === 'may') return { key: 'storyAsk', params: { code: request.code } };
  if (ask === 'photo') return { key: 'storyPhotoAsk', params: {} };
  if (ask === 'words') return { key: 'storyWords', params: {} };
  const story = await loadOwnStory(work, person);
  return story && readBack(story, tellerName(person, request));
};
