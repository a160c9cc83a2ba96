import type { RecordingId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import type { Write } from '../../ports/store.ts';
import { retryUnqueued } from '../retry-on-conflict.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findRecordings, pagesOf } from './find-recordings.ts';

/** Makes these recordings due now: the next sweep erases them, at the carrier first. */
export const expireRecordings = async (
  work: UnitOfWork,
  ids: readonly (RecordingId | undefined)[],
): Promise<void> => {
  for (const id of ids) {
    const recording = id && (await work.services.store.recording(id));
    if (recording && recording.dueAt > work.now) work.put({ ...recording, dueAt: work.now });
  }
};

/**
 * Makes all recordings by this phone due now. Most of them are linked from no item of the person. Saved in
 * transactions of its own, because there may be more recordings than one transaction holds.
 */
export const expireAllRecordings = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryUnqueued(services, async () => {
    const now = services.clock.now();
    const stored = (await findRecordings(services, phone)).filter(({ dueAt }) => dueAt > now);
    for (const some of pagesOf(stored)) {
      const writes = some.map((recording): Write => ({ put: { ...recording, dueAt: now } }));
      if ((await services.store.save(writes)) === 'conflict') return 'conflict';
    }
    return 'done';
  });

/**
 * Erases a due recording, or a photograph that was sent: at the carrier first, then our item. When the carrier cannot be reached, the next
 * sweep tries again.
 */
export const eraseRecording = async (services: Services, id: RecordingId): Promise<void> => {
  const recording = await services.store.recording(id);
  if (!recording || recording.dueAt > services.clock.now()) return;
  const { carrier } = services;
  if (recording.about === 'photo') await carrier.deletePhoto(recording.carrierId);
  else await carrier.deleteSound(recording.carrierId);
  await services.store.save([{ remove: recording }]);
};
