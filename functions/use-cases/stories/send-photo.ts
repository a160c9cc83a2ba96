import { withoutQuestion, withQuestion } from '#shared/people/pending-question.ts';
import { recordingIdSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days } from '#shared/terms/time.ts';
import { expireRecordings } from '../privacy/erase-recordings.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { coordinatorsOf } from './check-story.ts';
import { dropPhoto } from './drop-photo.ts';
import { loadOwnStory } from './load-story.ts';

/* A family sends a photograph for its story, and agrees to this very one. It stays with the carrier until a coordinator decides. */

/**
 * A picture from a family that has told its story. It is not fetched: the family is asked first. False for everyone
 * else, whose pictures are not looked at.
 */
export const hearPhoto = async (
  work: UnitOfWork,
  from: PhoneNumber,
  carrierId: string,
): Promise<boolean> => {
  const person = await work.person(from);
  const story = await loadOwnStory(work, person);
  if (!story) return false;
  await dropPhoto(work, story);
  const { draftDays } = work.services.config.policy.stories;
  const id = recordingIdSchema.parse(work.services.ids.next());
  const dueAt = after(work.now, days(draftDays));
  const recording = { kind: 'recording', id, version: 0, carrierId, about: 'photo' } as const;
  work.put({ ...recording, by: from, seconds: 0, at: work.now, dueAt });
  work.put({ ...story, photo: { sent: id } });
  work.change(withQuestion(person, { about: 'story', ask: 'photo', at: work.now }));
  work.reply({ key: 'storyPhotoAsk', params: {} });
  return true;
};

/** 1: this photograph may be shown with the story. 2: it is deleted. */
export const answerPhoto = async (
  work: UnitOfWork,
  from: PhoneNumber,
  digit: number,
): Promise<boolean> => {
  if (digit !== 1 && digit !== 2) return false;
  const person = await work.person(from);
  work.change(withoutQuestion(person));
  const story = await loadOwnStory(work, person);
  const sent = story?.photo?.sent;
  const recording = sent && (await work.services.store.recording(sent));
  if (!story || !recording) {
    work.reply({ key: 'storyPhotoNo', params: {} });
    return true;
  }
  if (digit === 2) {
    await expireRecordings(work, [sent]);
    const { photo: _, ...rest } = story;
    work.put(rest);
    work.reply({ key: 'storyPhotoNo', params: {} });
    return true;
  }
  const { recordingDays } = work.services.config.policy.calls;
  work.put({ ...recording, dueAt: after(work.now, days(recordingDays)) });
  work.put({ ...story, photo: { sent, agreedAt: work.now } });
  const link = `${work.services.publicUrl}/console/stories`;
  for (const { phone } of await coordinatorsOf(work, story))
    work.queueText(phone, { key: 'storyPhotoCheck', params: { link } });
  work.reply({ key: 'storyPhotoWaits', params: {} });
  return true;
};
