import type { Caller } from '#shared/conversation/call-menu/call-context.ts';
import { readStory } from '#shared/conversation/replies/read-story.ts';
import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import type { Params } from '#shared/messages/message-keys.ts';
import { withoutQuestion } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import type { Story } from '#shared/people/stories/story.ts';
import { type RecordingId, storyIdSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days } from '#shared/terms/time.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { coordinatorsOf } from './check-story.ts';
import { dropAttachments } from './drop-photo.ts';
import { loadOwnStory } from './load-story.ts';
import { readBack, tellerName } from './story-messages.ts';
import { answerStory, namesOf } from './tell-story.ts';

/* A story told in a call: recorded, written down by a coordinator, and approved by its family like a written one. */

/** The family that calls may tell how it went, or hears the words that would be shown. */
export const storyOfCaller = async (
  work: UnitOfWork,
  person: Person,
): Promise<Pick<Caller, 'story'>> => {
  const story = await loadOwnStory(work, person);
  if (story?.state === 'told') return { story: 'story-show' };
  const { question } = person;
  const { draftDays } = work.services.config.policy.stories;
  const isAsked = question?.about === 'story' && work.now < question.at + days(draftDays);
  return isAsked && !story ? { story: 'story-ask' } : {};
};

/** The words as they would be shown, for the family to hear. */
export const storyToHear = async (
  work: UnitOfWork,
  person: Person,
): Promise<Params<'storyReadBack'> | undefined> => {
  const story = await loadOwnStory(work, person);
  const request = person.story && (await work.request(person.story.requestId));
  return story?.state === 'told' ? readBack(story, tellerName(person, request)).params : undefined;
};

/** The answer by key: 2 to "may we tell it?"; 1, 2 and 3 to the words that were said. */
export const answerStoryByKey = async (
  work: UnitOfWork,
  from: PhoneNumber,
  digit: number,
): Promise<boolean> => {
  const story = await loadOwnStory(work, await work.person(from));
  const ask = story?.state === 'told' ? 'show' : 'may';
  return answerStory(work, from, { about: 'story', ask, at: work.now }, digit);
};

/** Keeps what was said, and asks coordinators to write it down. Said again, it replaces what was told before. */
export const hearSpokenStory = async (
  work: UnitOfWork,
  from: PhoneNumber,
  recording: RecordingId | undefined,
  seconds: number,
): Promise<void> => {
  const person = await work.person(from);
  const request = person.story && (await work.request(person.story.requestId));
  if (!recording || !person.story || !request) return;
  const before = await loadOwnStory(work, person);
  if (before) await dropAttachments(work, before);
  const story: Story = {
    ...{ kind: 'story', version: before?.version ?? 0, requestId: request.id, by: from },
    id: before?.id ?? storyIdSchema.parse(work.services.ids.next()),
    ...{ state: 'spoken', text: '', recording, language: person.language ?? 'hi' },
    ...{ town: request.place.name, zone: request.place.zone },
    dueAt: after(work.now, days(work.services.config.policy.calls.recordingDays)),
  };
  work.put(story);
  work.change(withoutQuestion({ ...person, story: { ...person.story, id: story.id } }));
  const link = `${work.services.publicUrl}/console/stories`;
  for (const { phone } of await coordinatorsOf(work, story))
    work.queueText(phone, { key: 'storySpoken', params: { seconds, link } });
  work.reply({ key: 'storyHeard', params: {} });
};

/**
 * A coordinator has listened and written the words down. The family gets them as a text, and in a call that it answers
 * by key. Nothing is shown before it has agreed to them, and then a coordinator.
 */
export const writeDownStory = async (
  work: UnitOfWork,
  story: Story,
  raw: string,
): Promise<void> => {
  const teller = await work.otherPerson(story.by);
  const request = await work.request(story.requestId);
  if (story.state !== 'spoken' || !teller || !request)
    return work.reply({ key: 'storyDecided', params: {} });
  const words = readStory(raw, namesOf(teller, request));
  if (words === 'unsafe' || words === '') return work.reply({ key: 'storyUnsafe', params: {} });
  const language = detectLanguage(words) ?? story.language;
  const written: Story = { ...story, state: 'told', text: words, language };
  work.put(written);
  const message = readBack(written, tellerName(teller, request));
  const question = { about: 'story', ask: 'show', at: work.now } as const;
  await work.notify(story.by, message, { question });
  if (!teller.uncallable)
    work.put({ ...work.outboxRow(work.services.ids.next(), story.by, message), channel: 'call' });
  work.reply({ key: 'storyWritten', params: {} });
};
