import { mayBeStory, readStory } from '#shared/conversation/replies/read-story.ts';
import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import { withoutQuestion, withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import type { Story } from '#shared/people/stories/story.ts';
import type { Request } from '#shared/request/request.ts';
import { type StoryId, storyIdSchema } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import { applyDecision } from '../apply-decision.ts';
import { expireRecordings } from '../privacy/erase-recordings.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { sendToCoordinators } from './check-story.ts';
import { dropAttachments } from './drop-photo.ts';
import { loadOwnStory } from './load-story.ts';
import { removeStory } from './remove-story.ts';
import { answerPhoto } from './send-photo.ts';
import { readBack, storyQuestion, tellerName } from './story-messages.ts';

type Phone = Person['phone'];
type StoryQuestion = Extract<Question, { about: 'story' }>;

/** True for words that tell the story, or tell it again after it was read back. */
export const tellsStory = (
  work: UnitOfWork,
  { question }: Person,
  { text, isRequest }: { text: string; isRequest: boolean },
): boolean => {
  if (question?.about !== 'story' || question.ask === 'may' || question.ask === 'photo')
    return false;
  const { draftDays } = work.services.config.policy.stories;
  return work.now < question.at + days(draftDays) && mayBeStory(text, isRequest);
};

/** The answer by digit to "may we tell it?", or to "may it be shown so?". */
export const answerStory = async (
  work: UnitOfWork,
  from: Phone,
  question: StoryQuestion,
  digit: number,
): Promise<boolean> => {
  if (question.ask === 'photo') return answerPhoto(work, from, digit);
  if (digit === 2) return dropStory(work, from);
  if (question.ask === 'show' && (digit === 1 || digit === 3))
    return approveOwn(work, from, digit === 3);
  if (digit === 1) return askWords(work, from);
  return false;
};

/** STORY: the family tells, or sees how its story stands. */
export const showOwnStory = async (work: UnitOfWork, from: Phone): Promise<void> => {
  const person = await work.person(from);
  const story = await loadOwnStory(work, person);
  if (story?.state === 'told') {
    ask(work, person, 'show');
    const message = await storyQuestion(work, person, questionNow(work, 'show'));
    return work.reply(message ?? { key: 'storyUnknown', params: {} });
  }
  if (story) return work.reply(standingOf(work, story));
  const request = person.story && (await work.request(person.story.requestId));
  if (request?.phase.type !== 'fulfilled') return work.reply({ key: 'storyUnknown', params: {} });
  await askWords(work, from);
};

const standingOf = ({ services }: UnitOfWork, { state }: Story) =>
  state === 'spoken'
    ? ({ key: 'storyHeard', params: {} } as const)
    : state === 'shown'
      ? ({ key: 'storyShown', params: { link: `${services.publicUrl}/stories` } } as const)
      : ({ key: 'storyWaits', params: {} } as const);

const questionNow = ({ now: at }: UnitOfWork, what: StoryQuestion['ask']): StoryQuestion => ({
  about: 'story',
  ask: what,
  at,
});

const ask = (work: UnitOfWork, person: Person, what: StoryQuestion['ask']): void =>
  work.change(withQuestion(person, questionNow(work, what)));

const askWords = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  ask(work, await work.person(from), 'words');
  work.reply({ key: 'storyWords', params: {} });
  return true;
};

/** Not told, or not shown so: nothing of it is kept. */
const dropStory = async (work: UnitOfWork, from: Phone): Promise<boolean> => {
  const person = await work.person(from);
  work.change(withoutQuestion(person));
  const story = await loadOwnStory(work, person);
  if (story) await removeStory(work, story);
  work.reply({ key: 'storyNo', params: {} });
  return true;
};

/** The story in the family's own words, which are read back. */
export const hearStory = async (work: UnitOfWork, from: Phone, text: string): Promise<boolean> => {
  const person = await work.person(from);
  const request = person.story && (await work.request(person.story.requestId));
  if (!person.story || !request) return false;
  const words = readStory(text, namesOf(person, request));
  if (words === 'unsafe') {
    work.reply({ key: 'storyUnsafe', params: {} });
    return true;
  }
  const before = await loadOwnStory(work, person);
  if (before) await dropAttachments(work, before);
  const story = newStory(work, person, { words, request, before });
  work.put(story);
  ask(work, { ...person, story: { ...person.story, id: story.id } }, 'show');
  work.reply(readBack(story, tellerName(person, request)));
  return true;
};

/** Every name that the request holds: none of them is shown by mistake. */
export const namesOf = (
  { name = '' }: Person,
  { patient, attendant, pledges }: Request,
): string[] => [...[name, patient, attendant], ...pledges.map(({ donor }) => donor?.name ?? '')];

const newStory = (
  work: UnitOfWork,
  person: Person,
  { words, request, before }: { words: string; request: Request; before: Story | undefined },
): Story => {
  const { draftDays } = work.services.config.policy.stories;
  // A story that is on its way is withdrawn by telling it again.
  const { name: _, shownAt: __, recording: ___, photo: ____, ...kept } = before ?? {};
  const id: StoryId = before?.id ?? storyIdSchema.parse(work.services.ids.next());
  return {
    ...{ kind: 'story', version: 0, ...kept, id, requestId: request.id, by: person.phone },
    ...{ state: 'told', text: words, language: detectLanguage(words) ?? person.language ?? 'en' },
    ...{ town: request.place.name, zone: request.place.zone },
    dueAt: after(work.now, days(draftDays)),
  };
};

/** The family approves its words. Its name stands below them only when it chose so. */
const approveOwn = async (work: UnitOfWork, from: Phone, named: boolean): Promise<boolean> => {
  const person = await work.person(from);
  const story = await loadOwnStory(work, person);
  const request = story && (await work.request(story.requestId));
  work.change(withoutQuestion(person));
  if (!story || !request) {
    work.reply({ key: 'storyUnknown', params: {} });
    return true;
  }
  // Who tells how it went confirms what the donors had reported.
  await applyDecision(work, request, { type: 'all-given' }, { silent: true });
  const name = named ? tellerName(person, request) : undefined;
  const { retention } = work.services.config.policy;
  const dueAt = request.forgetAt ?? after(work.now, days(retention.requestDays));
  // The words are approved: the voice is needed no more.
  await expireRecordings(work, [story.recording]);
  const { recording: _, ...written } = story;
  const waits: Story = { ...written, state: 'waits', ...(name && { name }), dueAt };
  work.put(waits);
  await sendToCoordinators(work, waits);
  work.reply({ key: 'storyWaits', params: {} });
  return true;
};
