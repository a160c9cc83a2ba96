import type { Story } from '#shared/people/stories/story.ts';
import { expireRecordings } from '../privacy/erase-recordings.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** Removes the photograph of a story: on the page at once, at the carrier by the next sweep. */
export const dropPhoto = async (work: UnitOfWork, { photo }: Story): Promise<void> => {
  await expireRecordings(work, [photo?.sent]);
  const shown = photo?.shown && (await work.services.store.photo(photo.shown));
  if (shown) work.write({ remove: shown });
};

/** The same with what was said for the story. */
export const dropAttachments = async (work: UnitOfWork, story: Story): Promise<void> => {
  await dropPhoto(work, story);
  await expireRecordings(work, [story.recording]);
};
