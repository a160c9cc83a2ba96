import type { RecordingId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { Services } from '../../ports/services.ts';
import type { Write } from '../../ports/store.ts';
import { repeat } from '../retry-on-conflict.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findRecordings, pagesOf } from './find-recordings.ts';

/** What somebody has said is due to be deleted now: the minute's sweep does it, with the carrier first. */
export const eraseRecordings = async (
  work: UnitOfWork,
  ids: readonly (RecordingId | undefined)[],
): Promise<void> => {
  for (const id of ids) {
    const recording = id && (await work.services.store.recording(id));
    if (recording && recording.dueAt > work.now) work.put({ ...recording, dueAt: work.now });
  }
};

/**
 * The same for everything that this phone has ever said, of which most is known to nobody but those who may hear it.
 * Saved by itself, as there may be more of it than one transaction takes.
 */
export const eraseAllRecordings = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  repeat(services, async () => {
    const now = services.clock.now();
    const kept = (await findRecordings(services, phone)).filter(({ dueAt }) => dueAt > now);
    for (const some of pagesOf(kept)) {
      const writes = some.map((recording): Write => ({ put: { ...recording, dueAt: now } }));
      if ((await services.store.save(writes)) === 'conflict') return 'conflict';
    }
    return 'done';
  });
