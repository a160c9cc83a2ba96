import { eveningFrom } from '#shared/people/after-gift/when-to-tell.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days, type EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * The family of a request that has just been closed as given may tell of it (STORY), and is asked once, days later. While
 * an earlier request of theirs is kept, they are not asked again.
 */
export const withStoryAsk = (work: UnitOfWork, person: Person, request: Request): Person => {
  const { stories, afterGift } = work.services.config.policy;
  const isKept = person.requests.some(({ requestId }) => requestId === person.story?.requestId);
  if (request.phase.type !== 'fulfilled' || isKept) return person;
  if (!stories.on) return { ...person, story: { requestId: request.id } };
  const due = after(request.phase.at, days(stories.askAfterDays));
  const askAt = eveningFrom(due, person, afterGift.evening);
  return { ...person, story: { requestId: request.id, askAt } };
};

/** A question that waits for more than this is not asked any more. */
const latest = days(14);

/** "May we tell how it went?", once, in the evening. It waits while the family needs blood or is in the middle of a dialogue. */
export const askForStory = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    const { story } = person;
    if (story?.askAt === undefined || story.askAt > work.now) return 'done';
    const request = await work.request(story.requestId);
    await ask(work, { ...person, story: { ...story, askAt: story.askAt } }, request);
    return work.save('done');
  });

type Asked = Person & { story: NonNullable<Person['story']> & { askAt: EpochMs } };

const ask = async (
  work: UnitOfWork,
  person: Asked,
  request: Request | undefined,
): Promise<void> => {
  const { stories, afterGift } = work.services.config.policy;
  const { askAt: _, ...story } = person.story;
  const closedAt = request?.phase.type === 'fulfilled' ? request.phase.at : undefined;
  const isOver =
    closedAt === undefined || work.now > closedAt + days(stories.askAfterDays) + latest;
  if (!request || isOver || !stories.on || person.optedOut)
    return work.change({ ...person, story });
  const isBusy = dialogueOf(person) !== undefined || person.requests.some(({ open }) => open);
  const evening = eveningFrom(work.now, person, afterGift.evening);
  const askAt = isBusy ? eveningFrom(after(work.now, days(1)), person, afterGift.evening) : evening;
  if (askAt > work.now) return work.change({ ...person, story: { ...story, askAt } });
  work.change({ ...person, story });
  const question = { about: 'story' as const, ask: 'may' as const, at: work.now };
  await work.notify(
    person.phone,
    { key: 'storyAsk', params: { code: request.code } },
    { question, request },
  );
};

/** The family has lost its patient: it is not asked to tell. */
export const withoutStoryAsk = (person: Person): Person => {
  if (person.story?.askAt === undefined) return person;
  const { askAt: _, ...story } = person.story;
  return { ...person, story };
};
