import type { Story } from '#shared/people/stories/story.ts';
import { type Picture, stripMetadata } from '#shared/people/stories/strip-metadata.ts';
import { photoIdSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { dropPhoto } from './drop-photo.ts';

/** The photograph that a family has sent and agreed to, without its metadata; undefined when it is gone or cannot be shown. */
export const loadSentPhoto = async (
  { store, carrier }: Services,
  { photo }: Story,
): Promise<Picture | undefined> => {
  const sent = photo?.agreedAt !== undefined && photo.sent;
  const recording = sent ? await store.recording(sent) : undefined;
  const file = recording && (await carrier.photo(recording.carrierId));
  return file && stripMetadata(file.bytes);
};

/**
 * A coordinator shows the photograph, does not, or takes it down. Only what its family has agreed to is shown; one that
 * cannot be shown is deleted like one that is refused, and the family hears it.
 */
export const decidePhoto = async (
  work: UnitOfWork,
  by: PhoneNumber,
  story: Story,
  shows: boolean,
): Promise<void> => {
  const { photo, ...rest } = story;
  if (!photo || (shows && photo.shown)) return work.reply({ key: 'storyDecided', params: {} });
  const picture = shows ? await loadSentPhoto(work.services, story) : undefined;
  await dropPhoto(work, story);
  const shown = photoIdSchema.parse(work.services.ids.next());
  if (picture) {
    const bytes = Buffer.from(picture.bytes).toString('base64');
    work.put({
      kind: 'photo',
      id: shown,
      version: 0,
      storyId: story.id,
      type: picture.type,
      bytes,
    });
    work.put({ ...story, photo: { ...(photo.agreedAt && { agreedAt: photo.agreedAt }), shown } });
  } else work.put(rest);
  work.audit({ what: picture ? 'story-shown' : 'story-removed', who: by, phone: story.by });
  const told = { shown: picture !== undefined };
  await work.notify(story.by, { key: 'storyPhotoDone', params: told });
  work.reply({ key: 'storyPhotoChecked', params: told });
};
