import type { RecordingId } from '#shared/terms/call-id.ts';
import type { Turn } from './turn.ts';

/** What somebody has said is due to be deleted now: the minute's sweep does it, with the carrier first. */
export const forgetRecordings = async (
  turn: Turn,
  ids: readonly (RecordingId | undefined)[],
): Promise<void> => {
  for (const id of ids) {
    const recording = id && (await turn.services.store.recording(id));
    if (recording) turn.put({ ...recording, dueAt: turn.now });
  }
};
